/**
 * A step that its plan marks so is done only once everybody has heard of it who was on duty at its
 * posts as it opened, or with a reason.
 */
import { describe, expect, it } from 'vitest'
import { publicIncident } from '#shared/domain/board/public.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const AT = Date.parse(START)
const STEP = step('gather', { everybody: true, helpers: ['head', 'desk'] })
const ROSTER = { desk: ['甲', '乙'], head: ['乙', '丙'], manager: ['丁'] }

function begin(part: Partial<typeof STEP> = {}, roster: typeof ROSTER | null = ROSTER): Scenario {
  const scenario = incidentAt(START, { roster })
  const facts = [yesNo('fire')]
  scenario.activate(plan('p', [{ ...STEP, ...part }, step('other')], { facts }))
  return scenario
}
const hear = (scenario: Scenario, member: string, heardAt: number | null = null) =>
  scenario.send({ type: 'HearTask', stepId: 'gather', member, heardAt })?.code ?? 'ok'
const names = (scenario: Scenario) => scenario.step('gather').named?.map(({ person }) => person)

describe('a step that everybody must acknowledge', () => {
  it('names whoever is on duty at its posts as it opens, the owner first, nobody twice', () => {
    const scenario = begin()
    expect(names(scenario)).toEqual(['甲', '乙', '丙'])
    expect(scenario.step('gather').named?.[2]).toMatchObject({ post: { zh: '岗位head' } })
    expect(scenario.step('other').named).toBeUndefined()
    scenario.pass('10min')
    expect(scenario.all('StepNamed')).toHaveLength(1)
  })

  it('is done once all have heard of it, or with a reason', () => {
    const scenario = begin()
    expect(scenario.finish('gather')).toMatchObject({
      code: 'not-all-heard',
      details: ['1', '2', '3'],
    })
    scenario.pass('1min')
    expect(hear(scenario, '1')).toBe('ok')
    expect(hear(scenario, '2', AT + 1)).toBe('ok')
    expect(hear(scenario, '2')).toBe('ok')
    expect(hear(scenario, '9')).toBe('unknown-person')
    expect(hear(scenario, '3', AT - 1)).toBe('bad-input')
    expect(scenario.all('TaskHeard')).toHaveLength(2)
    expect(scenario.step('gather').named).toMatchObject([
      { heardAt: AT + MINUTE },
      { heardAt: AT + 1 },
      { heardAt: null },
    ])
    expect(scenario.finish('gather', 'done', '丙联系不上')).toBeNull()
    expect(hear(scenario, '3')).toBe('step-finished')
  })

  it('names nobody while it waits, and where nobody is known to be on duty it stops nobody', () => {
    const waiting = begin({ after: ['other'] })
    expect(names(waiting)).toBeUndefined()
    waiting.finish('other')
    expect(names(waiting)).toEqual(['甲', '乙', '丙'])
    for (const roster of [null, { desk: [], head: [], manager: [] }]) {
      const alone = begin({}, roster)
      expect(names(alone)).toBeUndefined()
      expect(alone.finish('gather')).toBeNull()
    }
  })

  it('shows no names on walls, and is no act of a person', () => {
    const scenario = begin()
    const drawn = publicIncident(scenario.board()).steps.find(({ id }) => id === 'gather')
    expect(drawn?.named).toEqual([])
    expect(JSON.stringify(drawn?.named)).not.toContain('甲')
  })
})
