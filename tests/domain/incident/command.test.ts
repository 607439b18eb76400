/**
 * Who commands is always one post or one person; the watch after an incident is contained ends by
 * itself; an incident goes to another body.
 */
import { describe, expect, it } from 'vitest'
import type { Commander } from '#shared/domain/incident/record/command.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const AT = Date.parse(START)
const fire = plan('fire', [step('call', { lifeSafety: true }), step('guard')])
const begin = (options: Parameters<typeof incidentAt>[1] = {}): Scenario => {
  const scenario = incidentAt(START, options)
  scenario.activate(fire)
  return scenario
}
const post = (id: string): Commander => ({
  ...{ post: { id, name: { zh: `岗位${id}`, en: id } }, person: null, personId: null },
})
const person = (id: string | null): Commander => ({
  ...{ post: null, person: { sealed: 'a'.repeat(64) }, personId: id },
})
const hand = (scenario: Scenario, to: Commander) =>
  scenario.send({ type: 'HandCommand', to, reason: null })?.code ?? 'ok'
const command = (scenario: Scenario) => {
  const { role, people, since } = scenario.board().command
  return [role.zh, people, since]
}

describe('who commands', () => {
  it('without a plan is the duty leader, with plans the post of the first', () => {
    const scenario = incidentAt(START, { roster: { 'duty-leader': ['周岚'], leader: ['李强'] } })
    expect(command(scenario)).toEqual(['值班领导', ['周岚'], null])
    scenario.activate(fire)
    expect(command(scenario)).toEqual(['岗位leader', ['李强'], null])
    scenario.activate(plan('other', [step('x')], { commander: 'head' }))
    expect(command(scenario)).toEqual(['岗位leader', ['李强'], null])
  })

  it('is whom alerts climb to', () => {
    const scenario = incidentAt(START)
    const due = { within: MINUTE, from: 'activated' } as const
    scenario.activate(plan('fire', [step('call', { due, late: [] })]))
    expect(hand(scenario, post('chief'))).toBe('ok')
    scenario.pass('10 min')
    expect(scenario.all('AlertClimbed').map(({ told }) => told.role)).toEqual([
      ...['desk', 'chief', 'duty-leader'],
    ])
    expect(scenario.board().alerts[0]?.told.map(({ role }) => role.zh)).toContain('岗位chief')
  })

  it('is whoever was named when a plan was activated', () => {
    const scenario = incidentAt(START)
    scenario.activate(fire, { commander: '王强' })
    expect(command(scenario)).toEqual(['指挥人员', ['王强'], null])
  })

  it('is whoever it was handed over to, with both in the record; whoever is named later takes it', () => {
    const scenario = begin()
    scenario.pass('1min')
    expect(hand(scenario, person('li'))).toBe('ok')
    expect(command(scenario)).toEqual(['指挥人员', ['话'], AT + MINUTE])
    expect(scenario.all('CommandHandedOver')).toMatchObject([
      { from: { post: { id: 'leader' } }, to: { personId: 'li' } },
    ])
    expect(hand(scenario, person('li'))).toBe('no-change')
    expect(hand(scenario, post('head'))).toBe('ok')
    expect(command(scenario)[0]).toBe('岗位head')
    expect(hand(scenario, post('head'))).toBe('no-change')
    scenario.activate(plan('other', [step('x')]), { commander: '王强' })
    expect(command(scenario)).toEqual(['指挥人员', ['王强'], null])
  })

  it('is no name on a wall where it is a person', () => {
    const scenario = begin({ roster: { leader: ['李强'] } })
    expect(publicIncident(scenario.board()).command.people).toEqual(['李强'])
    hand(scenario, person(null))
    expect(publicIncident(scenario.board()).command).toMatchObject({
      role: { zh: '指挥人员' },
      people: [],
    })
  })

  it('cannot be handed over once the incident is over', () => {
    const scenario = incidentAt(START)
    scenario.move('falseReport', '误会')
    expect(hand(scenario, post('head'))).toBe('incident-over')
  })
})

describe('the watch', () => {
  const contained = (): Scenario => {
    const scenario = begin()
    scenario.finish('call')
    scenario.move('contained')
    return scenario
  }
  const watch = (scenario: Scenario, minutes: number) =>
    scenario.send({ type: 'SetWatch', forMs: minutes * MINUTE, reason: null })?.code ?? 'ok'

  it('is kept of what is contained alone', () => {
    expect(watch(begin(), 30)).toBe('bad-move')
    expect(watch(contained(), 30)).toBe('ok')
  })

  it('ends by itself at its instant, to a proposal, and moves nothing', () => {
    const scenario = contained()
    watch(scenario, 30)
    scenario.pass('29min')
    expect(scenario.board().watch).toEqual({ since: AT, until: AT + 30 * MINUTE, over: false })
    scenario.pass('1min')
    expect(scenario.board().watch).toMatchObject({ over: true })
    expect(scenario.state().state).toBe('contained')
    expect(scenario.recorded.findLast(({ type }) => type === 'WatchOver')).toMatchObject({
      by: 'Vigil',
      at: AT + 30 * MINUTE,
    })
  })

  it('is prolonged from now, also once it was over', () => {
    const scenario = contained()
    watch(scenario, 10)
    scenario.pass('10min')
    watch(scenario, 15)
    expect(scenario.board().watch).toEqual({ since: AT, until: AT + 25 * MINUTE, over: false })
    scenario.pass('15min')
    expect(scenario.all('WatchOver')).toHaveLength(2)
  })

  it('is over with a relapse, and none is left when it is contained again', () => {
    const scenario = contained()
    watch(scenario, 30)
    scenario.activate(plan('again', [step('x')]))
    expect(scenario.board().watch).toBeUndefined()
    scenario.pass('40min')
    expect(scenario.all('WatchOver')).toHaveLength(0)
    scenario.move('contained')
    expect(scenario.board().watch).toBeUndefined()
  })
})

describe('an incident that is passed on', () => {
  const pass = (scenario: Scenario, part: { reason?: string; handedAt?: number } = {}) =>
    scenario.send({
      ...{ type: 'TransferIncident', body: { sealed: 'b'.repeat(64) }, person: null },
      ...{ handedAt: part.handedAt ?? null, reason: part.reason ?? null },
    })?.code ?? 'ok'

  it('needs a reason for what lives hang on, is over then, and still counts', () => {
    const scenario = begin()
    scenario.pass('5min')
    expect(pass(scenario)).toBe('life-safety-open')
    expect(pass(scenario, { reason: '派出所接手' })).toBe('ok')
    expect(scenario.state()).toMatchObject({
      state: 'transferred',
      transfer: { body: { sealed: 'b'.repeat(64) }, at: AT + 5 * MINUTE },
    })
    expect(scenario.step('guard').state).toBe('not-applicable')
    expect(projectStats(scenario.state(), scenario.world)).toMatchObject({
      counted: true,
      state: 'transferred',
    })
    expect(pass(scenario)).toBe('bad-move')
  })

  it('was passed on at an instant from the report to now', () => {
    const scenario = begin()
    scenario.finish('call')
    scenario.pass('5min')
    expect(pass(scenario, { handedAt: AT - 1 })).toBe('bad-input')
    expect(pass(scenario, { handedAt: AT + 6 * MINUTE })).toBe('bad-input')
    expect(pass(scenario, { handedAt: AT + MINUTE })).toBe('ok')
    expect(scenario.state().moments.transferred).toBe(AT + MINUTE)
  })
})
