/**
 * Incidents of the past from a table: they enter once, count in their month, alarm nobody, and are
 * taken back by an addition.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportRow } from '#shared/contract/import.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const at = (iso: string): number => Date.parse(`${iso}+08:00`)
const types = [
  {
    code: 'safety.fire',
    name: localized('火情', 'Fire'),
    category: 'safety',
    legal: null,
    words: [],
  },
] as never
const categories = [{ code: 'safety', name: localized('人身安全', 'Safety') }] as never
const library = smallLibrary([plan('response', [step('call')])], { types, categories })
const row = (part: Partial<ImportRow> = {}): ImportRow => ({
  row: 2,
  occurredAt: at('2024-03-05T14:30:00'),
  place: '东区食堂',
  nth: 1,
  ...part,
})
const batch = (
  rows: readonly ImportRow[],
  importId = 'one',
): { importId: string; fileName: string; rows: ImportRow[] } => ({
  importId,
  fileName: '台账.csv',
  rows: [...rows],
})
/** One row a day from 1 March 2024. */
const days = (count: number): ImportRow[] =>
  Array.from({ length: count }, (_, n) =>
    row({ row: n + 2, occurredAt: at('2024-03-01T08:00:00') + n * 86_400_000 }),
  )
const MARCH = { from: '2024-03-01', to: '2024-03-31' }

let kit: Kit
beforeEach(async () => {
  kit = await openStation({ on: 'sqlite', library, romaniser: createRomaniser() })
})
afterEach(() => kit.stop())

const withdrawn = (): Promise<void> =>
  expect
    .poll(async () =>
      (await kit.ask('import/list', {})).imports.every(({ withdrawn: gone }) => gone?.left === 0),
    )
    .toBe(true)
const march = async () => (await kit.ask('statistics/period', MARCH)).now
async function importDays(count: number, importId = 'one'): Promise<void> {
  const rows = days(count)
  for (let from = 0; from < rows.length; from += 25)
    await kit.ask('import/rows', batch(rows.slice(from, from + 25), importId))
}

describe('a row', () => {
  it('is an incident of its own month, with what the table says of it, and nothing of it runs', async () => {
    await kit.ask(
      'import/rows',
      batch([
        row({
          type: 'safety.fire',
          level: 2,
          severity: 'ordinary',
          channel: '电话',
          narrative: '油锅起火，已扑灭',
          reporter: '赵某',
          casualties: { dead: 0, minor: 2 },
          loss: 1200.5,
          receivedAt: at('2024-03-05T14:35:00'),
          moments: { contained: at('2024-03-05T14:45:00'), closed: at('2024-03-06T09:00:00') },
        }),
      ]),
    )
    expect(await kit.ask('statistics/month', { month: '2024-03' })).toMatchObject({
      incidents: 1,
      byCategory: { safety: 1 },
      byType: { 'safety.fire': 1 },
      byLevel: { 2: 1 },
    })
    expect((await kit.ask('statistics/month', { month: '2026-11' })).incidents).toBe(0)
    const now = await march()
    expect(now).toMatchObject({
      incidents: 1,
      imported: 1,
      casualties: { minor: 2 },
      loss: 1200.5,
      limits: { due: 0 },
      alerts: { raised: 0 },
      times: { contain: { n: 1, median: 600_000 } },
    })
    expect((await kit.station.board()).incidents).toEqual([])
    expect(kit.notices).toEqual([])
    const { rows } = await kit.ask('history/search', { words: 'youguo' })
    expect(rows).toMatchObject([{ place: '东区食堂', state: 'archived', imported: 'counted' }])
    const read = await kit.ask('history/read', { incidentId: rows[0]?.incidentId ?? '' })
    expect(read.incident).toMatchObject({
      narrative: '油锅起火，已扑灭',
      reporter: '赵某',
      imported: { fileName: '台账.csv', row: 2, by: '周敏', at: kit.clock.wall() },
    })
    const document = incidentDocument(read, {
      at: kit.clock.wall(),
      zone: 'Asia/Shanghai',
      site: localized('站', 'Site'),
      personal: false,
    })
    expect(
      document.sections[0]?.tables
        .find(({ id }) => id === 'times')
        ?.rows.map((cells) => cells.map(({ value }) => value)),
    ).toEqual([
      [localized('发生', 'Occurred'), at('2024-03-05T14:30:00'), null],
      [localized('接报', 'Reported'), at('2024-03-05T14:35:00'), null],
      [localized('已控制', 'Contained'), at('2024-03-05T14:45:00'), 600_000],
      [localized('已结案', 'Closed'), at('2024-03-06T09:00:00'), 66_300_000],
    ])
    expect(read.entries).toMatchObject([
      {
        type: 'IncidentImported',
        says: { zh: '补录：东区食堂（台账.csv第2行）' },
        words: '油锅起火，已扑灭',
      },
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('keeps what people said out of its events', async () => {
    await kit.ask('import/rows', batch([row({ narrative: '油锅起火', reporter: '赵某' })]))
    const bodies = (await kit.events()).map(({ body }) => JSON.stringify(body)).join('\n')
    expect(bodies).not.toMatch(/油锅|赵某/)
  })

  it('that was a drill or a false report counts as that', async () => {
    await kit.ask(
      'import/rows',
      batch([row({ drill: true }), row({ row: 3, place: '西区', falseReport: true })]),
    )
    expect(await march()).toMatchObject({
      incidents: 0,
      imported: 0,
      drills: 1,
      drillsDone: 1,
      falseReports: 1,
    })
  })

  it.each([
    ['a type that the site does not have', row({ type: 'no.such' }), 'unknown-type'],
    ['a category that it does not have', row({ category: 'nothing' }), 'unknown-category'],
    ['a time to come', row({ occurredAt: at('2027-01-01T00:00:00') }), 'bad-input'],
  ])('with %s refuses its batch and names the row', async (_what, bad, code) => {
    const answer = await kit.send(
      'import/rows',
      batch([row({ row: 7, place: '西区' }), { ...bad, row: 9 }]),
    )
    expect(answer).toMatchObject({
      ok: false,
      code,
      message: { zh: expect.stringContaining('第9行') },
    })
    expect((await kit.ask('history/search', {})).total).toBe(0)
  })
})

describe('sent again', () => {
  it('by the same id, by another import, or after a restart, a row is there once', async () => {
    const id = crypto.randomUUID()
    const first = await kit.send('import/rows', batch(days(20)), { id })
    expect(await kit.send('import/rows', batch(days(20)), { id })).toEqual(first)
    expect(await kit.ask('import/rows', batch(days(25), 'two'))).toEqual({ added: 5, known: 20 })
    kit = await kit.restart('1 min')
    expect(await kit.ask('import/rows', batch(days(25), 'three'))).toEqual({ added: 0, known: 25 })
    expect((await march()).incidents).toBe(25)
    expect(
      (await kit.ask('import/list', {})).imports
        .map(({ importId, rows }) => [importId, rows])
        .sort(),
    ).toEqual([
      ['one', 20],
      ['two', 5],
    ])
  })

  it('rows of one instant and place are told apart by their number', async () => {
    expect(
      await kit.ask('import/rows', batch([row(), row({ row: 3, nth: 2 }), row({ row: 4 })])),
    ).toEqual({ added: 2, known: 1 })
    expect(
      await kit.ask('import/known', {
        rows: [
          { occurredAt: row().occurredAt, place: ' 东区食堂', nth: 2 },
          { occurredAt: 5, place: '东区食堂', nth: 1 },
        ],
      }),
    ).toMatchObject({ known: [{ at: 0, fileName: '台账.csv', row: 3 }] })
  })

  it('two batches at one moment both enter', async () => {
    const answers = await Promise.all([
      kit.send('import/rows', batch(days(30).slice(0, 15))),
      kit.send('import/rows', batch(days(30).slice(10, 30))),
    ])
    expect(answers.map((answer) => answer.ok && answer.reply)).toEqual([
      { added: 15, known: 0 },
      { added: 15, known: 5 },
    ])
    expect((await march()).incidents).toBe(30)
  })
})

describe('withdrawn', () => {
  it('the figures are what they were before, in every month, and all is still in the record', async () => {
    await kit.run([], { place: '热线中心' })
    const before = [
      await march(),
      await kit.ask('statistics/month', { month: '2024-04' }),
      (await kit.station.board()).lastIncidentAt,
    ]
    await importDays(60)
    await kit.ask(
      'import/rows',
      batch([
        row({ row: 90, falseReport: true }),
        row({
          row: 91,
          place: '西区',
          drill: true,
          moments: { closed: at('2024-03-07T00:00:00') },
        }),
      ]),
    )
    expect((await march()).incidents).toBe(31)
    await kit.ask('import/withdraw', { importId: 'one', reason: '列对错了' })
    await withdrawn()
    expect([
      await march(),
      await kit.ask('statistics/month', { month: '2024-04' }),
      (await kit.station.board()).lastIncidentAt,
    ]).toEqual(before)
    const { rows, total } = await kit.ask('history/search', { words: '东区' })
    expect([total, new Set(rows.map(({ imported }) => imported))]).toEqual([
      61,
      new Set(['withdrawn']),
    ])
    const { entries } = await kit.ask('history/read', { incidentId: rows[0]?.incidentId ?? '' })
    expect(entries.map(({ says }) => says.zh)).toEqual([
      expect.stringContaining('补录：'),
      '补录已撤回，不再计入统计，原因：列对错了',
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('the same rows may come again, and count once', async () => {
    await importDays(30)
    await kit.ask('import/withdraw', { importId: 'one', reason: '重来' })
    await withdrawn()
    expect(
      (
        await kit.ask('import/known', {
          rows: [{ occurredAt: at('2024-03-01T08:00:00'), place: '东区食堂', nth: 1 }],
        })
      ).known,
    ).toEqual([])
    await importDays(30, 'two')
    expect((await march()).incidents).toBe(30)
    expect(await kit.send('import/rows', batch(days(1)))).toMatchObject({
      ok: false,
      code: 'import-withdrawn',
    })
    expect(await kit.send('import/withdraw', { importId: 'one', reason: '再来' })).toMatchObject({
      ok: false,
      code: 'import-withdrawn',
    })
  })

  it('a few at a time: other work has its turn in between', async () => {
    await importDays(100)
    await kit.ask('import/withdraw', { importId: 'one', reason: '重来' })
    await new Promise((turn) => setImmediate(turn))
    expect((await kit.ask('import/list', {})).imports[0]?.withdrawn?.left).toBeGreaterThan(0)
    await withdrawn()
  })

  it('half way when the station stops, it goes on by itself', async () => {
    await importDays(100)
    await kit.ask('import/withdraw', { importId: 'one', reason: '重来' })
    kit = await kit.restart('1 min')
    await withdrawn()
    expect((await march()).incidents).toBe(0)
    expect((await kit.events()).filter(({ type }) => type === 'IncidentWithdrawn').length).toBe(100)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('half way when the disk fails, it goes on when that works again, and nothing of it was kept as an alarm', async () => {
    await importDays(100)
    await kit.ask('import/withdraw', { importId: 'one', reason: '重来' })
    kit.disk.broken = true
    await expect.poll(() => kit.logged.some(({ event }) => event === 'storage-failed')).toBe(true)
    kit.disk.broken = false
    await kit.clock.advance('10 s')
    await withdrawn()
    expect((await march()).incidents).toBe(0)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})
