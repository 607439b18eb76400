/**
 * Rows and figures are a copy of the events and nothing else.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { monthStatistics } from '#shared/domain/statistics/month.ts'
import { HOUR, MINUTE, plan, step, yesNo } from '../kit/plan.ts'
import { allEvents, rowsFromEvents } from '../kit/replay.ts'
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
    step('call', { due: { within: 3 * MINUTE, from: 'activated' } }),
    step('arrive', {
      due: { within: { workday: 15 * MINUTE, holiday: 45 * MINUTE }, from: { step: 'call' } },
    }),
    step('more', {
      when: { fact: 'big', is: 'yes' },
      due: { within: 10 * MINUTE, from: { fact: 'big' } },
    }),
  ],
  { facts: [yesNo('big')] },
)

let kit: Kit
afterEach(() => kit.stop())

const month = (of: string): Promise<unknown> => kit.ask('statistics/month', { month: of })

/**
 * A month end with a bit of everything: met, late, skipped, a drill, a false report, one of last
 * month, one that is closed.
 */
async function busyEvening(): Promise<void> {
  const met = await kit.run(['response'], { type: 'hotline' })
  await kit.ask('incident/step', {
    incidentId: met,
    stepId: 'call',
    outcome: 'done',
    onBehalfOf: { person: '王强', channel: '电话', words: '已经打过' },
  })
  const late = await kit.run(['response'], { type: 'brawl', place: '前厅', reporter: '赵先生' })
  await kit.ask('incident/answer', { incidentId: late, fact: 'big', value: 'yes' })
  await kit.run(['response'], { drill: true, place: '机房' })
  const wrong = await kit.run(['response'], { place: '车库' })
  await kit.run([], { place: '仓库', occurredAt: Date.parse('2026-10-31T23:59:00+08:00') })
  await kit.clock.advance('16 min')
  await kit.ask('incident/step', {
    incidentId: late,
    stepId: 'more',
    outcome: 'skipped',
    reason: '不需要',
  })
  await kit.ask('incident/correct', { incidentId: met, stepId: 'call', reason: '记错了' })
  await kit.ask('incident/step', { incidentId: met, stepId: 'call', outcome: 'already-done' })
  await kit.ask('incident/explain', { incidentId: late, stepId: 'call', reason: '人手不够' })
  await kit.ask('incident/move', { incidentId: wrong, to: 'false-report', reason: '误报' })
  const over = await kit.run([], { place: '食堂' })
  await kit.ask('incident/move', { incidentId: over, to: 'closed', reason: '已处理' })
  await kit.ask('incident/move', { incidentId: over, to: 'archived' })
}

describe.each([['memory'], ['sqlite']] as const)('a record in %s', (on) => {
  it('worked out anew gives the rows as they are, whole and in sequence', async () => {
    kit = await openStation({ on, library: smallLibrary([response], { types, categories }) })
    await busyEvening()
    const events = await allEvents(kit.journal)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(await kit.journal.verify()).toMatchObject({ ok: true, position: events.length })
    const rebuilt = rowsFromEvents(events)
    expect(rebuilt.size).toBe(6)
    for (const [id, row] of rebuilt) expect(await kit.journal.row(id)).toEqual(row)
    expect((await kit.journal.rowsOnBoard()).map(({ id }) => id).sort()).toEqual(
      [...rebuilt.values()]
        .filter((row) => row.onBoard)
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('has one count: the month of the page, of the wall and of the whole record', async () => {
    kit = await openStation({ on, library: smallLibrary([response], { types, categories }) })
    await busyEvening()
    const monthReply = await month('2026-11')
    const allStats = [...rowsFromEvents(await allEvents(kit.journal)).values()].map(
      ({ stats }) => stats,
    )
    expect(monthReply).toEqual(monthStatistics('2026-11', allStats, kit.clock.wall()))
    expect(monthReply).toMatchObject({
      incidents: 3,
      drills: 1,
      falseReports: 1,
      byType: { hotline: 1, brawl: 1, none: 1 },
      byLegalCategory: { socialSecurity: 1, none: 2 },
    })
    const wall = (await kit.station.board()).month
    expect(wall).toMatchObject({
      month: '2026-11',
      incidents: 3,
      drills: 1,
      limits: (monthReply as { limits: object }).limits,
    })
    expect(wall.byCategory.map(({ code, count }) => [code, count])).toEqual([
      ['system', 1],
      ['person', 1],
      ['none', 1],
    ])
    expect(await month('2026-10')).toMatchObject({ incidents: 1 })
    const before = [await month('2026-11'), await month('2026-10')]
    kit = await kit.restart()
    expect([await month('2026-11'), await month('2026-10')]).toEqual(before)
  })
})

describe('a month that turns over', () => {
  it('does so at midnight of the site, on every screen, without anybody doing anything', async () => {
    kit = await openStation({
      at: '2026-11-30T23:59:58+08:00',
      library: smallLibrary([response], { types, categories }),
    })
    await kit.run(['response'], { type: 'hotline' })
    // foreseen for the first
    await kit.run([], { place: '前厅', occurredAt: kit.clock.wall() + 10 * MINUTE })
    expect((await kit.station.board()).month).toMatchObject({ month: '2026-11', incidents: 1 })
    await kit.clock.advance('3 s')
    expect(kit.pushes.filter(({ kind }) => kind === 'board').at(-1)).toMatchObject({
      board: { month: { month: '2026-12', incidents: 1 } },
    })
    expect(await month('2026-12')).toMatchObject({ incidents: 1 })
    expect(await month('2026-11')).toMatchObject({ incidents: 1, byType: { hotline: 1 } })
    await kit.run([], { place: '机房' })
    expect(kit.pushes.at(-1)).toMatchObject({
      kind: 'incident',
      month: { month: '2026-12', incidents: 2 },
    })
  })

  const lastSeconds = async (): Promise<void> => {
    kit = await openStation({
      at: '2026-11-30T23:59:59+08:00',
      library: smallLibrary([response], { types, categories }),
    })
    await kit.run(['response'])
    await kit.run([], { place: '前厅', occurredAt: kit.clock.wall() + 10 * MINUTE })
  }

  it.each([
    ['the board', async () => (await kit.station.board()).month],
    ['the board that is asked for', async () => (await kit.ask('board/read', {})).month],
  ])('%s never shows a nought before the new month was read', async (_, ask) => {
    await lastSeconds()
    kit.clock.leap('2 s') // no cycle has come by
    expect(await ask()).toMatchObject({ month: '2026-12', incidents: 1 })
    expect(kit.pushes.at(-1)).toMatchObject({
      kind: 'board',
      board: { month: { month: '2026-12', incidents: 1 } },
    }) // every other screen too
  })

  it('what is pushed meanwhile bears the last month under its own name; boards wait', async () => {
    await lastSeconds()
    const reading = Promise.withResolvers<void>()
    kit.disk.reading = reading.promise
    kit.clock.leap('2 s')
    const boards = [kit.station.board(), kit.station.board('wall')]
    await kit.run([], { place: '机房' })
    expect(kit.pushes.at(-1)).toMatchObject({
      kind: 'incident',
      month: { month: '2026-11', incidents: 1 },
    })
    reading.resolve()
    for (const board of await Promise.all(boards))
      expect(board.month).toMatchObject({ month: '2026-12', incidents: 2 })
    expect(kit.pushes.filter(({ kind }) => kind === 'board')).toHaveLength(1)
  })

  it('boards are drawn also when the new month cannot be read: the last one stands, until it can', async () => {
    await lastSeconds()
    kit.disk.reading = Promise.reject(new Error('disk I/O error'))
    kit.clock.leap('2 s')
    expect((await kit.station.board()).month).toMatchObject({ month: '2026-11', incidents: 1 })
    expect(kit.logged).toMatchObject([{ event: 'month-not-read' }])
    delete kit.disk.reading
    expect((await kit.station.board()).month).toMatchObject({ month: '2026-12', incidents: 1 })
  })

  it('an hour ago somewhere else is the zone of the site, whatever the machine says', async () => {
    kit = await openStation({
      at: '2026-12-01T04:30:00Z',
      zone: 'America/St_Johns',
      library: smallLibrary([response], { types, categories }),
    })
    await kit.run()
    expect((await kit.station.board()).month).toMatchObject({ month: '2026-12', incidents: 1 })
    await kit.stop()
    kit = await openStation({
      at: '2026-12-01T03:29:00Z',
      zone: 'America/St_Johns',
      library: smallLibrary([response], { types, categories }),
    })
    await kit.run()
    expect((await kit.station.board()).month).toMatchObject({ month: '2026-11', incidents: 1 })
  })

  it('a clock that was a month ahead and is put right shows the right month again', async () => {
    kit = await openStation({ library: smallLibrary([response], { types, categories }) })
    await kit.run()
    kit.clock.jump('30 d')
    await kit.clock.advance('2 s')
    expect((await kit.station.board()).month).toMatchObject({ month: '2026-12', incidents: 0 })
    kit.clock.jump('-30 d')
    await kit.clock.advance('2 s')
    expect((await kit.station.board()).month).toMatchObject({ month: '2026-11', incidents: 1 })
  })
})

describe('a plan that is changed while it runs', () => {
  it('goes on as it began, also after a restart; the next incident takes the new one', async () => {
    const library = smallLibrary([
      plan('p', [step('a', { due: { within: HOUR, from: 'activated' } })]),
    ])
    kit = await openStation({ on: 'sqlite', library })
    const first = await kit.run(['p'])
    const before = await kit.incident(first)
    const steps = [step('a2', { due: { within: MINUTE, from: 'activated' } }), step('b2')]
    library.change([
      plan('p', steps, { revision: 'p-r2', title: { zh: '新预案', en: 'New plan' } }),
    ])
    kit = await kit.restart('1 s')
    await kit.clock.advance('5 min')
    expect({ ...(await kit.incident(first)) }).toEqual({
      ...before,
      plans: before.plans.map((plan) => ({ ...plan, newer: true })),
    })
    expect(
      await kit.send('incident/step', { incidentId: first, stepId: 'a2', outcome: 'done' }),
    ).toMatchObject({ code: 'unknown-step' })
    const second = await kit.run(['p'], { place: '三楼' })
    expect((await kit.incident(second)).steps.map(({ id }) => id)).toEqual(['a2', 'b2'])
    library.change([])
    await kit.clock.advance('1 h')
    const late = (await kit.incident(first)).alerts.filter(({ kind }) => kind === 'late')
    expect(late).toHaveLength(1)
    await kit.ask('incident/step', { incidentId: first, stepId: 'a', outcome: 'done' })
    expect(
      (await kit.events()).filter(({ type }) => type === 'PlanKept').map(({ stream }) => stream),
    ).toEqual(['plan.p-r1', 'plan.p-r2'])
  })

  it('may have its step in another plan of the library by now: that one is refused, the incident goes on', async () => {
    const library = smallLibrary([plan('p', [step('a'), step('b')]), plan('q', [step('c')])])
    kit = await openStation({ library })
    const id = await kit.run(['p'])
    library.change([
      plan('p', [step('b')], { revision: 'p-r2' }),
      plan('q', [step('c'), step('a')], { revision: 'q-r2' }),
    ])
    expect(await kit.send('incident/activate', { incidentId: id, planId: 'q' })).toMatchObject({
      ok: false,
      code: 'step-ids-clash',
      details: ['a'],
      message: {
        zh: expect.stringContaining('不能启动') as unknown,
        en: expect.stringContaining('another plan') as unknown,
      },
    })
    await kit.ask('incident/step', { incidentId: id, stepId: 'a', outcome: 'done' })
    expect(
      (await kit.incident(id)).steps.map((step) => [step.id, step.planId, step.state]),
    ).toEqual([
      ['a', 'p', 'done'],
      ['b', 'p', 'open'],
    ])
    expect(kit.logged).toEqual([])
  })
})
