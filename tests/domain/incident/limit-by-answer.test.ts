/**
 * Limits that are long or short by an answer (市区30分钟，郊区60分钟): the shortest counts until
 * somebody answers, a later answer sets them anew from the same start, and lateness that was
 * recorded stays. RUNS and SEED in the environment ask for more lives and others.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthBy } from '#shared/domain/plan/due.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { choice, HOUR, MINUTE, plan, step } from '../../kit/plan.ts'
import { WORKDAY } from '../../kit/days.ts'

const AREA = choice('area', ['urban', 'suburb'])
const BY_AREA = { fact: 'area', is: { urban: 30 * MINUTE, suburb: 60 * MINUTE } }
const PLAN = plan('lift', [step('arrive', { due: { within: BY_AREA, from: 'reported' } })], {
  facts: [AREA],
})

function begun(of = PLAN): Scenario {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(of)
  return scenario
}
/** How long the limit is, and what it asks. */
const limitOf = (scenario: Scenario, id = 'arrive') => {
  const { startedAt, dueAt, limitAsks } = scenario.step(id)
  return { minutes: ((dueAt ?? NaN) - (startedAt ?? NaN)) / MINUTE, limitAsks }
}

describe('given a limit of 30 minutes in the city and 60 outside', () => {
  it('when nobody has answered, then the shorter one counts, and the step says what it asks', () => {
    const scenario = begun()
    expect(limitOf(scenario)).toEqual({ minutes: 30, limitAsks: 'area' })
    expect(scenario.board().facts).toMatchObject([{ key: 'area', decides: [], limits: ['arrive'] }])
  })

  it.each([
    ['urban', 30],
    ['suburb', 60],
  ])('when the answer is %s, then it is %i minutes from the same start', (answer, minutes) => {
    const scenario = begun()
    const { startedAt } = scenario.step('arrive')
    scenario.pass(10 * MINUTE)
    scenario.answer('area', answer)
    expect(limitOf(scenario)).toEqual({ minutes, limitAsks: undefined })
    expect(scenario.step('arrive').startedAt).toBe(startedAt)
    scenario.pass((minutes - 10) * MINUTE - 1)
    expect(scenario.step('arrive').late).toBe(false)
    scenario.pass(1)
    expect(scenario.all('StepLate')).toMatchObject([{ stepId: 'arrive', lateByMs: 0 }])
  })

  it.each([
    ['at', 0, 60, 0],
    ['just after', 1, 30, 1],
  ])('when the answer comes %s the instant of the shorter one', (_, ms, minutes, late) => {
    const scenario = begun()
    scenario.setClock(30 * MINUTE + ms) // nothing has fired by it yet
    scenario.answer('area', 'suburb')
    expect(limitOf(scenario).minutes).toBe(minutes)
    expect(scenario.all('StepLate')).toHaveLength(late)
  })

  it('when the answer is put right, then the limit is, too; one that is over fires at once', () => {
    const scenario = begun()
    scenario.answer('area', 'suburb')
    scenario.pass(40 * MINUTE)
    scenario.answer('area', 'urban')
    expect(limitOf(scenario).minutes).toBe(30)
    expect(scenario.all('StepLate')).toMatchObject([{ lateByMs: 10 * MINUTE }])
  })

  it('when it was late by the limit known then, then a later answer leaves that as it is', () => {
    const scenario = begun()
    scenario.pass(31 * MINUTE)
    scenario.answer('area', 'suburb')
    expect(limitOf(scenario)).toEqual({ minutes: 30, limitAsks: undefined })
    scenario.finish('arrive')
    expect(projectStats(scenario.state(), scenario.world).limits).toMatchObject([
      { stepId: 'arrive', lateAt: scenario.all('StepLate')[0]!.at },
    ])
  })

  it('when it was done in time, then a later answer leaves that as it is', () => {
    const scenario = begun()
    scenario.answer('area', 'suburb')
    scenario.pass(40 * MINUTE)
    scenario.finish('arrive')
    scenario.answer('area', 'urban')
    expect(limitOf(scenario).minutes).toBe(60)
    expect(scenario.all('StepLate')).toEqual([])
  })

  it('an answer that it does not name counts as none', () => {
    expect(lengthBy(BY_AREA, null)).toEqual({ ms: 30 * MINUTE, known: false })
    expect(lengthBy(BY_AREA, 'elsewhere')).toEqual({ ms: 30 * MINUTE, known: false })
    expect(lengthBy(BY_AREA, 'constructor')).toEqual({ ms: 30 * MINUTE, known: false })
  })
})

it('a limit that waits for a step asks for the report of it by the shorter time', () => {
  const scenario = begun(
    plan(
      'lift',
      [
        step('call'),
        step('arrive', { due: { within: BY_AREA, from: { step: 'call' } } }),
        step('next', { due: { within: HOUR, from: 'reported' } }),
      ],
      { facts: [AREA] },
    ),
  )
  scenario.pass(30 * MINUTE)
  expect(scenario.board().alerts).toMatchObject([{ kind: 'not-recorded', stepId: 'call' }])
  scenario.answer('area', 'suburb')
  scenario.finish('call')
  expect(limitOf(scenario).minutes).toBe(60)
})

it('the second time of a step that repeats counts by its interval, whatever is answered', () => {
  const scenario = begun(
    plan(
      'lift',
      [
        step('arrive', {
          due: { within: BY_AREA, from: 'reported' },
          repeat: { every: 20 * MINUTE, until: 'contained' },
        }),
      ],
      { facts: [AREA] },
    ),
  )
  scenario.finish('arrive')
  scenario.answer('area', 'suburb')
  expect(limitOf(scenario)).toEqual({ minutes: 20, limitAsks: undefined })
})

it('in any life: it counts from one start, by the last answer, and never moves once it was late', () => {
  const act = fc.oneof(
    fc.constantFrom('urban', 'suburb').map((answer) => ({ answer })),
    fc.integer({ min: 0, max: 50 }).map((minutes) => ({ minutes })),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.boolean(), (acts, isFinished) => {
      const scenario = begun()
      const { startedAt } = scenario.step('arrive')
      let answer: string | null = null
      let dueAt = scenario.step('arrive').dueAt!
      for (const next of acts) {
        const wasLate = scenario.step('arrive').late
        if ('answer' in next) scenario.answer('area', (answer = next.answer))
        else scenario.pass(next.minutes * MINUTE)
        const { late, ...limit } = scenario.step('arrive')
        expect(limit.startedAt).toBe(startedAt)
        expect(limit.dueAt).toBe(wasLate ? dueAt : startedAt! + lengthBy(BY_AREA, answer).ms)
        dueAt = limit.dueAt!
        expect(late).toBe(dueAt <= scenario.now())
      }
      if (isFinished) scenario.finish('arrive')
      expect(scenario.all('StepLate').length).toBe(scenario.step('arrive').late ? 1 : 0)
    }),
    { numRuns: Number(process.env.RUNS ?? 200), seed: Number(process.env.SEED ?? 60) },
  )
})
