/**
 * Figures of a running station: one count on board, page and list, also over restarts and while it
 * goes on.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import { METRICS } from '#shared/domain/statistics/metrics.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { MINUTE, choice, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const types = [
  {
    code: 'hotline',
    name: { zh: '热线故障', en: 'Hotline failure' },
    category: 'system',
    legal: null,
    words: [],
  },
  {
    code: 'brawl',
    name: { zh: '冲突', en: 'Brawl' },
    category: 'person',
    legal: 'socialSecurity',
    words: [],
  },
] as const
const categories = [
  { code: 'system', name: { zh: '系统故障', en: 'System' } },
  { code: 'person', name: { zh: '人身安全', en: 'Safety' } },
]
const response = plan(
  'response',
  [
    step('call', { stage: 'report', due: { within: 3 * MINUTE, from: 'activated' } }),
    step('arrive', { due: { within: 15 * MINUTE, from: { step: 'call' } }, clause: 'S00-02' }),
  ],
  { facts: [choice('cause', ['wet', 'dark'], { recordOnly: true })] },
)
const library = () => smallLibrary([response], { types, categories })
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

let kit: Kit
afterEach(() => kit.stop())

const period = (part: object = {}): Promise<ReplyOf<'statistics/period'>> =>
  kit.ask('statistics/period', { ...NOVEMBER, ...part })

/**
 * Met and late limits, a drill, a false report, one that is merely closed; one of October, one of
 * last November, both entered now.
 */
async function busyDay(): Promise<{ late: string; met: string }> {
  const met = await kit.run(['response'], { type: 'hotline', channel: '电话' })
  await kit.ask('incident/step', { incidentId: met, stepId: 'call', outcome: 'done' })
  const late = await kit.run(['response'], { type: 'brawl', place: '前厅' })
  await kit.ask('incident/answer', { incidentId: late, fact: 'cause', value: 'wet' })
  await kit.run(['response'], { drill: true })
  const wrong = await kit.run(['response'], { place: '车库' })
  await kit.clock.advance('4 min')
  await kit.ask('incident/move', { incidentId: wrong, to: 'false-report', reason: '误报' })
  await kit.ask('incident/step', { incidentId: late, stepId: 'call', outcome: 'done' })
  await kit.ask('incident/explain', { incidentId: late, stepId: 'call', reason: '人手不够' })
  await kit.run([], { occurredAt: Date.parse('2026-10-31T23:59:59+08:00') })
  await kit.run([], { occurredAt: Date.parse('2025-11-11T10:00:00+08:00') })
  const over = await kit.run([], { place: '食堂' })
  await kit.ask('incident/move', { incidentId: over, to: 'closed', reason: '已处理' })
  await kit.ask('incident/move', { incidentId: over, to: 'archived' })
  return { late, met }
}

describe.each([['memory'], ['sqlite']] as const)('with the record in %s', (on) => {
  it('board, month and period say the same, also after a restart and for a month that is past', async () => {
    kit = await openStation({ on, library: library() })
    await busyDay()
    const same = async (): Promise<void> => {
      const month = await kit.ask('statistics/month', { month: '2026-11' })
      const {
        incidents,
        byCategory,
        byLegalCategory,
        byType,
        byLevel,
        limits,
        drills,
        falseReports,
      } = (await period()).now
      const { due, met, late } = limits
      expect({
        month: '2026-11',
        incidents,
        byCategory,
        byLegalCategory,
        byType,
        byLevel,
        limits: { due, met, late },
        drills,
        falseReports,
      }).toEqual(month)
    }
    await same()
    const { month } = await kit.station.board()
    const { now } = await period()
    const { due, met, late } = now.limits
    expect(month).toMatchObject({
      month: '2026-11',
      incidents: now.incidents,
      limits: { due, met, late },
      drills: now.drills,
    })
    expect(
      Object.fromEntries(
        month.byCategory.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]),
      ),
    ).toEqual(now.byCategory)
    expect(now).toMatchObject({
      incidents: 3,
      drills: 1,
      falseReports: 1,
      byType: { brawl: 1, hotline: 1, none: 1 },
      limits: { due: 2, met: 1, late: 1 },
    })
    kit = await kit.restart('10 d') // December: November is read from its tally now
    await kit.clock.advance('2 s')
    expect((await kit.station.board()).month.month).toBe('2026-12')
    await same()
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('with the periods it is compared with, thirteen months, and the position they are drawn from', async () => {
    kit = await openStation({ on, library: library() })
    await busyDay()
    const reply = await period()
    expect(
      [reply.now, reply.previous, reply.lastYear, reply.yearToDate].map(
        ({ from, to, incidents }) => [from, to, incidents],
      ),
    ).toEqual([
      ['2026-11-01', '2026-11-30', 3],
      ['2026-10-01', '2026-10-24', 0],
      ['2025-11-01', '2025-11-24', 1],
      ['2026-01-01', '2026-11-30', 4],
    ])
    expect([reply.trend.length, reply.trend[0], reply.trend.at(-2), reply.trend.at(-1)]).toEqual([
      13,
      { month: '2025-11', incidents: 1 },
      { month: '2026-10', incidents: 1 },
      { month: '2026-11', incidents: 3 },
    ])
    expect([reply.position, reply.at]).toEqual([(await kit.events()).length, kit.clock.wall()])
    expect([reply.sameDays, reply.recordSince]).toEqual([true, '2025-11'])
  })

  it('every number opens the incidents behind it', async () => {
    kit = await openStation({ on, library: library() })
    const { late, met } = await busyDay()
    const behind = (
      metric: (typeof METRICS)[number],
      part: object = {},
    ): Promise<ReplyOf<'statistics/incidents'>> =>
      kit.ask('statistics/incidents', { ...NOVEMBER, metric, ...part })
    for (const metric of METRICS) {
      const { rows, total, incidents } = await behind(metric)
      expect([rows.reduce((sum, { times }) => sum + times, 0), rows.length], metric).toEqual([
        total,
        incidents,
      ])
    }
    expect((await behind('incidents')).total).toBe(3)
    expect(await behind('limits.late')).toMatchObject({
      total: 1,
      rows: [
        {
          incidentId: late,
          place: '前厅',
          typeName: { zh: '冲突' },
          plans: [{ planId: 'response', title: { zh: '预案response' } }],
          late: 1,
          times: 1,
          drill: false,
          state: 'responding',
        },
      ],
    })
    expect(
      (await behind('byType', { key: 'hotline' })).rows.map(({ incidentId }) => incidentId),
    ).toEqual([met])
    expect(await behind('incidents', { limit: 1 })).toMatchObject({
      total: 3,
      incidents: 3,
      rows: [{ place: '食堂' }],
    })
    expect(
      (await behind('incidents', { filter: { place: '前厅' } })).rows.map(
        ({ incidentId }) => incidentId,
      ),
    ).toEqual([late])
  })
})

describe('the page', () => {
  it('has reasons, reports, alerts, causes and the names of all its codes', async () => {
    kit = await openStation({ library: library() })
    const { late } = await busyDay()
    const { now, names } = await period()
    expect(now.lateList).toMatchObject([
      {
        incidentId: late,
        stepId: 'call',
        planId: 'response',
        clause: 'S00-01',
        explained: true,
        reason: '人手不够',
        place: '前厅',
        type: 'brawl',
      },
    ])
    expect(now.reports.first).toEqual({ due: 2, onTime: 1, late: 1 })
    expect(now.alerts).toMatchObject({
      raised: 1,
      acknowledged: 0,
      frequent: [{ stepId: 'call', raised: 1 }],
    })
    expect(now.byAnswer).toEqual({ 'response|cause': { wet: 1 } })
    expect(names).toMatchObject({
      types: { hotline: { zh: '热线故障' }, brawl: { zh: '冲突' } },
      categories: { system: { zh: '系统故障' } },
      plans: { response: { zh: '预案response' } },
      steps: { call: { title: { zh: '步骤call' }, role: { zh: '岗位desk' }, planId: 'response' } },
      clauses: { 'S00-01': { zh: '测试' } },
      questions: {
        'response|cause': { question: { zh: 'cause？' }, options: { wet: { zh: 'wet' } } },
      },
    })
    expect(Object.keys(names.types)).not.toContain('none')
  })

  it('keeps the names of plans that the library has no more', async () => {
    const changing = library()
    kit = await openStation({ on: 'sqlite', library: changing })
    await busyDay()
    changing.change([])
    kit = await kit.restart('1 min')
    expect((await period()).names).toMatchObject({
      plans: { response: { zh: '预案response' } },
      steps: { call: {} },
    })
  })

  it('of drills alone, of a place, of a week', async () => {
    kit = await openStation({ library: library() })
    await busyDay()
    expect((await period({ filter: { drill: true } })).now).toMatchObject({
      incidents: 1,
      drills: 1,
      limits: { due: 1, met: 0, late: 1 },
    })
    expect((await period({ filter: { place: '食堂', type: 'none' } })).now).toMatchObject({
      incidents: 1,
      drills: 0,
    })
    expect((await period({ from: '2026-11-23', to: '2026-11-29' })).previous).toMatchObject({
      from: '2026-11-16',
      to: '2026-11-22',
      incidents: 0,
    })
  })

  it('one that is added late changes the month in which it occurred, and no other', async () => {
    kit = await openStation({ library: library(), at: '2026-12-03T09:00:00+08:00' })
    const before = [
      await kit.ask('statistics/month', { month: '2026-11' }),
      await kit.ask('statistics/month', { month: '2026-12' }),
    ]
    await kit.run([], { occurredAt: Date.parse('2026-11-30T23:59:59+08:00') })
    expect([
      await kit.ask('statistics/month', { month: '2026-11' }),
      await kit.ask('statistics/month', { month: '2026-12' }),
    ]).toEqual([
      {
        ...before[0],
        incidents: 1,
        byCategory: { none: 1 },
        byLegalCategory: { none: 1 },
        byType: { none: 1 },
        byLevel: { none: 1 },
      },
      before[1],
    ])
  })

  it('in a zone with summer time counts by the local midnight', async () => {
    kit = await openStation({
      library: library(),
      zone: 'Europe/Berlin',
      at: '2026-11-02T09:00:00+01:00',
    })
    // 23:59:59 on the 31st, winter time since a week
    await kit.run([], { occurredAt: Date.parse('2026-10-31T22:59:59Z') })
    await kit.run([], { occurredAt: Date.parse('2026-10-31T23:00:00Z') })
    await kit.run([], { occurredAt: Date.parse('2026-09-30T21:59:59Z') }) // 23:59:59 in summer time
    const october = await kit.ask('statistics/period', { from: '2026-10-01', to: '2026-10-31' })
    expect([
      october.now.incidents,
      october.previous.incidents,
      (await period()).now.incidents,
    ]).toEqual([1, 1, 1])
  })

  it.each([
    ['a day that is none', { from: '2026-02-29', to: '2026-03-01' }],
    ['the wrong way round', { from: '2026-11-02', to: '2026-11-01' }],
    ['too long', { from: '2001-01-01', to: '2026-01-01' }],
    ['an unknown filter', { ...NOVEMBER, filter: { colour: 'red' } }],
    ['no dates', {}],
  ])('refuses %s', async (_, input) => {
    kit = await openStation()
    expect(await kit.send('statistics/period', input)).toMatchObject({
      ok: false,
      code: 'bad-input',
    })
  })

  it('refuses an unknown figure, and is for no wall', async () => {
    kit = await openStation()
    expect(
      await kit.send('statistics/incidents', { ...NOVEMBER, metric: 'constructor' }),
    ).toMatchObject({ code: 'bad-input' })
    for (const [name, input] of [
      ['statistics/period', NOVEMBER],
      ['statistics/incidents', { ...NOVEMBER, metric: 'incidents' }],
      ['history/search', {}],
      ['history/read', { incidentId: 'x' }],
    ] as const)
      expect(await kit.send(name, input, { by: { name: '大屏', role: 'wall' } })).toMatchObject({
        code: 'forbidden',
      })
  })

  it('is drawn from one position, though something is saved while months are read', async () => {
    kit = await openStation({ on: 'sqlite', library: library() })
    await busyDay()
    const [reply] = await Promise.all([period(), kit.run([], { place: '机房' })])
    const facts = (await kit.events()).filter(
      ({ seq, type }) => seq <= reply.position && type === 'IncidentReported',
    ).length
    expect(
      reply.now.incidents +
        reply.now.drills +
        reply.now.falseReports +
        (reply.trend.find(({ month }) => month === '2026-10')?.incidents ?? 0) +
        reply.lastYear.incidents,
    ).toBe(facts)
  })
})
