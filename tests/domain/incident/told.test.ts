/**
 * What was done earlier and is told only now (补记): it counts from when it was done, what follows
 * counts from there, and lateness that the record has is shown for what it was.
 */
import { describe, expect, it } from 'vitest'
import type { FinishStep } from '#shared/domain/incident/record/commands.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { periodStatistics } from '#shared/domain/statistics/statistics.ts'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { HOUR, MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const REASON = { sealed: 'why' }

const tell = (
  scenario: Scenario,
  stepId: string,
  doneAt: number,
  part: Partial<FinishStep> = {},
): Refusal | null =>
  scenario.send({
    type: 'FinishStep',
    stepId,
    outcome: 'done',
    doneAt,
    reason: null,
    onBehalfOf: null,
    ...part,
  })

/** `call` within ten minutes of the report, then `arrive` within fifteen of that, then `look`. */
const running = (): Scenario => {
  const scenario = incidentAt(WORKDAY, { occurredAt: START - 5 * MINUTE })
  scenario.activate(
    plan('p', [
      step('call', { due: { within: 10 * MINUTE, from: 'reported' } }),
      step('arrive', { due: { within: 15 * MINUTE, from: { step: 'call' } } }),
      step('look', { after: ['call'], urgency: 'immediate' }),
    ]),
  )
  return scenario
}
const figuresOf = (scenario: Scenario) =>
  periodStatistics(
    { from: '2026-11-01', to: '2026-11-30' },
    [projectStats(scenario.state(), scenario.world)],
    scenario.now(),
    { zone: 'Asia/Shanghai' },
  )

describe('a step that was done in time and is told late', () => {
  const inTime = (): Scenario => {
    const scenario = running()
    scenario.pass('12 min')
    expect(scenario.step('call').late).toBe(true)
    expect(tell(scenario, 'call', START + 8 * MINUTE, { reason: REASON })).toBeNull()
    return scenario
  }

  it('is in time, and shows when it was done and when that was told', () => {
    const scenario = inTime()
    expect(scenario.step('call')).toMatchObject({
      state: 'done',
      late: false,
      needsReason: false,
      doneAt: START + 8 * MINUTE,
      toldAt: START + 12 * MINUTE,
    })
    expect(scenario.board().alerts).toEqual([])
  })

  it('takes no lateness back that the record has', () => {
    const scenario = inTime()
    expect(scenario.all('StepLate')).toHaveLength(1)
    expect(scenario.state().steps['call']?.lateAt).toBe(START + 10 * MINUTE)
  })

  it('is met in the figures, and counted a second time as told', () => {
    const { limits, lateList } = figuresOf(inTime())
    expect(limits).toMatchObject({ due: 1, met: 1, late: 0, metAsTold: 1 })
    expect(lateList).toEqual([])
  })

  it('needs a reason for that, and for nothing else', () => {
    const scenario = running()
    scenario.pass('9 min')
    expect(tell(scenario, 'call', START + 8 * MINUTE)).toBeNull()
    expect(figuresOf(scenario).limits).toMatchObject({ met: 1, metAsTold: 0 })
    const late = running()
    late.pass('12 min')
    expect(tell(late, 'call', START + 8 * MINUTE)?.code).toBe('reason-needed')
    expect(tell(late, 'call', START + 11 * MINUTE)).toBeNull()
    expect(late.step('call').late).toBe(true)
    expect(figuresOf(late).limits).toMatchObject({ met: 0, late: 1, metAsTold: 0 })
  })

  it('that is corrected is late again', () => {
    const scenario = inTime()
    scenario.correct('call')
    expect(scenario.step('call')).toMatchObject({ state: 'open', late: true, toldAt: null })
    expect(scenario.board().alerts).toHaveLength(1)
  })

  it('a step of lateness does not apply any more', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('call', { due: { within: 10 * MINUTE, from: 'reported' } }),
        step('spare', { when: { step: 'call', is: 'late' } }),
      ]),
    )
    scenario.pass('12 min')
    expect(scenario.step('spare').state).toBe('open')
    tell(scenario, 'call', START + 8 * MINUTE, { reason: REASON })
    expect(scenario.step('spare').state).toBe('hidden')
  })
})

describe('what follows', () => {
  it('clocks count from when it was done', () => {
    const scenario = running()
    scenario.pass('9 min')
    tell(scenario, 'call', START + 4 * MINUTE)
    expect(scenario.step('arrive')).toMatchObject({
      startedAt: START + 4 * MINUTE,
      dueAt: START + 19 * MINUTE,
    })
  })

  it('and fire at once if they are past', () => {
    const scenario = running()
    scenario.pass('30 min')
    tell(scenario, 'call', START + 4 * MINUTE, { reason: REASON })
    expect(scenario.all('StepLate').at(-1)).toMatchObject({
      stepId: 'arrive',
      dueAt: START + 19 * MINUTE,
      lateByMs: 11 * MINUTE,
    })
  })

  it('what opens counts as open since then; its clock of attention begins at the telling', () => {
    const scenario = incidentAt(WORKDAY, { attention: ATTENTION_DEFAULTS })
    scenario.activate(
      plan('p', [step('call'), step('look', { after: ['call'], urgency: 'immediate' })]),
    )
    scenario.pass('9 min')
    tell(scenario, 'call', START + 4 * MINUTE)
    expect(scenario.step('look')).toMatchObject({
      openedAt: START + 4 * MINUTE,
      nudgeAt: START + 9 * MINUTE + ATTENTION_DEFAULTS.atOnce,
    })
  })

  it('a step that also waited for something later counts as open since that', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a'), step('b'), step('look', { after: ['a', 'b'] })]))
    scenario.pass('6 min')
    scenario.finish('b')
    scenario.pass('3 min')
    tell(scenario, 'a', START + 4 * MINUTE)
    expect(scenario.step('look').openedAt).toBe(START + 6 * MINUTE)
  })

  it('the next time of a step that repeats counts from it, too', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a', { repeat: { every: HOUR, until: 'contained' } })]))
    scenario.pass('20 min')
    tell(scenario, 'a', START + 5 * MINUTE)
    expect(scenario.step('a')).toMatchObject({
      times: 1,
      openedAt: START + 5 * MINUTE,
      dueAt: START + 65 * MINUTE,
    })
    scenario.pass('20 min')
    expect(tell(scenario, 'a', START + 4 * MINUTE)?.code).toBe('bad-input')
  })

  it('the first step of an incident was done when it was done', () => {
    const scenario = running()
    scenario.pass('9 min')
    scenario.finish('look')
    tell(scenario, 'call', START + 4 * MINUTE)
    expect(scenario.state().moments.firstStep).toBe(START + 4 * MINUTE)
  })
})

describe('a time of completion', () => {
  it.each<[string, number, Partial<FinishStep>]>([
    ['ahead', 10 * MINUTE, {}],
    ['before the occurrence', -6 * MINUTE, {}],
    ['of a step that was skipped', 2 * MINUTE, { outcome: 'skipped' }],
    ['of a step that does not apply', 2 * MINUTE, { outcome: 'not-applicable' }],
  ])('%s is refused', (_, after, part) => {
    const scenario = running()
    scenario.pass('9 min')
    expect(tell(scenario, 'call', START + after, part)?.code).toBe('bad-input')
  })

  it('before that of a step that comes before it is refused, and at it taken', () => {
    const scenario = running()
    scenario.pass('5 min')
    scenario.finish('call')
    scenario.pass('4 min')
    expect(tell(scenario, 'look', START + 4 * MINUTE)?.code).toBe('bad-input')
    expect(tell(scenario, 'look', START + 5 * MINUTE)).toBeNull()
  })

  it('between occurrence and report is taken; now is nothing that is told late', () => {
    const scenario = running()
    scenario.pass('9 min')
    expect(tell(scenario, 'call', START - 4 * MINUTE)).toBeNull()
    expect(tell(scenario, 'look', START + 9 * MINUTE)).toBeNull()
    expect(scenario.step('look').toldAt).toBeNull()
  })
})
