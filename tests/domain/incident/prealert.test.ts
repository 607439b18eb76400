/**
 * Pre-alert (预警启动, GB/T 29639): before a response, with a colour (突发事件应对法 art. 63) that is raised,
 * lowered and ended (art. 70).
 */
import { describe, expect, it } from 'vitest'
import type { Warning } from '#shared/domain/incident/record/scales.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const prealert = (scenario: Scenario, warning: Warning, reason: string | null = null) =>
  scenario.send({ type: 'SetPrealert', warning, reason })
const end = (scenario: Scenario, reason: string | null = null) =>
  scenario.send({ type: 'EndPrealert', reason })

it.each<[IncidentState[]]>([[[]], [['verifying']], [['assessing']], [['verifying', 'assessing']]])(
  'begins after %j',
  (before) => {
    const scenario = incidentAt(WORKDAY)
    for (const state of before) scenario.move(state)
    expect(prealert(scenario, 'yellow', '雷雨将至')).toBeNull()
    expect(scenario.board()).toMatchObject({ state: 'prealert', warning: 'yellow' })
    expect(scenario.all('PrealertSet')).toMatchObject([
      { warning: 'yellow', before: null, reason: '雷雨将至' },
    ])
    expect(scenario.state().moments.prealert).toBe(scenario.now())
  },
)

it('is raised and lowered, each with what it was', () => {
  const scenario = incidentAt(WORKDAY)
  for (const warning of ['blue', 'red', 'orange'] as const)
    expect(prealert(scenario, warning)).toBeNull()
  expect(scenario.board()).toMatchObject({ state: 'prealert', warning: 'orange' })
  expect(scenario.all('PrealertSet').map(({ before, warning }) => [before, warning])).toEqual([
    [null, 'blue'],
    ['blue', 'red'],
    ['red', 'orange'],
  ])
  expect(prealert(scenario, 'orange')).toMatchObject({ code: 'no-change' })
})

it('ends: the incident is assessed again, and the colour is gone', () => {
  const scenario = incidentAt(WORKDAY)
  prealert(scenario, 'blue')
  expect(end(scenario, '雷雨已过')).toBeNull()
  expect(scenario.board()).toMatchObject({ state: 'assessing', warning: null })
  expect(scenario.all('PrealertEnded')).toMatchObject([{ warning: 'blue', reason: '雷雨已过' }])
  prealert(scenario, 'red')
  expect(scenario.all('PrealertSet').at(-1)).toMatchObject({ before: null })
})

it('gives way to a response: the plan brings its level, the colour does not become one', () => {
  const scenario = incidentAt(WORKDAY)
  prealert(scenario, 'red')
  expect(scenario.board()).toMatchObject({ level: null, severity: null })
  expect(scenario.activate(plan('p', [step('a')], { defaultLevel: 3 }))).toBeNull()
  expect(scenario.board()).toMatchObject({
    state: 'responding',
    warning: null,
    level: 3,
    severity: null,
  })
})

it('can be closed, or found false, like any state before', () => {
  for (const to of ['closed', 'falseReport'] as const) {
    const scenario = incidentAt(WORKDAY)
    prealert(scenario, 'yellow')
    expect(scenario.board().moves).toEqual(['closed', 'falseReport'])
    expect(scenario.move(to, '未发生')).toBeNull()
    expect(scenario.board().warning).toBeNull()
  }
})

describe('refused', () => {
  it('once a response runs, or the incident is over', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]))
    expect(prealert(scenario, 'red')).toMatchObject({ code: 'bad-move' })
    scenario.move('closed')
    expect(prealert(scenario, 'red')).toMatchObject({ code: 'bad-move' })
  })

  it('the end of what did not begin', () => {
    expect(end(incidentAt(WORKDAY))).toMatchObject({ code: 'bad-move' })
  })
})

describe('the way there', () => {
  it('verifying and assessing are reached from a report, in order or at once; never back', () => {
    const scenario = incidentAt(WORKDAY)
    expect(scenario.board().moves).toEqual(['verifying', 'assessing', 'closed', 'falseReport'])
    scenario.move('verifying')
    expect(scenario.board().moves).toEqual(['assessing', 'closed', 'falseReport'])
    scenario.move('assessing')
    expect(scenario.board().moves).toEqual(['closed', 'falseReport'])
    expect(scenario.move('verifying')).toMatchObject({ code: 'bad-move' })
    expect(scenario.move('prealert')).toMatchObject({ code: 'bad-move' }) // it needs its colour
  })
})
