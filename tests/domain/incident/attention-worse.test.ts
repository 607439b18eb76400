/**
 * Attention that gets worse: life comes to hang on an alert that stood for less, put off,
 * acknowledged or told to all; and what it names where kinds are mixed and posts are vacant.
 */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Question, Step } from '#shared/domain/plan/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const running = (
  steps: readonly Step[],
  facts: readonly Question[] = [],
  roster: Parameters<typeof incidentAt>[1] = {},
): Scenario => {
  const scenario = incidentAt(START, { attention: ATTENTION_DEFAULTS, ...roster })
  scenario.activate(plan('p1', steps, { facts }))
  return scenario
}
const alert = (scenario: Scenario) => {
  const [first] = scenario.board().alerts
  if (!first) throw new Error('no alert stands')
  return first
}
const minutes = (instant: number | null): number | null =>
  instant === null ? null : (instant - Date.parse(START)) / MINUTE
const toldBy = (scenario: Scenario): string[] => alert(scenario).told.map(({ role }) => role.zh)

describe('an alert that no life hung on, and now does', () => {
  /** After three minutes 'tell' is asked for; from the sixth 'out', which life hangs on. */
  const rising = (): Scenario =>
    running([
      step('tell', { urgency: 'immediate' }),
      step('out', {
        ...{ role: 'guards', lifeSafety: true },
        when: { elapsed: 5 * MINUTE, from: 'activated' },
      }),
    ])

  it('goes to the posts of what it concerns now, from the first, and blinks anew', () => {
    const scenario = rising()
    scenario.pass('359s')
    expect(alert(scenario).priority).toBe(3)
    expect(toldBy(scenario)).toEqual(['岗位desk', '岗位leader', '值班领导'])
    scenario.pass('1s')
    expect(alert(scenario)).toMatchObject({ priority: 1, actor: { role: { zh: 'guards' } } })
    expect(minutes(alert(scenario).soundedAt)).toBe(6)
    scenario.pass('1min')
    expect(toldBy(scenario)).toEqual(['guards', '岗位leader'])
  })

  it('sounds at once where what was acknowledged was less', () => {
    const scenario = rising()
    scenario.pass('350s')
    scenario.acknowledge(alert(scenario).id)
    scenario.pass('10s')
    expect(alert(scenario)).toMatchObject({ priority: 1, acknowledgedAt: null })
  })

  it('was acknowledged in the figures when somebody did so first, also if that was afterwards', () => {
    const scenario = rising()
    scenario.pass('6min')
    scenario.acknowledge(alert(scenario).id)
    expect(minutes(scenario.state().alertLog?.[0]?.acknowledgedAt ?? null)).toBe(6)
    scenario.pass('3min')
    scenario.acknowledge(alert(scenario).id)
    expect(minutes(scenario.state().alertLog?.[0]?.acknowledgedAt ?? null)).toBe(6)
  })

  it('is back at once where it was put off, and goes to those posts', () => {
    const scenario = rising()
    scenario.pass('3min')
    const { id } = alert(scenario)
    scenario.send({ type: 'ShelveAlert', alertId: id, forMs: 8 * HOUR, reason: { sealed: 'x' } })
    scenario.pass('3min')
    expect(alert(scenario)).toMatchObject({ priority: 1, shelved: null, silencedUntil: null })
    expect(toldBy(scenario)).toEqual(['guards'])
  })
})

describe('who must act', () => {
  const roster = { 'duty-officer': [{ sealed: 'x' }], guards: [] }

  it('is the desk where nobody holds a post of the ladder: a vacant post can do nothing', () => {
    const scenario = running([step('out', { lifeSafety: true })], [], { roster })
    scenario.pass('1min')
    expect(alert(scenario).told.every(({ skipped }) => skipped.length > 0)).toBe(true)
    expect(alert(scenario).actor).toMatchObject({ role: { zh: '值班员' }, people: ['话'] })
  })

  it('is the highest post where nobody is at the desk either', () => {
    const scenario = running([step('out', { lifeSafety: true })], [], { roster: {} })
    scenario.pass('1min')
    expect(alert(scenario).actor).toMatchObject({ role: { zh: '值班领导' }, people: [] })
  })
})

describe('what an alert names', () => {
  it('stands under what is the matter with each', () => {
    const scenario = running([
      step('out', { lifeSafety: true }),
      step('tell', { urgency: 'immediate' }),
    ])
    scenario.pass('50s')
    scenario.accept('out')
    scenario.pass('5min')
    expect(alert(scenario).cause).toEqual({
      zh: '没有回音：out；没人办：tell（2项）',
      en: 'No update: out; Nobody on it: tell (2)',
    })
  })

  it('begins with the next action where several opened together', () => {
    const scenario = running(
      [
        step('still', { lifeSafety: true, prohibits: true }),
        step('120', { lifeSafety: true, urgency: 'immediate' }),
      ],
      [yesNo('x', { recordOnly: true })],
    )
    scenario.pass('1min')
    expect(scenario.board().next).toBe('120')
    expect(alert(scenario).cause.zh).toBe('没人办：120 · still（2项）')
  })
})
