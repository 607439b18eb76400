/**
 * Lists to work through: estates by number of customers (S09-93), persons with helper and
 * confirmation (S06-07).
 */
import { describe, expect, it } from 'vitest'
import { publicIncident } from '#shared/domain/board/public.ts'
import type { AddToList, MarkListItem } from '#shared/domain/incident/record/commands.ts'
import type { WorkList } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const list = (part: Partial<WorkList> = {}): WorkList => ({
  of: localized('小区', 'Estates'),
  order: localized('从大到小', 'Largest first'),
  ...part,
})
const working = (part: Partial<WorkList> = {}): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a', { list: list(part) }), step('b')]))
  return scenario
}
const add = (
  scenario: Scenario,
  items: AddToList['items'],
  register: AddToList['register'] = null,
  stepId = 'a',
) => scenario.send({ type: 'AddToList', stepId, items, register })
const mark = (
  scenario: Scenario,
  item: string,
  outcome: MarkListItem['outcome'] = 'reached',
  reason: string | null = null,
) => scenario.send({ type: 'MarkListItem', stepId: 'a', item, outcome, for: null, reason }, '李强')
const place = (name: string, size: number | null = null) => ({ name, size, helper: null })
const person = (of: string, helper: string | null = null) => ({
  name: { sealed: of },
  size: null,
  helper: helper === null ? null : { sealed: helper },
})
const shown = (scenario: Scenario): unknown[] =>
  scenario.step('a').listed?.items.map(({ name, outcome }) => [name, outcome]) ?? []

describe('a list of places', () => {
  it('stands as given, or largest first with the unknown last; of one size the first given first', () => {
    const estates = [place('甲', 120), place('乙'), place('丙', 900), place('丁', 120)]
    for (const [sort, order] of [
      ['size', '丙甲丁乙'],
      ['given', '甲乙丙丁'],
    ] as const) {
      const scenario = working({ sort })
      add(scenario, estates)
      expect(
        scenario
          .step('a')
          .listed?.items.map(({ name }) => name)
          .join(''),
      ).toBe(order)
    }
  })

  it('comes from the register in the order in which it is worked through, so that the record has it', () => {
    const scenario = working({ sort: 'size' })
    add(
      scenario,
      [],
      [
        { name: '甲', size: 120 },
        { name: '乙', size: null },
        { name: '丙', size: 900 },
      ],
    )
    expect(scenario.all('ListAdded').flatMap(({ items }) => items.map(({ name }) => name))).toEqual(
      ['丙', '甲', '乙'],
    )
  })

  it('is added to, bit by bit, and counts what is done', () => {
    const scenario = working({ sort: 'size' })
    expect(scenario.step('a').listed).toEqual({ done: 0, total: 0, unmarked: 0, items: [] })
    add(scenario, [place('甲', 10), place('乙', 20)])
    add(scenario, [place('丙', 30)])
    mark(scenario, '3')
    mark(scenario, '1', 'not-reached', '无人接听')
    expect(scenario.step('a').listed).toMatchObject({ done: 1, total: 3, unmarked: 1 })
    expect(scenario.step('a').listed?.items).toMatchObject([
      {
        id: '3',
        name: '丙',
        size: 30,
        outcome: 'reached',
        markedAt: scenario.now(),
        markedBy: '李强',
      },
      { id: '2', outcome: null, markedAt: null },
      { id: '1', outcome: 'not-reached', reason: '无人接听' },
    ])
    mark(scenario, '1', 'handed-over')
    expect(scenario.step('a').listed).toMatchObject({ done: 2, unmarked: 1 })
    expect(scenario.all('ListMarked').map(({ name, outcome }) => [name, outcome])).toEqual([
      ['丙', 'reached'],
      ['甲', 'not-reached'],
      ['甲', 'handed-over'],
    ])
  })

  it('takes from the register what it has not yet', () => {
    const scenario = working({ sort: 'size' })
    add(
      scenario,
      [place('甲', 10)],
      [
        { name: '甲', size: 11 },
        { name: '乙', size: 20 },
      ],
    )
    add(
      scenario,
      [],
      [
        { name: '甲', size: 11 },
        { name: '乙', size: 20 },
        { name: '丙', size: null },
      ],
    )
    expect(shown(scenario)).toEqual([
      ['乙', null],
      ['甲', null],
      ['丙', null],
    ])
    expect(add(scenario, [], [{ name: '甲', size: 11 }])).toMatchObject({ code: 'bad-input' })
    expect(add(scenario, [], [])).toMatchObject({
      code: 'bad-input',
      message: { en: expect.stringContaining('register') as string },
    })
  })

  it('has a place once', () => {
    const scenario = working()
    add(scenario, [place('甲')])
    expect(add(scenario, [place('乙'), place('甲')])).toMatchObject({
      code: 'already-listed',
      details: ['甲'],
    })
    expect(add(scenario, [place('乙'), place('乙')])).toMatchObject({
      code: 'already-listed',
      details: ['乙'],
    })
    expect(shown(scenario)).toEqual([['甲', null]])
  })
})

describe('a list of persons', () => {
  it('names them on the desk and never on a wall, where only the counts are', () => {
    const scenario = working({ kind: 'persons' })
    add(scenario, [person('n1', 'h1'), person('n2')])
    mark(scenario, '1')
    expect(scenario.step('a').listed).toMatchObject({
      items: [{ name: '话', helper: '话', outcome: 'reached' }, { name: '话' }],
    })
    const wall = publicIncident(scenario.board()).steps.find(({ id }) => id === 'a')
    expect(wall?.listed).toEqual({ done: 1, total: 2, unmarked: 1, items: [] })
  })

  it('takes nothing from the register of places', () => {
    expect(add(working({ kind: 'persons' }), [], [{ name: '甲', size: 1 }])).toMatchObject({
      code: 'bad-input',
    })
  })
})

it('places may hang in a hall; who helped there, and why one was not reached, may not', () => {
  const scenario = working()
  add(scenario, [{ ...place('甲', 5), helper: { sealed: 'h' } }])
  scenario.send({
    type: 'MarkListItem',
    stepId: 'a',
    item: '1',
    outcome: 'not-reached',
    for: { sealed: 'w' },
    reason: '张经理不接',
  })
  expect(scenario.step('a').listed?.items).toMatchObject([
    { helper: '话', for: '话', reason: '张经理不接' },
  ])
  expect(publicIncident(scenario.board()).steps[0]?.listed?.items).toMatchObject([
    { name: '甲', size: 5, outcome: 'not-reached', helper: null, for: null, reason: null },
  ])
})

describe('finishing a step with a list', () => {
  it.each(['done', 'already-done', 'not-applicable', 'skipped'] as const)(
    'as %s while something is unmarked needs a reason',
    (outcome) => {
      const scenario = working()
      add(scenario, [place('甲'), place('乙')])
      mark(scenario, '1')
      expect(scenario.finish('a', outcome)).toMatchObject({ code: 'reason-needed' })
      expect(scenario.finish('a', outcome, '其余由物业通知')).toBeNull()
    },
  )

  it('needs none when all are marked, or nothing was listed', () => {
    const scenario = working()
    add(scenario, [place('甲')])
    mark(scenario, '1', 'not-reached', '停机')
    expect(scenario.finish('a')).toBeNull()
    expect(working().finish('a')).toBeNull()
  })

  it('ends it: neither added to nor marked until it is corrected; then all is as it was', () => {
    const scenario = working()
    add(scenario, [place('甲')])
    scenario.finish('a', 'done', '来不及')
    expect([add(scenario, [place('乙')]), mark(scenario, '1')]).toMatchObject([
      { code: 'step-finished' },
      { code: 'step-finished' },
    ])
    scenario.correct('a')
    expect(mark(scenario, '1')).toBeNull()
    expect(shown(scenario)).toEqual([['甲', 'reached']])
  })

  it('by closing the incident asks nothing: an optional step is marked as not applicable, and its list stays', () => {
    const scenario = working()
    add(scenario, [place('甲')])
    expect(scenario.move('closed', '改日再办')).toBeNull()
    expect(scenario.step('a')).toMatchObject({ state: 'not-applicable', listed: { unmarked: 1 } })
    expect(mark(scenario, '1')).toMatchObject({ code: 'incident-over' })
  })
})

describe('refused', () => {
  it('a step without a list, one that is not there, one that does not apply', () => {
    const scenario = working()
    scenario.activate(plan('q', [step('h', { list: list(), when: { not: { level: 9 } } })]), {
      level: 1,
    })
    expect([
      add(scenario, [place('甲')], null, 'b'),
      add(scenario, [place('甲')], null, 'z'),
      add(scenario, [place('甲')], null, 'h'),
    ]).toMatchObject([{ code: 'no-list' }, { code: 'unknown-step' }, { code: 'step-hidden' }])
  })

  it('nothing to add, an entry that is not there, and not reached without a reason', () => {
    const scenario = working()
    expect([add(scenario, []), mark(scenario, '1')]).toMatchObject([
      { code: 'bad-input' },
      { code: 'unknown-item' },
    ])
    add(scenario, [place('甲')])
    expect(mark(scenario, '1', 'not-reached')).toMatchObject({ code: 'reason-needed' })
  })
})

it('a step without a list shows none', () => {
  expect(working().step('b').listed).toBeNull()
})
