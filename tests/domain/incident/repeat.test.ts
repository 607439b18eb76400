/** Steps that open again each time they are done (续报), until the incident has come far enough. */
import { describe, expect, it } from 'vitest'
import type { Plan, Repeat, Step } from '#shared/domain/plan/plan.ts'
import { limitStanding, monthStatistics } from '#shared/domain/statistics/month.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { HOUR, MINUTE, plan, escalationStep, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const HALF_HOUR = 30 * MINUTE
const repeating = (part: Partial<Step> = {}, until: Repeat['until'] = 'contained'): Plan =>
  plan('p', [
    step('r', {
      due: { within: HOUR, from: 'reported' },
      late: [escalationStep('head'), escalationStep('manager', 5 * MINUTE)],
      repeat: { every: HALF_HOUR, until },
      ...part,
    }),
    step('x'),
  ])
const running = (response: Plan = repeating()): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(response)
  return scenario
}
const limits = (scenario: Scenario): string[] =>
  projectStats(scenario.state(), scenario.world).limits.map((limit) =>
    limitStanding(limit, scenario.now()),
  )

describe('a repeating step that is done', () => {
  it('is open again, with its next limit counted from when it was done', () => {
    const scenario = running()
    scenario.pass('50 min')
    scenario.finish('r')
    expect(scenario.step('r')).toMatchObject({
      state: 'open',
      times: 1,
      timesLate: 0,
      lastDoneAt: START + 50 * MINUTE,
      doneAt: null,
      startedAt: START + 50 * MINUTE,
      dueAt: START + 80 * MINUTE,
      openedAt: START + 50 * MINUTE,
      acceptedBy: null,
      late: false,
      repeat: { every: HALF_HOUR, until: 'contained' },
    })
    scenario.pass('10 min')
    scenario.finish('r', 'already-done')
    expect(scenario.step('r')).toMatchObject({
      state: 'open',
      times: 2,
      lastDoneAt: START + HOUR,
      dueAt: START + 90 * MINUTE,
    })
    expect(scenario.all('StepFinished')).toHaveLength(2) // each with its person, words and instant
  })

  it.each(['skipped', 'not-applicable'] as const)('not so one %s', (outcome) => {
    const scenario = running()
    scenario.finish('r', outcome, '已有上级派人')
    expect(scenario.step('r')).toMatchObject({ state: outcome, times: 0 })
    expect(scenario.deadlines()).toEqual([])
  })

  it('alarms and escalates each time anew', () => {
    const scenario = running()
    scenario.finish('r')
    scenario.pass(HALF_HOUR + 6 * MINUTE)
    expect(scenario.step('r')).toMatchObject({ late: true, state: 'open' })
    expect(scenario.board().alerts).toMatchObject([{ stepId: 'r', dueAt: START + HALF_HOUR }])
    expect(scenario.board().alerts[0]?.told.map(({ role }) => role.zh)).toEqual([
      '岗位desk',
      '岗位head',
      '岗位manager',
    ])
    scenario.finish('r')
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.all('AlertCleared')).toMatchObject([{ why: 'finished' }])
    scenario.pass(HALF_HOUR)
    expect(scenario.board().alerts).toMatchObject([{ stepId: 'r', dueAt: START + 66 * MINUTE }])
    expect(scenario.all('StepLate').map(({ dueAt }) => dueAt)).toEqual([
      START + HALF_HOUR,
      START + 66 * MINUTE,
    ])
  })

  it('a clock that was set for the time before fires nothing', () => {
    const scenario = running()
    const [before] = scenario.deadlines()
    scenario.pass('50 min')
    scenario.finish('r')
    scenario.check(before?.key ?? '')
    expect(scenario.all('StepLate')).toEqual([])
    expect(scenario.deadlines().map(({ key }) => key)).toEqual(['limit:r:2'])
  })

  it('with a limit that had not begun counts from its completion all the same', () => {
    const scenario = running(repeating({ due: { within: HOUR, from: { step: 'x' } } }))
    scenario.finish('r')
    expect(scenario.step('r')).toMatchObject({ pending: false, dueAt: START + HALF_HOUR })
  })

  it('before its turn rests until its turn comes', () => {
    const scenario = running(repeating({ after: ['x'] }))
    scenario.finish('r')
    expect(scenario.step('r')).toMatchObject({ state: 'waiting', times: 1, dueAt: null })
    scenario.finish('x')
    expect(scenario.step('r')).toMatchObject({ state: 'open', dueAt: START + HALF_HOUR })
  })
})

describe('what waits for a repeating step', () => {
  it('before its own turn, does not make a step that was done once "not recorded"', () => {
    const scenario = running(
      plan('p', [
        ...repeating().steps,
        step('far', { after: ['x'], due: { within: HOUR, from: { step: 'r' } } }),
      ]),
    )
    const unrecorded = (): string[] =>
      scenario
        .deadlines()
        .filter(({ fires }) => fires === 'unrecorded')
        .map(({ of }) => of)
    expect(unrecorded()).toEqual(['r'])
    scenario.finish('r')
    expect(scenario.step('far').state).toBe('waiting')
    expect(unrecorded()).toEqual([])
  })

  it('comes as soon as it was done once, and stays', () => {
    const scenario = running(
      plan('p', [
        ...repeating().steps,
        step('after', { after: ['r'] }),
        step('when', { when: { step: 'r', is: 'done' } }),
        step('from', { due: { within: HOUR, from: { step: 'r' } } }),
        step('late', { when: { step: 'r', is: 'late' } }),
      ]),
    )
    expect(scenario.step('after').waitsFor).toEqual(['r'])
    scenario.pass('10 min')
    scenario.finish('r')
    scenario.pass('10 min')
    scenario.finish('r')
    for (const id of ['after', 'when', 'from']) expect(scenario.step(id).state).toBe('open')
    expect(scenario.step('from').dueAt).toBe(START + 10 * MINUTE + HOUR)
    expect(scenario.step('late').state).toBe('hidden')
    scenario.pass(HALF_HOUR)
    scenario.finish('r')
    expect(scenario.step('late').state).toBe('open') // it was late once
    expect(scenario.all('AlertRaised').every(({ alert }) => alert.kind === 'late')).toBe(true)
  })
})

describe('until the incident has come so far', () => {
  it.each([
    ['contained', 'contained'],
    ['contained', 'lifted'],
    ['lifted', 'lifted'],
  ] as const)(
    '%s: at %s the open time does not apply, and the step stands as often as it was done',
    (until, to) => {
      const scenario = running(repeating({}, until))
      scenario.finish('r')
      scenario.pass('10 min')
      scenario.move(to)
      expect(scenario.step('r')).toMatchObject({
        state: 'not-applicable',
        times: 1,
        lastDoneAt: START,
        late: false,
        needsReason: false,
      })
      expect(scenario.step('r').reason).toContain('不再重复')
      expect(limits(scenario)).toEqual(['met', 'not-counted'])
      expect(scenario.deadlines()).toEqual([])
    },
  )

  it('lifted: being contained ends nothing', () => {
    const scenario = running(repeating({}, 'lifted'))
    scenario.move('contained')
    scenario.finish('r')
    expect(scenario.step('r')).toMatchObject({ state: 'open', times: 1 })
  })

  it('a required step that was never done stays open; one that was done blocks nothing', () => {
    const never = running(repeating({ required: true }))
    never.move('contained')
    expect(never.step('r').state).toBe('open')
    never.finish('r')
    expect(never.step('r')).toMatchObject({ state: 'done', times: 1 }) // and opens no more
    const once = running(repeating({ required: true, lifeSafety: true }))
    once.finish('r')
    expect(once.move('closed')).toBeNull()
  })

  it('a superseded plan repeats nothing', () => {
    const scenario = running()
    scenario.finish('r')
    scenario.activate(plan('q', [step('q1')]), { supersedes: 'p' })
    expect(scenario.step('r')).toMatchObject({ state: 'not-applicable', times: 1 })
    expect(scenario.deadlines()).toEqual([])
  })
})

describe('the figures', () => {
  it('count every time by its own limit; what was late stays late', () => {
    const scenario = running()
    scenario.pass('61 min')
    scenario.finish('r') // late
    scenario.pass('20 min')
    scenario.finish('r') // met
    scenario.pass(HALF_HOUR)
    scenario.finish('r') // met at the very instant
    scenario.pass('31 min') // late and open
    expect(limits(scenario)).toEqual(['late', 'met', 'met', 'late'])
    expect(scenario.step('r')).toMatchObject({ times: 3, timesLate: 1, late: true })
    expect(
      monthStatistics('2026-11', [projectStats(scenario.state(), scenario.world)], scenario.now())
        .limits,
    ).toEqual({
      due: 4,
      met: 2,
      late: 2,
    })
  })
})

describe('a reason for lateness', () => {
  it('is asked for a time before, too, and blocks closing until it is given', () => {
    const scenario = running()
    scenario.pass('61 min')
    scenario.finish('r')
    expect(scenario.step('r')).toMatchObject({ state: 'open', late: false, needsReason: true })
    expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['r'] })
    expect(scenario.explain('r', '线路忙')).toBeNull()
    expect(scenario.step('r').needsReason).toBe(false)
    scenario.pass(HALF_HOUR)
    // the next one needs its own
    expect(scenario.step('r')).toMatchObject({ late: true, needsReason: true })
    scenario.explain('r', '又忙')
    expect(scenario.step('r').needsReason).toBe(false)
    expect(scenario.move('closed')).toBeNull()
    expect(
      projectStats(scenario.state(), scenario.world).limits.map(({ explained }) => explained),
    ).toEqual([true, true])
  })

  it('may be said with the finish', () => {
    const scenario = running()
    scenario.pass('61 min')
    scenario.finish('r', 'done', '线路忙')
    expect(scenario.step('r').needsReason).toBe(false)
    expect(scenario.explain('r')?.code).toBe('no-reason-needed')
  })
})

describe('a correction', () => {
  it('takes back the last time that it was done, with the limit of then', () => {
    const scenario = running()
    scenario.pass('10 min')
    scenario.finish('r')
    expect(scenario.correct('r')).toBeNull()
    expect(scenario.step('r')).toMatchObject({
      state: 'open',
      times: 0,
      lastDoneAt: null,
      dueAt: START + HOUR,
    })
    expect(limits(scenario)).toEqual(['running'])
    expect(scenario.correct('r')?.code).toBe('step-not-finished')
  })

  it('takes no lateness back', () => {
    const scenario = running()
    scenario.finish('r')
    scenario.pass('31 min')
    scenario.correct('r')
    expect(scenario.step('r')).toMatchObject({ times: 0, late: true })
  })

  it('opens a step again that the end of the response had closed', () => {
    const scenario = running()
    scenario.finish('r')
    scenario.move('contained')
    scenario.correct('r')
    expect(scenario.step('r')).toMatchObject({ state: 'open', times: 1 })
    scenario.finish('r')
    expect(scenario.step('r')).toMatchObject({ state: 'done', times: 2, lastDoneAt: START })
  })
})
