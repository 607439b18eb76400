/**
 * Closing, archiving and false report: open limits and alerts are cancelled, optional steps become
 * not applicable.
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, escalationStep, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { localized } from '#shared/domain/text.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { limitStanding } from '#shared/domain/statistics/month.ts'

const busy = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan(
      'p',
      [
        step('late', {
          due: { within: 5 * MINUTE, from: 'reported' },
          late: [escalationStep('head', 0), escalationStep('manager', 30 * MINUTE)],
        }),
        step('running', { due: { within: 60 * MINUTE, from: 'reported' } }),
        step('done'),
        step('waiting', { after: ['running'] }),
        step('unknown', { when: { fact: 'k', is: 'yes' } }),
        step('hidden', { when: { fact: 'no', is: 'yes' } }),
        step('clock', { due: { within: 30 * MINUTE, from: { step: 'unknown' } } }),
        step('soon', { when: { elapsed: 45 * MINUTE, from: 'reported' } }),
      ],
      { facts: [yesNo('k'), yesNo('no')] },
    ),
  )
  scenario.answer('no', 'no')
  scenario.finish('done')
  scenario.pass('6 min')
  scenario.explain('late')
  return scenario
}

describe.each([
  [
    'closing',
    (scenario: Scenario) => scenario.move('closed'),
    localized('结案时未做', 'not done when the incident was closed'),
  ],
  [
    'a false report',
    (scenario: Scenario) => scenario.move('falseReport', '误触'),
    localized('记为误报时未做', 'not done when the report was found to be false'),
  ],
])('%s', (_, end, why) => {
  it('cancels every limit, threshold and escalation', () => {
    const scenario = busy()
    expect(new Set(scenario.deadlines().map(({ fires }) => fires))).toEqual(
      new Set(['limit', 'post', 'passed']),
    )
    expect(end(scenario)).toBeNull()
    expect(scenario.deadlines()).toEqual([])
    const events = scenario.events.length
    scenario.pass('3 d')
    scenario.check('limit:running', 'post:i1.1:2', 'passed:p/reported/2700000')
    expect(scenario.events).toHaveLength(events)
  })

  it('clears the alerts', () => {
    const scenario = busy()
    expect(scenario.board().alerts).toHaveLength(1)
    end(scenario)
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.all('AlertCleared').at(-1)).toMatchObject({ alertId: 'i1.1', why: 'over' })
  })

  it('makes unfinished steps not applicable; finished ones stay, hidden ones stay hidden', () => {
    const scenario = busy()
    end(scenario)
    expect(scenario.board().steps.map(({ id, state }) => [id, state])).toEqual([
      ['late', 'not-applicable'],
      ['running', 'not-applicable'],
      ['done', 'done'],
      ['waiting', 'not-applicable'],
      ['unknown', 'not-applicable'],
      ['hidden', 'hidden'],
      ['clock', 'not-applicable'],
      ['soon', 'hidden'],
    ])
  })

  it("says in both languages why, as nobody's judgement, and explains no lateness by it", () => {
    const scenario = busy()
    end(scenario)
    expect(scenario.step('running').reason).toBe(`${why.zh} / ${why.en}`)
    const automatic = scenario.all('StepFinished').filter((event) => event.automatic)
    expect(automatic.map(({ stepId }) => stepId)).toEqual([
      'late',
      'running',
      'waiting',
      'unknown',
      'clock',
    ])
    for (const event of automatic)
      expect(event).toMatchObject({
        outcome: 'not-applicable',
        reason: null,
        onBehalfOf: null,
        automatic: why,
      })
  })

  it('keeps lateness; a limit cancelled before it ran out counts nowhere', () => {
    const scenario = busy()
    end(scenario)
    expect(scenario.step('late').late).toBe(true)
    const standings = projectStats(scenario.state(), scenario.world).limits.map((limit) => [
      limit.stepId,
      limitStanding(limit, scenario.now() + 86_400_000),
    ])
    expect(standings).toEqual([
      ['late', 'late'],
      ['running', 'not-counted'],
    ])
  })
})

it('archiving a closed incident changes no step', () => {
  const scenario = busy()
  scenario.move('closed')
  const { steps } = scenario.state()
  expect(scenario.move('archived')).toBeNull()
  expect(scenario.state()).toMatchObject({ state: 'archived', alerts: [] })
  expect(scenario.state().steps).toEqual(steps)
})

it('a false report closes even what would block closing', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a', { required: true })]))
  expect(scenario.move('closed')?.code).toBe('close-blocked')
  expect(scenario.move('falseReport', '误触')).toBeNull()
  expect(scenario.state()).toMatchObject({ state: 'falseReport', reason: '误触' })
})

it('a limit that runs out at the very instant of closing must be explained first', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a', { due: { within: 5 * MINUTE, from: 'reported' } })]))
  scenario.setClock(5 * MINUTE) // the ticker has not come by
  expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['a'] })
  scenario.explain('a')
  expect(scenario.move('closed')).toBeNull()
  expect(scenario.all('StepLate')).toHaveLength(1)
})
