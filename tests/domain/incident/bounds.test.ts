/** Rules of an incident at their bounds: the very instant, one of two, what stood there before. */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { actorOf } from '#shared/domain/board/attention.ts'
import type { AmendReport } from '#shared/domain/incident/record/commands.ts'
import type { Alert } from '#shared/domain/incident/record/state.ts'
import { impactOf } from '#shared/domain/incident/rules/assess.ts'
import { inListOrder } from '#shared/domain/incident/rules/worklist.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { localized } from '#shared/domain/text.ts'
import { amount, choice, HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)

describe('a report that is put right', () => {
  const amend = (scenario: Scenario, part: Omit<Partial<AmendReport>, 'type'>) =>
    scenario.send({ type: 'AmendReport', reason: { sealed: 'why' }, ...part })?.code ?? 'ok'
  const last = (scenario: Scenario) => scenario.all('ReportAmended').at(-1)

  it('may have occurred up to a day ahead', () => {
    const scenario = incidentAt(WORKDAY)
    expect(amend(scenario, { occurredAt: START + DAY_MS + 1 })).toBe('bad-input')
    expect(amend(scenario, { occurredAt: START + DAY_MS })).toBe('ok')
    expect(amend(scenario, { occurredAt: START - 1 })).toBe('ok')
  })

  it('has area and id with its place, loses them with another, and none of them without a place', () => {
    const scenario = incidentAt(WORKDAY)
    expect(amend(scenario, { place: '天台', area: '东片', placeId: 'p1' })).toBe('ok')
    expect(scenario.state()).toMatchObject({ place: '天台', area: '东片', placeId: 'p1' })
    expect(last(scenario)).toMatchObject({ before: { place: '热线中心' } })
    expect(last(scenario)?.before).not.toHaveProperty('area')
    expect(amend(scenario, { area: '西片', placeId: 'p2' })).toBe('no-change')
    expect(amend(scenario, { place: '地库', placeId: 'p3' })).toBe('ok')
    expect(last(scenario)?.before).toMatchObject({ place: '天台', area: '东片', placeId: 'p1' })
    expect(scenario.state().placeId).toBe('p3')
    expect(scenario.state()).not.toHaveProperty('area')
    amend(scenario, { place: '大厅' })
    expect(scenario.state()).not.toHaveProperty('placeId')
    amend(scenario, { place: '三楼', area: '东片', placeId: 'p4' })
    amend(scenario, { channel: '110' })
    expect(scenario.state()).toMatchObject({ place: '三楼', area: '东片', placeId: 'p4' })
  })
})

describe('what was done earlier and is told only now', () => {
  const tell = (scenario: Scenario, stepId: string, doneAt: number) =>
    scenario.send({
      ...{ type: 'FinishStep', stepId, outcome: 'done', doneAt, reason: null, onBehalfOf: null },
    })?.code ?? 'ok'
  const running = (): Scenario => {
    const scenario = incidentAt(WORKDAY, { occurredAt: START - 5 * MINUTE })
    scenario.activate(plan('p', [step('a'), step('b'), step('c', { after: ['b', 'a'] })]))
    scenario.pass('10min')
    return scenario
  }
  it('is from the occurrence to now', () => {
    expect(tell(running(), 'a', START - 5 * MINUTE - 1)).toBe('bad-input')
    expect(tell(running(), 'a', START - 5 * MINUTE)).toBe('ok')
    expect(tell(running(), 'a', START + 10 * MINUTE + 1)).toBe('bad-input')
    const scenario = running()
    expect(tell(scenario, 'a', START + 10 * MINUTE)).toBe('ok')
    expect(scenario.step('a').toldAt).toBeNull() // just now
  })
  it('is not before any step that comes before it and was done', () => {
    const scenario = running()
    tell(scenario, 'a', START + 2 * MINUTE)
    scenario.finish('b', 'skipped', '不用')
    expect(tell(scenario, 'c', START + 2 * MINUTE - 1)).toBe('bad-input')
    expect(tell(scenario, 'c', START + 2 * MINUTE)).toBe('ok')
  })
})

describe('a list to work through', () => {
  const list = { of: localized('户', 'homes'), order: localized('先大', 'largest') }
  const item = (id: string, size: number | null) => ({
    ...{ id, name: id, size, helper: null },
    mark: null,
  })
  it('by size has nought before what nobody knows', () => {
    const items = [item('unknown', null), item('none', 0), item('two', 2), item('second', 2)]
    expect(inListOrder({ ...list, sort: 'size' }, items).map(({ id }) => id)).toEqual([
      ...['two', 'second', 'none', 'unknown'],
    ])
  })
  it('takes no home from the register, and by size no part of a building', () => {
    const register = (['estate', 'room', 'other'] as const).map((kind) => ({
      ...{ name: kind, size: null, kind },
    }))
    const listed = (sort: 'size' | 'given') => {
      const scenario = incidentAt(WORKDAY)
      scenario.activate(plan('p', [step('a', { list: { ...list, sort } })]))
      scenario.send({
        ...{ type: 'AddToList', stepId: 'a', items: [] },
        register: [...register, { name: 'home', size: null, kind: 'estate', private: true }],
      } as Parameters<Scenario['send']>[0])
      return scenario.step('a').listed?.items.map(({ name }) => name)
    }
    expect(listed('given')).toEqual(['estate', 'room', 'other'])
    expect(listed('size')).toEqual(['estate', 'other'])
  })
})

describe('alerts', () => {
  const late = (part: Parameters<typeof step>[1] = {}): Scenario => {
    const scenario = incidentAt(WORKDAY)
    const due = { within: MINUTE, from: 'activated' } as const
    scenario.activate(plan('p', [step('a', { due }), step('b', { due, ...part })]))
    scenario.pass('2min')
    return scenario
  }
  const ids = (scenario: Scenario) => scenario.state().alerts.map(({ id }) => id)
  const acknowledge = (scenario: Scenario, ...alertIds: readonly string[]) =>
    scenario.send({ type: 'AcknowledgeAlert', alertIds })?.code ?? 'ok'

  it('are acknowledged together, unless one of several concerns life', () => {
    const plain = late()
    expect(acknowledge(plain, ...ids(plain))).toBe('ok')
    expect(plain.state().alerts.every(({ acknowledged }) => acknowledged !== null)).toBe(true)
    expect(acknowledge(plain, ...ids(plain))).toBe('alert-acknowledged')
    const lives = late({ lifeSafety: true })
    expect(acknowledge(lives, ...ids(lives))).toBe('life-safety')
    for (const id of ids(lives)) expect(acknowledge(lives, id)).toBe('ok')
  })

  it('are acknowledged as far as they are not, and none where one is not there', () => {
    const scenario = late()
    const [first = '', second = ''] = ids(scenario)
    acknowledge(scenario, first)
    scenario.pass('1s')
    expect(acknowledge(scenario, first, 'gone')).toBe('unknown-alert')
    expect(acknowledge(scenario, first, second)).toBe('ok')
    expect(scenario.all('AlertAcknowledged').map(({ alertId }) => alertId)).toEqual([first, second])
  })

  it('are put off for their time, and never where life is concerned', () => {
    const scenario = late({ lifeSafety: true })
    const shelve = (alertId: string) =>
      scenario.send({ ...{ type: 'ShelveAlert', alertId, forMs: HOUR }, reason: { sealed: 'r' } })
        ?.code ?? 'ok'
    const [plain, lives] = scenario.state().alerts.toSorted((a, b) => b.priority - a.priority)
    expect(shelve('gone')).toBe('unknown-alert')
    expect(shelve(lives?.id ?? '')).toBe('life-safety')
    expect(shelve(plain?.id ?? '')).toBe('ok')
    expect(scenario.all('AlertShelved')).toMatchObject([
      { until: scenario.now() + HOUR, forMs: HOUR },
    ])
  })

  it('go to the post that is told, to the desk where somebody is on it, else to their owner', () => {
    const alert = (...posts: readonly { role: string; skipped?: readonly string[] }[]): Alert => ({
      ...({ owner: 'head' } as Alert),
      told: posts.map(({ role, skipped = [] }) => ({ role, skipped, at: 0, people: [] })),
    })
    const desk = { 'duty-officer': ['周敏'] }
    expect(actorOf(alert(), desk)).toBe('head')
    expect(actorOf(alert({ role: 'leader' }), desk)).toBe('duty-officer')
    expect(actorOf(alert({ role: 'leader' }), { ...desk, leader: ['王'] })).toBe('leader')
    expect(actorOf(alert({ role: 'leader' }), {})).toBe('leader')
    expect(actorOf(alert({ role: 'a' }, { role: 'b', skipped: ['b'] }), null)).toBe('a')
    expect(actorOf(alert({ role: 'b', skipped: ['b'] }), null)).toBe('b')
  })
})

describe('what is late, acknowledged and taken', () => {
  it('is asked after at its next time after the acknowledgement, not in the same instant', () => {
    const scenario = incidentAt(WORKDAY, { attention: ATTENTION_DEFAULTS })
    scenario.activate(
      plan('p', [step('a', { lifeSafety: true, due: { within: 5 * MINUTE, from: 'activated' } })]),
    )
    scenario.accept('a')
    scenario.pass('5min') // late, and asked after, at once
    const late = scenario.state().alerts.find(({ kind }) => kind === 'late')
    scenario.acknowledge(late?.id ?? '')
    scenario.pass('9min')
    expect(scenario.board().alerts.map(({ kind }) => kind)).toEqual(['late'])
    scenario.pass('1min')
    expect(scenario.board().alerts.map(({ kind }) => kind)).toEqual(['late', 'nudge'])
  })
})

describe('numbers', () => {
  it('of an impact are those that were told, nought included', () => {
    const who = { at: 0, by: '周敏' }
    expect(impactOf(who)).toEqual({})
    const all = { staff: 0, customers: 0, serviceInterruptedMs: 0, operating: 'closed' } as const
    expect(impactOf({ ...all, ...who })).toEqual(all)
  })

  it('that an answer sets are recorded where they differ, with what stood there before', () => {
    const scenario = incidentAt(WORKDAY)
    const unit = localized('元', 'yuan')
    scenario.activate(
      plan('p', [step('a')], {
        facts: [
          amount('loss', { sets: 'loss', unit }),
          amount('dead', { sets: 'casualties.dead' }),
          yesNo('stopped', { sets: 'operating' }),
          choice('grade', ['I', 'II', 'III'], { sets: 'level' }),
        ],
      }),
    )
    scenario.answer('loss', 5)
    scenario.answer('loss', 5)
    expect(scenario.all('LossEstimated').map(({ yuan, before }) => [yuan, before])).toEqual([
      [5, null],
    ])
    scenario.answer('dead', 0)
    scenario.answer('dead', 1)
    expect(scenario.all('CasualtiesCounted').map(({ counts, before }) => [counts, before])).toEqual(
      [
        [{ dead: 0 }, {}],
        [{ dead: 1 }, { dead: 0 }],
      ],
    )
    scenario.answer('stopped', 'yes')
    scenario.answer('stopped', 'no')
    scenario.answer('stopped', 'yes')
    expect(scenario.all('ImpactRecorded').length).toBeGreaterThanOrEqual(1)
    scenario.answer('grade', 'II')
    expect(scenario.answer('grade', 'III')?.code).toBe('reason-needed')
    expect(scenario.answer('grade', 'I')).toBeNull()
    expect(scenario.state().level).toBe(1)
  })
})

describe('a level', () => {
  const running = (levels = [1, 2, 3]): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('a')], {
        levels: levels.map((level) => ({ level, name: localized(`${level}`, `${level}`) })),
      }),
      levels.length > 0 ? { level: 2 } : {},
    )
    return scenario
  }
  const change = (scenario: Scenario, level: number) =>
    scenario.send({ type: 'ChangeLevel', level, reason: null })
  it('is one that a plan knows; where none has levels it says so', () => {
    expect(change(running(), 4)?.message.zh).not.toBe(change(running([]), 4)?.message.zh)
    expect([change(running(), 4)?.code, change(running([]), 4)?.code]).toEqual([
      ...['bad-level', 'bad-level'],
    ])
  })
  it('is raised without a word, and lowered with a reason', () => {
    expect([1, 2, 3].map((level) => change(running(), level)?.code ?? 'ok')).toEqual([
      ...['ok', 'no-change', 'reason-needed'],
    ])
  })
})

describe('a plan that is stopped', () => {
  const stop = (scenario: Scenario, planId: string) =>
    scenario.send({ type: 'StopPlan', planId, reason: '错', reasons: {} })
  it('leaves one alone that was stopped or replaced before', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]))
    scenario.activate(plan('q', [step('b')]), { supersedes: 'p' })
    stop(scenario, 'q')
    expect(
      scenario.board().plans.map(({ stopped, supersededBy }) => [stopped !== null, supersededBy]),
    ).toEqual([
      [false, 'q'],
      [true, null],
    ])
  })
  it.each([
    ['responding', [], 'assessing'],
    ['contained', ['contained'], 'assessing'],
    ['lifted', ['contained', 'lifted'], 'lifted'],
  ] as const)('as the last while it is %s: it is then', (_, path, state) => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]))
    for (const to of path) scenario.move(to)
    stop(scenario, 'p')
    expect(scenario.state().state).toBe(state)
  })
})
