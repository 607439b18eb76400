/**
 * What was recorded by mistake is taken back within ten seconds by who recorded it: the record is
 * as it would be without it, and both stand in it.
 */
import { describe, expect, it } from 'vitest'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { alertsOf } from '#shared/domain/history/alerts.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { led, type Led } from '../../kit/journalled.ts'
import { WORKDAY } from '../../kit/days.ts'

const CALL = [{ who: localized('消防', 'Fire brigade'), number: '119' }] as never
const fire = plan(
  'fire',
  [
    step('call', { calls: CALL, lifeSafety: true, urgency: 'immediate' }),
    step('after', { after: ['call'], due: { within: 5 * MINUTE, from: { step: 'call' } } }),
    step('when', { when: { fact: 'big', is: 'yes' }, lifeSafety: true }),
    step('again', { repeat: { every: HOUR, until: 'contained' } }),
    step('next', { starts: { plan: 'other', handsOver: true, what: localized('转', 'x') } }),
    step('timed', { due: { within: 2 * MINUTE, from: 'reported' } }),
  ],
  { facts: [yesNo('big')] },
)
const other = plan('other', [step('b', { calls: CALL })])
const third = plan('third', [step('c', { calls: CALL })])

const begin = (): { scenario: Scenario } & Led => {
  const scenario = incidentAt(WORKDAY, {
    library: [fire, other, third],
    attention: ATTENTION_DEFAULTS,
  })
  scenario.activate(fire)
  scenario.activate(third)
  scenario.pass('10 s')
  return { scenario, ...led(scenario) }
}
/** The record apart from its history: how many events, and which alerts there were. */
const withoutHistory = (incident: Incident): object => ({ ...incident, version: 0 })

const CONTAINED = { type: 'MoveIncident', to: 'contained', reason: null } as const
/** For whatever life hangs on, where somebody asks. */
const REASONS: object = { reasons: { call: '因', when: '因', big: '因' } }
const ACTS: [string, (scenario: Scenario) => Refusal | null][] = [
  ['a step done, with the same call of another plan', (s) => s.finish('call')],
  ['a step taken in hand', (s) => s.accept('call')],
  ['a step skipped', (s) => s.finish('call', 'skipped', '已打过')],
  ['an answer that opens a step', (s) => s.answer('big', 'yes')],
  ['one time of a step that repeats', (s) => s.finish('again')],
  ['a step that hands over to another plan', (s) => s.finish('next')],
  ['a plan that takes the place of another', (s) => s.activate(other, { supersedes: 'third' })],
  ['contained', (s) => s.send({ ...CONTAINED, ...REASONS })],
  ['a false report', (s) => s.move('falseReport', '误触')],
  ['a note on a step', (s) => s.note('话', 'call')],
  ['what was put right', (s) => s.send({ type: 'AmendReport', place: '天台', reason: 'x' })],
  [
    'a plan that was stopped',
    (s) => s.send({ type: 'StopPlan', planId: 'third', reason: 'x', reasons: {} }),
  ],
]

describe('the record is as it was', () => {
  it.each(ACTS)('%s', (_, act) => {
    const { scenario, run, undo } = begin()
    const before = withoutHistory(scenario.state())
    const board = { ...scenario.board(), version: 0 }
    expect(run('1', () => act(scenario))).toBeNull()
    expect(withoutHistory(scenario.state())).not.toEqual(before)
    expect(undo('1')).toBeNull()
    expect(withoutHistory(scenario.state())).toEqual(before)
    expect({ ...scenario.board(), version: 0 }).toEqual(board)
    expect(scenario.events.map(({ type }) => type)).toContain('CommandUndone')
  })

  it('after any acts in any order, each taken back and done again', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const { scenario, run, undo } = begin()
      for (let n = 1; n <= 12; n++) {
        const [, act] = ACTS[(seed * 7 + n * n * 5 + seed * n) % ACTS.length] ?? expect.fail()
        const before = withoutHistory(scenario.state())
        if (run(`${n}`, () => act(scenario))) continue
        expect(undo(`${n}`), `${seed}: ${n}`).toBeNull()
        expect(withoutHistory(scenario.state()), `${seed}: ${n}`).toEqual(before)
        act(scenario)
        scenario.pass(n % 3 === 0 ? '70 s' : '2 s')
      }
    }
  })

  it('an acknowledgement: the alert is open again, in the list of alerts, too', () => {
    const { scenario, run, undo, events } = begin()
    scenario.pass('3 min')
    const [alert] = scenario.state().alerts
    run('1', () => scenario.acknowledge(alert?.id ?? ''))
    expect(undo('1')).toBeNull()
    expect(scenario.state().alerts[0]).toMatchObject({ id: alert?.id, acknowledged: null })
    expect(alertsOf(events())[0]).toMatchObject({ acknowledgedAt: null, acknowledgedBy: null })
  })

  it('what the clock has recorded since stays, and so does a lateness that had fallen due', () => {
    const { scenario, run, undo } = begin()
    scenario.setClock('111 s') // the limit has passed, and nobody has looked
    run('1', () => scenario.finish('call'))
    scenario.pass('5 s')
    const late = scenario.state().steps['timed']?.lateAt
    expect(undo('1')).toBeNull()
    expect(late).not.toBeNull()
    expect(scenario.state().steps['timed']?.lateAt).toBe(late)
    expect(scenario.all('StepLate')).toHaveLength(1)
  })

  it('an alert that the command raised did sound: it stays in the list and is cleared', () => {
    const { scenario, run, undo, events } = begin()
    scenario.pass('1 min')
    const doneAt = scenario.now() - MINUTE
    scenario.pass('8 min')
    run('1', () =>
      scenario.send({
        type: 'FinishStep',
        stepId: 'call',
        outcome: 'done',
        doneAt,
        reason: null,
        onBehalfOf: null,
      }),
    )
    const raised = scenario.all('AlertRaised').length
    expect(scenario.board().alerts.map(({ stepId }) => stepId)).toContain('after')
    expect(undo('1')).toBeNull()
    expect(scenario.board().alerts.map(({ stepId }) => stepId)).not.toContain('after')
    expect(alertsOf(events())).toHaveLength(raised)
    expect(new Set(alertsOf(events()).map(({ id }) => id)).size).toBe(raised)
  })

  it('two, the last one first', () => {
    const { scenario, run, undo } = begin()
    const before = withoutHistory(scenario.state())
    run('1', () => scenario.finish('call'))
    run('2', () => scenario.answer('big', 'yes'))
    expect(undo('1')?.code).toBe('undo-over')
    expect(undo('2')).toBeNull()
    expect(undo('1')).toBeNull()
    expect(withoutHistory(scenario.state())).toEqual(before)
  })
})

describe('refused, and nothing is recorded', () => {
  it.each<[string, (course: ReturnType<typeof begin>) => Refusal | null]>([
    ['after more than ten seconds', ({ scenario, undo }) => (scenario.pass('10001 ms'), undo('1'))],
    [
      'for as long as a clock that was put back takes to come again',
      ({ scenario, undo }) => (scenario.setClock('-1 h'), undo('1')),
    ],
    ['to another person', ({ undo }) => undo('1', '王强')],
    ['a second time', ({ undo }) => undo('1') ?? undo('1')],
    ['an undoing', ({ undo }) => undo('1') ?? undo('undo of 1')],
    ['a command that nobody sent', ({ undo }) => undo('7')],
    [
      'once something was recorded since, by anybody',
      ({ scenario, run, undo }) => (run('2', () => scenario.note('话')), undo('1')),
    ],
  ])('%s', (_, act) => {
    const course = begin()
    course.run('1', () => course.scenario.finish('call'))
    expect(act(course)?.code).toBe('undo-over')
  })

  it('the report itself', () => {
    const scenario = incidentAt(WORKDAY)
    const events = scenario.recorded.map((event) => ({ ...event, commandId: '0' }))
    expect(events.map(({ type }) => type)).toEqual(['IncidentReported'])
    expect(led(scenario).undo('0')?.code).toBe('undo-over')
  })

  it('at exactly ten seconds it is taken', () => {
    const { scenario, run, undo } = begin()
    run('1', () => scenario.finish('call'))
    scenario.pass('10 s')
    expect(undo('1')).toBeNull()
  })
})

it('is taken from whoever sent the command, whoever reported the incident', () => {
  const { scenario, run, undo } = begin()
  const adding = { type: 'AddNote', stepId: null, words: { sealed: '话' } } as const
  run('1', () => scenario.send(adding, '王强'))
  expect(undo('1')?.code).toBe('undo-over')
  expect(undo('1', '王强')).toBeNull()
})

it('names the parts and steps that it changed, and no others', () => {
  const changed = (act: (scenario: Scenario) => Refusal | null) => {
    const { scenario, run, undo } = begin()
    run('1', () => act(scenario))
    undo('1')
    return scenario
      .all('CommandUndone')
      .map(({ parts, steps }) => [
        ...[Object.keys(parts).toSorted(), Object.keys(steps).toSorted()],
      ])
  }
  expect(changed((s) => s.answer('big', 'yes'))).toEqual([[['attention', 'facts'], ['when']]])
  expect(changed((s) => s.send({ type: 'AmendReport', place: '天台', reason: 'x' }))).toEqual([
    [['amended', 'attention', 'place'], []],
  ])
})
