/**
 * The report of a month prepares itself: once, at its hour in the site's zone, over stops, jumps of
 * the clock and a failing disk; and is copied to a folder.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { DocumentOrder, DocumentWriter, DocumentWritten } from '#main/core/ports.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { refuse } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { until } from '../kit/until.ts'

let kit: Kit
afterEach(() => kit.stop())

const prepared = async (): Promise<string[]> =>
  (await kit.events())
    .filter(({ type }) => type === 'ReportPrepared')
    .map(({ stream, at }) => `${stream.slice(7)} ${new Date(at).toISOString().slice(0, 16)}`)
/** Deadlines have fired, and there was time for what nobody should have begun. */
async function settled(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await kit.clock.advance('1 s')
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
}
/** What deadlines have begun beside the engine leads to this, however long it takes. */
async function becomes(look: () => void | Promise<void>): Promise<void> {
  await settled()
  await until(async () => {
    await kit.clock.advance(0)
    await look()
  })
}

describe.each([['memory'], ['sqlite']] as const)('with the record in %s', (on) => {
  it("is prepared at two o'clock of the first day after its month, once, and announced until it is issued", async () => {
    kit = await openStation({ on, at: '2026-11-30T23:00:00+08:00' })
    kit.clock.leap('2 h')
    await settled()
    expect([await prepared(), (await kit.station.board()).reportReady]).toEqual([[], null])
    kit.clock.leap('1 h')
    await becomes(async () =>
      expect([await prepared(), (await kit.station.board()).reportReady]).toEqual([
        ['2026-11 2026-11-30T18:00'],
        '2026-11',
      ]),
    )
    kit = await kit.restart('1 d')
    await settled()
    expect(await prepared()).toHaveLength(1)
    expect((await kit.station.board()).reportReady).toBe('2026-11')
    await kit.ask('report/issue', { month: '2026-11' })
    expect((await kit.station.board()).reportReady).toBeNull()
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('after a stop of three months each missed month is prepared once, in order', async () => {
    kit = await openStation({ on, at: '2026-11-15T12:00:00+08:00' })
    kit = await kit.restart('95 d')
    const now = new Date(kit.clock.wall()).toISOString().slice(0, 10)
    await becomes(async () =>
      expect((await prepared()).map((line) => line.slice(0, 18))).toEqual(
        ['2026-11', '2026-12', '2027-01'].map((month) => `${month} ${now}`),
      ),
    )
    kit = await kit.restart('1 h')
    await settled()
    expect(await prepared()).toHaveLength(3)
  })
})

it('what was prepared says the position, the instant and the hash of the draft', async () => {
  kit = await openStation({ at: '2026-11-30T23:00:00+08:00' })
  kit.clock.leap('3 h')
  await becomes(async () => expect(await prepared()).toHaveLength(1))
  const event = (await kit.events()).find(({ type }) => type === 'ReportPrepared')
  const { check } = await kit.ask('report/read', { month: '2026-11' })
  expect(event).toMatchObject({
    by: 'Vigil',
    body: { position: 1, asOf: Date.parse('2026-12-01T00:00:00+08:00'), check, rules: 12 },
  })
})

it('a report is prepared once, at its hour, also in a zone whose clocks go back on that very day', async () => {
  kit = await openStation({ at: '2026-10-31T12:00:00-04:00', zone: 'America/New_York' })
  kit.clock.leap(Date.parse('2026-11-01T05:30:00Z') - kit.clock.wall()) // 1:30 for the first time
  await settled()
  expect(await prepared()).toEqual([])
  kit.clock.leap('1 h') // 1:30 again
  await settled()
  expect(await prepared()).toEqual([])
  kit.clock.leap('30 min')
  await becomes(async () => expect(await prepared()).toEqual(['2026-10 2026-11-01T07:00']))
})

it('a clock that runs ahead and is put back: what it prepared too early is prepared again when the month is over', async () => {
  kit = await openStation({ at: '2026-11-15T12:00:00+08:00' })
  kit.clock.jump('20 d')
  await becomes(async () => expect(await prepared()).toHaveLength(1))
  kit.clock.jump('-20 d')
  await settled()
  expect((await kit.station.board()).reportReady).toBeNull()
  kit = await kit.restart('16 d')
  await becomes(async () =>
    expect((await prepared()).map((line) => line.slice(0, 7))).toEqual(['2026-11', '2026-11']),
  )
})

it('is at another hour if that is arranged', async () => {
  kit = await openStation({ at: '2026-11-30T12:00:00+08:00' })
  await kit.ask('report/arrange', { hour: 7, copy: null })
  kit.clock.leap('18 h')
  await settled()
  expect(await prepared()).toEqual([])
  kit.clock.leap('1 h')
  await becomes(async () => expect(await prepared()).toEqual(['2026-11 2026-11-30T23:00']))
  expect((await kit.ask('report/list', {})).arranged).toEqual({ hour: 7, copy: null })
})

it('while the disk fails it waits, and is prepared by itself when the disk works again; alarms go on meanwhile', async () => {
  kit = await openStation({
    at: '2026-11-30T23:00:00+08:00',
    plans: [plan('response', [step('call', { due: { within: 3 * MINUTE, from: 'activated' } })])],
  })
  kit.clock.leap(177 * MINUTE)
  const id = await kit.run(['response'])
  kit.disk.broken = true
  await kit.clock.advance('5 min')
  expect(await prepared()).toEqual([])
  expect((await kit.incident(id)).alerts).toHaveLength(1)
  kit.disk.broken = false
  await kit.clock.advance('6 min')
  await becomes(async () =>
    expect((await prepared()).map((line) => line.slice(0, 7))).toEqual(['2026-11']),
  )
})

describe('the copy', () => {
  const folder = '/copies'
  /** Writes nothing: it keeps what it was asked to write, and fails as often as it is told. */
  function documentWriter(): DocumentWriter & { orders: DocumentOrder[]; fails: number } {
    const writer = {
      orders: [] as DocumentOrder[],
      fails: 0,
      check: (named: string) =>
        Promise.resolve(
          named === '/nope' ? refuse('folder-unusable', localized('没有', 'none')) : null,
        ),
      write(order: DocumentOrder) {
        writer.orders.push(order)
        const failing = writer.fails > 0
        writer.fails -= failing ? 1 : 0
        const done: Promise<DocumentWritten | ReturnType<typeof refuse>> = Promise.resolve(
          failing
            ? refuse('disk-full', localized('磁盘已满', 'The disk is full'))
            : { ok: true, bytes: 1, rows: 1, sha256: '' },
        )
        return { done, cancel: () => undefined }
      },
    }
    return writer
  }
  const copied = async (): Promise<unknown[]> =>
    (await kit.events()).filter(({ type }) => type === 'ReportCopied').map(({ body }) => body)
  const notes = async (): Promise<string> =>
    (await kit.station.board()).notes.map(({ zh }) => zh).join('\n')

  it('goes to the folder in each format, of the draft and of each issue, once', async () => {
    const writer = documentWriter()
    kit = await openStation({ at: '2026-11-30T23:00:00+08:00', papers: writer })
    await kit.ask('report/arrange', {
      hour: 2,
      copy: { folder, formats: ['xlsx', 'html'], language: 'zh' },
    })
    kit.clock.leap('3 h')
    await becomes(async () => expect(await copied()).toHaveLength(1))
    await kit.ask('report/issue', { month: '2026-11' })
    await becomes(async () => expect(await copied()).toHaveLength(2))
    expect(writer.orders.map(({ file }) => file)).toEqual(
      [
        '2026年11月月报（草稿）.xlsx',
        '2026年11月月报（草稿）.html',
        '2026年11月月报.xlsx',
        '2026年11月月报.html',
      ].map((name) => `${folder}/${name}`),
    )
    expect(writer.orders[0]?.source.hash).toBe(
      await kit.journal.hashAt(writer.orders[0]?.source.position ?? 0),
    )
    kit = await kit.restart('1 h')
    await settled()
    expect([writer.orders.length, (await copied()).length]).toEqual([4, 2])
  })

  it.each(['reports', './reports', 'C:reports', '~/reports', 'C:\\reports'])(
    'goes nowhere by a path like %s, that depends on where the program was started',
    async (depending) => {
      kit = await openStation({ at: '2026-11-30T23:00:00+08:00', papers: documentWriter() })
      const answer = await kit.send('report/arrange', {
        hour: 2,
        copy: { folder: depending, formats: ['html'], language: 'zh' },
      })
      expect(answer).toMatchObject({ ok: false, code: 'folder-not-whole' })
    },
  )

  it('goes to a folder that is there: another one is refused when it is named, and one that holds is left alone', async () => {
    kit = await openStation({ at: '2026-11-30T23:00:00+08:00', papers: documentWriter() })
    const arrange = (named: string, hour: number) =>
      kit.send('report/arrange', {
        hour,
        copy: { folder: named, formats: ['html'], language: 'zh' },
      })
    expect(await arrange('/nope', 2)).toMatchObject({ ok: false, code: 'folder-unusable' })
    expect(await arrange(folder, 2)).toMatchObject({ ok: true })
    const { arranged } = await kit.ask('report/list', {})
    expect(arranged).toMatchObject({ hour: 2, copy: { folder } })
  })

  it('that fails is said on the desk and tried again with a growing pause; so is that it works again', async () => {
    const writer = documentWriter()
    writer.fails = 2
    kit = await openStation({ at: '2026-11-30T23:00:00+08:00', papers: writer })
    await kit.ask('report/arrange', {
      hour: 2,
      copy: { folder, formats: ['html'], language: 'zh' },
    })
    kit.clock.leap('3 h')
    await becomes(async () =>
      expect([writer.orders.length, await notes()]).toEqual([
        1,
        expect.stringContaining('月报没能另存到/copies：磁盘已满'),
      ]),
    )
    await kit.clock.advance('50 s')
    expect(writer.orders).toHaveLength(1)
    await kit.clock.advance('7 s')
    await becomes(() => expect(writer.orders).toHaveLength(2))
    await kit.clock.advance('90 s')
    expect(writer.orders).toHaveLength(2)
    await kit.clock.advance('35 s')
    await becomes(async () =>
      expect([writer.orders.length, await notes(), (await copied()).length]).toEqual([
        3,
        expect.stringContaining('月报另存已恢复'),
        1,
      ]),
    )
    kit.clock.leap('1 h')
    await settled()
    expect(await notes()).not.toContain('抄存')
  })

  it('that was missed while the program was down is written after the start; what was before the arrangement is not', async () => {
    const writer = documentWriter()
    kit = await openStation({ on: 'sqlite', at: '2026-10-15T12:00:00+08:00', papers: writer })
    kit = await kit.restart('20 d')
    await settled()
    await kit.ask('report/arrange', {
      hour: 2,
      copy: { folder: '/reports', formats: ['html'], language: 'en' },
    })
    await settled()
    expect(writer.orders).toEqual([])
    kit = await kit.restart('30 d')
    await becomes(() =>
      expect(writer.orders.map(({ file, language }) => [file, language])).toEqual([
        ['/reports/2026-11-report-draft.html', 'en'],
      ]),
    )
  })
})
