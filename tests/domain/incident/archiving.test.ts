/** A closed incident is archived by itself: when, what puts it off, and in whose name. */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { decideArchiving } from '#shared/domain/archiving/decide.ts'
import type { Counts } from '#shared/domain/incident/record/slices.ts'
import { archivedAt, openAtArchive } from '#shared/domain/incident/rules/archiving.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const response = plan('p', [
  step('act'),
  step('video', { evidence: { what: localized('录像', 'Video'), keepDays: 90 } }),
  step('review', { stage: 'review' }),
])
const CLOSED = Date.parse(WORKDAY)

/** With everything done but the steps that are named, and a site that archives after ten days. */
function closed(
  { left = ['video'], drill = false }: { left?: readonly string[]; drill?: boolean } = {},
  before: (scenario: Scenario) => void = () => undefined,
): Scenario {
  const scenario = incidentAt(WORKDAY, {
    attention: ATTENTION_DEFAULTS,
    archiveAfterDays: 10,
    drill,
  })
  scenario.activate(response)
  for (const id of ['act', 'video', 'review']) if (!left.includes(id)) scenario.finish(id)
  before(scenario)
  scenario.move('closed')
  return scenario
}
const nothing = (): void => undefined
const due = (scenario: Scenario): number | null => archivedAt(scenario.state(), scenario.world)
const inDays = (scenario: Scenario): number => ((due(scenario) ?? 0) - CLOSED) / DAY_MS
const people = (scenario: Scenario, counts: Counts) =>
  scenario.send({
    type: 'AssessIncident',
    casualties: counts,
    loss: null,
    severity: null,
    reason: null,
  })
const evidence = (scenario: Scenario) =>
  scenario.send({
    ...{ type: 'RecordEvidence', what: '监控', kind: 'video', place: '监控室' },
    ...{ keeper: null, stepId: 'video' },
  })

it('is archived once its days are over, by the station, and says so', () => {
  const scenario = closed()
  scenario.pass('9 d')
  expect(scenario.state().state).toBe('closed')
  scenario.pass('1 d')
  expect(scenario.state()).toMatchObject({ state: 'archived', moments: { closed: CLOSED } })
  expect(scenario.all('IncidentMoved').at(-1)).toMatchObject({
    ...{ from: 'closed', to: 'archived', itself: true, by: 'Vigil' },
    at: CLOSED + 10 * DAY_MS,
  })
  expect(scenario.deadlines()).toEqual([])
})

it('is due before it, at no other instant, and only while it is closed', () => {
  const scenario = closed()
  expect(scenario.deadlines()).toMatchObject([{ fires: 'archived', dueAt: CLOSED + 10 * DAY_MS }])
  expect(due(incidentAt(WORKDAY, { archiveAfterDays: 10 }))).toBeNull()
})

describe('what is still open puts it off to thirty days', () => {
  it.each([
    ['nothing', ['video'], nothing, 10],
    ['people who were hurt', ['video'], (s: Scenario): void => void people(s, { minor: 1 }), 30],
    [
      'people who were trapped',
      ['video'],
      (s: Scenario): void => void people(s, { trapped: 1 }),
      30,
    ],
    ['nobody who was hurt', ['video'], (s: Scenario): void => void people(s, { minor: 0 }), 10],
    ['a step done without its evidence', [], nothing, 30],
    ['a review that was left out', ['video', 'review'], nothing, 30],
    ['evidence, to the end of its keeping', [], (s: Scenario): void => void evidence(s), 90],
  ] as const)('%s', (_, left, before, days) => {
    expect(inDays(closed({ left }, before))).toBe(days)
  })

  it('nothing of it in a drill', () => {
    const scenario = closed({ left: [], drill: true }, (s) => void people(s, { minor: 2 }))
    expect(inDays(scenario)).toBe(10)
    expect(openAtArchive(scenario.state(), scenario.world).casualties).toBe(false)
  })
})

it('a time that ends while evidence is kept ends with it', () => {
  const scenario = closed({ left: [] }, (s) => void evidence(s))
  scenario.pass('89 d')
  expect(scenario.state().state).toBe('closed')
  scenario.pass('1 d')
  expect(scenario.state().state).toBe('archived')
  expect(scenario.all('EvidenceMayGo')).toHaveLength(1)
})

describe('begins anew', () => {
  it.each([
    ['with a note', (s: Scenario) => s.note('家属来问')],
    ['with casualties', (s: Scenario) => people(s, { minor: 0 })],
    [
      'with a report that is put right',
      (s: Scenario) => s.send({ type: 'AmendReport', place: '天台', reason: '听错了' }),
    ],
  ] as const)('%s', (_, act) => {
    const scenario = closed()
    scenario.pass('9 d')
    expect(act(scenario)).toBeNull()
    expect(inDays(scenario)).toBe(19)
    scenario.pass('9 d')
    expect(scenario.state().state).toBe('closed')
  })

  it('with the closing after it was moved back', () => {
    const scenario = closed()
    scenario.pass('5 d')
    const last = { from: 'responding' as const, at: CLOSED, left: [] }
    expect(scenario.send({ type: 'MoveBack', last, reason: '点错了' })).toBeNull()
    expect(due(scenario)).toBeNull()
    scenario.move('closed')
    expect(inDays(scenario)).toBe(15)
  })
})

it('the days are between 7 and 365', () => {
  const set = (days: number) =>
    decideArchiving(null, { type: 'SetArchiving', days, reason: { sealed: 'x' } })
  expect([6, 366, 10.5].map((days) => set(days))).toMatchObject(
    [1, 2, 3].map(() => ({ ok: false, code: 'bad-input', details: ['days'] })),
  )
  expect(set(7)).toMatchObject({ ok: true, events: [{ type: 'ArchivingSet', days: 7 }] })
  expect(set(30)).toMatchObject({ ok: true, events: [] })
})
