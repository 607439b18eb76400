/**
 * The report of a month as a station keeps it: drafted, written, frozen when issued, corrected by
 * number, drawn again from its events.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, ReplyOf } from '#shared/contract/contract.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { NOVEMBER, openDecember } from './november.ts'

const SIGNING = {
  number: '',
  compiledBy: '周敏',
  reviewedBy: '王强',
  approvedBy: '李红',
  sentTo: '市应急局',
  copiedTo: '',
}

let kit: Kit
afterEach(() => kit.stop())

const read = (number?: number): Promise<ReplyOf<'report/read'>> =>
  kit.ask('report/read', { ...NOVEMBER, ...(number === undefined ? {} : { number }) })
const issue = (part: Partial<Input<'report/issue'>> = {}): Promise<ReplyOf<'report/issue'>> =>
  kit.ask('report/issue', { ...NOVEMBER, ...part })
const incidentsIn = (document: ReportDocument): unknown =>
  document.sections[0]?.tables[0]?.rows[0]?.[1]?.value

async function decemberAfter(on: 'memory' | 'sqlite' = 'memory'): Promise<string> {
  const december = await openDecember(on)
  kit = december.kit
  return december.id
}
const lateAddition = (): Promise<string> =>
  kit.run([], { place: '车库', occurredAt: Date.parse('2026-11-30T23:59:59+08:00') })

describe('the draft', () => {
  it('has the figures of the statistics, and the position and instant that it stands on', async () => {
    await decemberAfter()
    const [draft, { now }] = [
      await read(),
      await kit.ask('statistics/period', { from: '2026-11-01', to: '2026-11-30' }),
    ]
    expect(draft).toMatchObject({
      month: '2026-11',
      standing: 'draft',
      issue: null,
      issues: [],
      changes: null,
      position: (await kit.events()).length,
    })
    expect(incidentsIn(draft.paper)).toBe(now.incidents)
    expect(draft.asOf).toBe(Date.parse('2026-12-01T00:00:00+08:00'))
    expect(draft.check).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is the same to the last character whenever one looks, as long as nothing is added', async () => {
    await decemberAfter('sqlite')
    await kit.clock.advance('30 s') // what fell due meanwhile is recorded, and the report prepared
    const before = await read()
    await kit.clock.advance('10 s')
    kit = await kit.restart('3 d')
    expect(await read()).toEqual(before)
  })

  it('holds nothing personal: no word of a caller, no name of anybody', async () => {
    await decemberAfter()
    await issue({ check: (await read()).check })
    const everything = JSON.stringify([
      (await read()).paper,
      (await read(0)).paper,
      (await kit.events()).filter(({ type }) => type === 'ReportIssued'),
    ])
    expect(everything).not.toMatch(/张三|13800001111|李四|打架|送医/)
    expect(everything).toContain('前厅')
  })

  it('shows a drill as a drill only', async () => {
    await decemberAfter()
    const { paper: document } = await read()
    expect(
      document.sections
        .filter(({ id }) =>
          JSON.stringify(document.sections.find((section) => section.id === id)).includes('演练场'),
        )
        .map(({ id }) => id),
    ).toEqual(['drills'])
  })
})

describe('writing', () => {
  it('what a person writes stays over restarts, and goes back to the draft when it is taken away', async () => {
    await decemberAfter('sqlite')
    const drafted = (await read()).paper.sections[0]?.words
    await kit.ask('report/edit', {
      ...NOVEMBER,
      section: 'overview',
      words: ['第一段', '第二段'],
      basedOn: 0,
    })
    await kit.ask('report/sign', { ...NOVEMBER, signing: SIGNING })
    kit = await kit.restart('1 min')
    const { paper: document, written, signing } = await read()
    expect([document.sections[0]?.words, written, signing]).toEqual([
      ['第一段', '第二段'],
      { overview: 1 },
      SIGNING,
    ])
    expect(document.lines[1]?.zh).toBe('编制：周敏　审核：王强　签发：李红')
    await kit.ask('report/edit', { ...NOVEMBER, section: 'overview', words: null })
    expect((await read()).paper.sections[0]?.words).toEqual(drafted)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('nobody writes over what another has just written', async () => {
    await decemberAfter()
    await kit.ask('report/edit', { ...NOVEMBER, section: 'overview', words: ['甲'], basedOn: 0 })
    await kit.ask('report/edit', { ...NOVEMBER, section: 'classes', words: ['乙'], basedOn: 0 })
    expect(
      await kit.send('report/edit', {
        ...NOVEMBER,
        section: 'overview',
        words: ['丙'],
        basedOn: 0,
      }),
    ).toMatchObject({ code: 'report-stale' })
    await kit.ask('report/edit', { ...NOVEMBER, section: 'overview', words: ['丙'], basedOn: 1 })
  })

  it.each([
    ['an annex', 'report/edit', { ...NOVEMBER, section: 'annex-kind', words: ['x'] }],
    ['nothing', 'report/edit', { ...NOVEMBER, section: 'overview', words: [] }],
    ['a month that is none', 'report/read', { month: '2026-13' }],
    [
      'a name too long',
      'report/sign',
      { ...NOVEMBER, signing: { ...SIGNING, number: 'x'.repeat(201) } },
    ],
  ] as const)('refuses %s', async (_, name, input) => {
    kit = await openStation()
    expect(await kit.send(name, input)).toMatchObject({ code: 'bad-input' })
  })
})

describe('a month that has not begun', () => {
  const month = '2027-01'

  it.each([
    ['report/read', { month }],
    ['report/read', { month, number: 0 }],
    ['report/reproduce', { month }],
    ['report/edit', { month, section: 'overview', words: ['x'] }],
    ['report/sign', { month, signing: SIGNING }],
    ['report/issue', { month }],
  ] as const)(
    'has none: %s %j is refused in both languages, says what to do, and leaves nothing',
    async (name, input) => {
      kit = await openStation({ at: '2026-12-31T23:59:59+08:00' })
      const before = (await kit.events()).length
      expect(await kit.send(name, input)).toEqual({
        ok: false,
        code: 'month-not-begun',
        message: {
          zh: expect.stringContaining('2027年1月还没有开始') as string,
          en: expect.stringContaining('January 2027 has not begun') as string,
        },
      })
      expect((await kit.events()).length).toBe(before)
      await kit.clock.advance('1 s')
      expect(await kit.ask('report/read', { month })).toMatchObject({ standing: 'running' })
    },
  )

  it('is not in the list; the running month is, and has a draft that says until when it goes', async () => {
    kit = await openStation({ at: '2026-12-31T12:00:00+08:00' })
    expect((await kit.ask('report/list', {})).months.map((entry) => entry.month)).toEqual([
      '2026-12',
    ])
    const { paper: document } = await kit.ask('report/read', { month: '2026-12' })
    expect(JSON.stringify(document.sections[0]?.words)).toContain(
      '本月截至2026-12-31 12:00未发生突发事件',
    )
    expect(await kit.send('report/issue', { month: '2026-12' })).toMatchObject({
      code: 'month-not-over',
    })
  })

  it('is judged by the zone of the site', async () => {
    kit = await openStation({ at: '2026-12-31T23:30:00Z', zone: 'America/New_York' })
    expect(await kit.send('report/read', { month })).toMatchObject({ code: 'month-not-begun' })
    await kit.stop()
    kit = await openStation({ at: '2026-12-31T16:30:00Z' })
    expect(await kit.ask('report/read', { month })).toMatchObject({ standing: 'running' })
  })
})

describe('an issue of a month without incidents', () => {
  it('keeps its words and is drawn again the same', async () => {
    kit = await openStation({ on: 'sqlite', at: '2026-11-28T09:00:00+08:00' })
    kit = await kit.restart('4 d')
    await issue()
    expect(JSON.stringify((await read(0)).paper.sections[0]?.words)).toContain(
      '本月未发生突发事件，',
    )
    await lateAddition()
    expect(await kit.ask('report/reproduce', NOVEMBER)).toMatchObject({
      same: true,
      intact: true,
      changes: null,
    })
  })
})

describe('issuing', () => {
  it('freezes the whole paper; what comes later changes the draft, is told, and leaves the issue as it was', async () => {
    await decemberAfter('sqlite')
    await kit.ask('report/sign', { ...NOVEMBER, signing: SIGNING })
    const seen = await read()
    expect(await issue({ check: seen.check })).toEqual({ number: 0, check: seen.check })
    const frozen = await read(0)
    expect(frozen).toMatchObject({
      standing: 'issued',
      check: seen.check,
      position: seen.position,
      asOf: seen.asOf,
      changes: null,
      issue: { number: 0, reason: null, by: '周敏' },
      paper: { mark: null },
    })
    // all but what people could still have written
    const printed = seen.paper.sections.map(({ id, title, words, tables, charts }) => ({
      ...{ id, title, words, tables, charts },
    }))
    expect(frozen.paper.sections).toEqual(JSON.parse(JSON.stringify(printed)))
    await lateAddition()
    const now = await read()
    expect(incidentsIn(now.paper)).toBe(2)
    expect(now.changes?.figures).toContainEqual(
      expect.objectContaining({
        section: 'overview',
        before: 1,
        after: 2,
        column: { zh: '本月', en: 'This month' },
      }),
    )
    expect((await read(0)).paper).toEqual(frozen.paper)
  })

  it('again is a correction with a number and a reason, and nothing is overwritten', async () => {
    await decemberAfter()
    await issue()
    await lateAddition()
    expect(await kit.send('report/issue', NOVEMBER)).toMatchObject({ code: 'reason-needed' })
    expect(await issue({ reason: '补录一起' })).toMatchObject({ number: 1 })
    const late = await lateAddition()
    await kit.ask('incident/move', { incidentId: late, to: 'false-report', reason: '误报' })
    expect(await issue({ reason: '一起误报' })).toMatchObject({ number: 2 })
    expect([
      incidentsIn((await read(0)).paper),
      incidentsIn((await read(1)).paper),
      incidentsIn((await read(2)).paper),
    ]).toEqual([1, 2, 2])
    expect((await read(1)).paper.title.zh).toBe('测试站突发事件月报（2026年11月）（更正第1号）')
    expect((await read(2)).issues.map(({ number, reason }) => [number, reason])).toEqual([
      [0, null],
      [1, '补录一起'],
      [2, '一起误报'],
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('that an issued incident proved false is told with what it changes', async () => {
    const id = await decemberAfter()
    await issue()
    await kit.ask('incident/move', { incidentId: id, to: 'false-report', reason: '误报' })
    const { changes } = await read()
    expect(changes?.figures).toContainEqual(
      expect.objectContaining({
        section: 'overview',
        row: { zh: '突发事件（起）', en: 'Incidents' },
        column: { zh: '本月', en: 'This month' },
        before: 1,
        after: 0,
      }),
    )
    expect(
      changes?.figures.some(
        ({ section, row }) => section === 'annex-register' && row.zh.includes('前厅'),
      ),
    ).toBe(true)
  })

  it('is refused for a month that is not over, for figures that nobody has seen, and where there is nothing to correct', async () => {
    await decemberAfter()
    expect(await kit.send('report/issue', { month: '2026-12' })).toMatchObject({
      code: 'month-not-over',
    })
    const { check } = await read()
    await lateAddition()
    expect(await kit.send('report/issue', { ...NOVEMBER, check })).toMatchObject({
      code: 'report-changed',
    })
    await issue()
    expect(await kit.send('report/issue', { ...NOVEMBER, reason: '再来' })).toMatchObject({
      code: 'nothing-changed',
    })
    await kit.ask('report/sign', { ...NOVEMBER, signing: SIGNING })
    expect(await issue({ reason: '补签名' })).toMatchObject({ number: 1 })
    expect(await kit.send('report/read', { ...NOVEMBER, number: 7 })).toMatchObject({
      code: 'unknown-issue',
    })
    expect(
      await kit.send('report/read', NOVEMBER, { by: { name: '大屏', role: 'wall' } }),
    ).toMatchObject({ code: 'forbidden' })
  })

  it('sent again with the same id is issued once', async () => {
    await decemberAfter()
    const id = crypto.randomUUID()
    const both = [
      await kit.send('report/issue', NOVEMBER, { id }),
      await kit.send('report/issue', NOVEMBER, { id }),
    ]
    expect(both[0]).toEqual(both[1])
    expect((await read()).issues).toHaveLength(1)
  })
})

it('the months that there are: from the first with incidents to the running one, each with its standing', async () => {
  await decemberAfter()
  await kit.run([], { occurredAt: Date.parse('2026-09-05T10:00:00+08:00') })
  await issue()
  const { months } = await kit.ask('report/list', {})
  expect(
    months.map(({ month, standing, incidents, corrections }) => [
      month,
      standing,
      incidents,
      corrections,
    ]),
  ).toEqual([
    ['2026-12', 'running', 0, 0],
    ['2026-11', 'issued', 1, 0],
    ['2026-09', 'draft', 1, 0],
  ])
})

it('an issued month shows the figure that was issued, and is marked once it no longer holds', async () => {
  await decemberAfter('sqlite')
  await issue()
  const line = async () =>
    (await kit.ask('report/list', {})).months.find(({ month }) => month === NOVEMBER.month)
  const issued = { issuedIncidents: 1, changed: false, changedAt: null }
  expect(await line()).toMatchObject({ incidents: 1, ...issued })
  await lateAddition()
  expect(await line()).toMatchObject({ incidents: 2, ...issued, changed: true })
  kit = await kit.restart('1 min')
  expect(await line()).toMatchObject({ incidents: 2, ...issued, changed: true })
  await issue({ reason: '补录一起' })
  expect(await line()).toMatchObject({ incidents: 2, issuedIncidents: 2, changed: false })
})

it('an incident that was put right marks it, too', async () => {
  await decemberAfter()
  await issue()
  const { rows } = await kit.ask('history/search', {})
  const incidentId = rows.find(({ drill }) => !drill)?.incidentId ?? ''
  await kit.ask('incident/amend', { incidentId, place: '后门', reason: '记错了' })
  const { months } = await kit.ask('report/list', {})
  expect(months.find(({ month }) => month === NOVEMBER.month)).toMatchObject({
    ...{ incidents: 1, issuedIncidents: 1, changed: true },
  })
})

it('of months before the record began there is no data; an issue keeps where it began then', async () => {
  await decemberAfter('sqlite')
  const overview = async (number?: number): Promise<string> =>
    JSON.stringify((await read(number)).paper.sections[0]?.words)
  expect(await overview()).toContain('上月无可比数据，去年同期无可比数据')
  await issue()
  await kit.run([], { occurredAt: Date.parse('2025-11-05T10:00:00+08:00') })
  expect(await overview()).toContain('上月未发生')
  expect(await overview(0)).toContain('上月无可比数据，去年同期无可比数据')
  expect(await kit.ask('report/reproduce', { ...NOVEMBER, number: 0 })).toMatchObject({
    ...{ same: true, intact: true, changes: null },
  })
})
