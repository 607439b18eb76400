/**
 * Ad-hoc tasks: on the same clock and ladder as a step of a plan, in no figure of plans; done only
 * once everybody who is named has heard of it, or with a reason.
 */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { AddTask } from '#shared/domain/incident/record/tasks.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { matterOf } from '#shared/domain/board/matter.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const AT = Date.parse(START)
const guards = { id: 'guards', name: { zh: '保安组', en: 'Guards' } }
const TASK: AddTask = {
  type: 'AddTask',
  text: { sealed: 'a'.repeat(64) },
  owner: { post: guards, person: null, personId: null },
  dueAt: null,
  lifeSafety: false,
  named: [],
}
const person = (id: string) => ({
  ...{ id, personId: id, post: null },
  person: { sealed: id.repeat(64) },
})

const begin = (
  roster: Record<string, string[]> | null = null,
  attention?: typeof ATTENTION_DEFAULTS,
): Scenario => {
  const scenario = incidentAt(START, {
    roster,
    ...(attention ? { attention } : {}),
  })
  scenario.activate(plan('p', [step('a')]))
  return scenario
}
const add = (scenario: Scenario, part: Partial<AddTask> = {}) =>
  scenario.send({ ...TASK, ...part })?.code ?? 'ok'
const toldPosts = (scenario: Scenario) =>
  scenario.board().alerts.map(({ told: posts }) => posts.map(({ role }) => role.zh))

describe('an ad-hoc task', () => {
  it('is open at once, and drawn behind its number with its words', () => {
    const scenario = begin()
    expect(add(scenario)).toBe('ok')
    expect(scenario.step('task:1')).toMatchObject({
      state: 'open',
      title: { zh: '临时任务1：话' },
      short: { zh: '临时任务1' },
      role: { zh: '保安组' },
      dueAt: null,
      task: { number: 1, text: '话', named: [] },
    })
    expect(scenario.step('a').task).toBeUndefined()
  })

  it('says on a wall its number and whose it is, and none of its words nor who is named', () => {
    const scenario = begin()
    add(scenario, { named: [person('1')] })
    const drawn = publicIncident(scenario.board()).steps.find(({ id }) => id === 'task:1')
    expect(drawn).toMatchObject({
      title: { zh: '临时任务1' },
      role: { zh: '保安组' },
      task: { text: null, named: [] },
    })
    expect(JSON.stringify(drawn)).not.toContain('话')
  })

  it('without any plan is the thing to do, too', () => {
    const scenario = incidentAt(START)
    expect(add(scenario)).toBe('ok')
    expect(scenario.board().next).toBe('task:1')
  })

  it('with a limit is the nearest, turns late at its instant and goes up the ladder', () => {
    const scenario = begin({ guards: ['甲'], leader: ['乙'], 'duty-leader': ['丙'] })
    add(scenario, { dueAt: AT + 5 * MINUTE })
    expect(scenario.board().nearest).toBe('task:1')
    expect(matterOf(scenario.board(), scenario.now())).toMatchObject({
      kind: 'limit',
      title: { zh: '临时任务1' },
      standing: 'far',
    })
    scenario.pass('5min')
    expect(scenario.step('task:1').late).toBe(true)
    expect(scenario.board().alerts).toMatchObject([{ kind: 'late', priority: 2, stepId: 'task:1' }])
    scenario.pass('2min')
    expect(toldPosts(scenario)).toEqual([['保安组', '岗位leader', '值班领导']])
  })

  it('of a person goes to that person first, whatever the roster says', () => {
    const scenario = begin({ leader: ['乙'] })
    add(scenario, {
      owner: { post: null, person: { sealed: 'b'.repeat(64) }, personId: null },
      dueAt: AT + MINUTE,
    })
    expect(scenario.step('task:1').people).toEqual(['话']) // whatever the seal opens to
    scenario.pass('1min')
    const [alert] = scenario.board().alerts
    expect(alert?.told[0]).toMatchObject({ role: { zh: '指定人员' }, skipped: [] })
    expect(alert?.actor.people).toEqual(['话'])
  })

  it('that life hangs on is asked for as any such step, and a gate asks about it', () => {
    const scenario = begin(null, ATTENTION_DEFAULTS)
    scenario.finish('a')
    add(scenario, { lifeSafety: true })
    scenario.pass('3min')
    expect(scenario.board().alerts).toMatchObject([
      { kind: 'nudge', priority: 1, members: [{ stepId: 'task:1' }] },
    ])
    expect(scenario.move('contained')?.code).toBe('life-safety-open')
  })

  it('is done as a step is, cancelled with a reason, and ends with its incident', () => {
    const scenario = begin()
    Array.from({ length: 3 }, () => add(scenario))
    expect(scenario.finish('task:1')).toBeNull()
    expect(scenario.finish('task:2', 'not-applicable')?.code).toBe('reason-needed')
    expect(scenario.finish('task:2', 'not-applicable', '门已锁')).toBeNull()
    scenario.finish('a')
    scenario.move('contained')
    scenario.move('closed', '已处理')
    expect(['task:1', 'task:2', 'task:3'].map((id) => scenario.step(id).state)).toEqual([
      'done',
      'not-applicable',
      'not-applicable',
    ])
    expect(add(scenario)).toBe('incident-over')
  })

  it('is refused with a limit that is over', () => {
    expect(add(begin(), { dueAt: AT })).toBe('bad-input')
  })

  it('stands in no limit of plans, and is nobody’s first step', () => {
    const scenario = begin()
    add(scenario, { dueAt: AT + MINUTE })
    scenario.pass('2min')
    scenario.finish('task:1', 'done', '人手不足')
    const stats = projectStats(scenario.state(), scenario.world)
    expect(stats.limits).toEqual([])
    expect(stats.moments.firstStep).toBeUndefined()
  })
})

describe('a task that everybody named must acknowledge', () => {
  const hear = (scenario: Scenario, member: string, heardAt: number | null = null) =>
    scenario.send({ type: 'HearTask', stepId: 'task:1', member, heardAt })?.code ?? 'ok'
  const open = (): Scenario => {
    const scenario = begin()
    add(scenario, { named: [person('1'), person('2')] })
    scenario.pass('1min')
    return scenario
  }

  it('is not done before all have, and the missing are named', () => {
    const scenario = open()
    expect(scenario.finish('task:1')).toMatchObject({ code: 'not-all-heard', details: ['1', '2'] })
    expect(hear(scenario, '1')).toBe('ok')
    expect(scenario.finish('task:1')).toMatchObject({ details: ['2'] })
    expect(hear(scenario, '2', AT + 1)).toBe('ok')
    expect(scenario.step('task:1').task?.named).toMatchObject([
      { heardAt: AT + MINUTE, heardBy: '周敏' },
      { heardAt: AT + 1, heardBy: '周敏' },
    ])
    expect(scenario.finish('task:1')).toBeNull()
  })

  it('or is, with a reason', () => {
    const scenario = open()
    expect(scenario.finish('task:1', 'done', '二号楼已撤空')).toBeNull()
    expect(hear(scenario, '1')).toBe('step-finished')
  })

  it('takes one twice as once, nobody who is not named, and no time that cannot be', () => {
    const scenario = open()
    hear(scenario, '1')
    expect(hear(scenario, '1')).toBe('ok')
    expect(scenario.all('TaskHeard')).toHaveLength(1)
    expect(hear(scenario, '9')).toBe('unknown-person')
    expect(hear(scenario, '2', AT - 1)).toBe('bad-input')
    expect(hear(scenario, '2', scenario.now() + 1)).toBe('bad-input')
    expect(scenario.send({ type: 'HearTask', stepId: 'a', member: '1', heardAt: null })?.code).toBe(
      'unknown-step',
    )
  })
})
