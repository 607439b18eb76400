/**
 * Pre-alert (预警启动, GB/T 29639): before a response, with a colour (突发事件应对法 art. 63) that is raised,
 * lowered and ended (art. 70).
 */
import { describe, expect, it } from 'vitest'
import type { Warning } from '#shared/domain/incident/record/scales.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import { plan, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const prealert = (led: Led, warning: Warning, reason: string | null = null) =>
  led.send({ type: 'SetPrealert', warning, reason })
const end = (led: Led, reason: string | null = null) => led.send({ type: 'EndPrealert', reason })

it.each<[IncidentState[]]>([[[]], [['verifying']], [['assessing']], [['verifying', 'assessing']]])(
  'begins after %j',
  (before) => {
    const led = reported(WORKDAY)
    for (const state of before) led.move(state)
    expect(prealert(led, 'yellow', '雷雨将至')).toBeNull()
    expect(led.board()).toMatchObject({ state: 'prealert', warning: 'yellow' })
    expect(led.all('PrealertSet')).toMatchObject([
      { warning: 'yellow', before: null, reason: '雷雨将至' },
    ])
    expect(led.state().moments.prealert).toBe(led.now())
  },
)

it('is raised and lowered, each with what it was', () => {
  const led = reported(WORKDAY)
  for (const warning of ['blue', 'red', 'orange'] as const)
    expect(prealert(led, warning)).toBeNull()
  expect(led.board()).toMatchObject({ state: 'prealert', warning: 'orange' })
  expect(led.all('PrealertSet').map(({ before, warning }) => [before, warning])).toEqual([
    [null, 'blue'],
    ['blue', 'red'],
    ['red', 'orange'],
  ])
  expect(prealert(led, 'orange')).toMatchObject({ code: 'no-change' })
})

it('ends: the incident is assessed again, and the colour is gone', () => {
  const led = reported(WORKDAY)
  prealert(led, 'blue')
  expect(end(led, '雷雨已过')).toBeNull()
  expect(led.board()).toMatchObject({ state: 'assessing', warning: null })
  expect(led.all('PrealertEnded')).toMatchObject([{ warning: 'blue', reason: '雷雨已过' }])
  prealert(led, 'red')
  expect(led.all('PrealertSet').at(-1)).toMatchObject({ before: null })
})

it('gives way to a response: the plan brings its level, the colour does not become one', () => {
  const led = reported(WORKDAY)
  prealert(led, 'red')
  expect(led.board()).toMatchObject({ level: null, severity: null })
  expect(led.activate(plan('p', [step('a')], { defaultLevel: 3 }))).toBeNull()
  expect(led.board()).toMatchObject({
    state: 'responding',
    warning: null,
    level: 3,
    severity: null,
  })
})

it('can be closed, or found false, like any state before', () => {
  for (const to of ['closed', 'falseReport'] as const) {
    const led = reported(WORKDAY)
    prealert(led, 'yellow')
    expect(led.board().moves).toEqual(['closed', 'falseReport'])
    expect(led.move(to, '未发生')).toBeNull()
    expect(led.board().warning).toBeNull()
  }
})

describe('refused', () => {
  it('once a response runs, or the incident is over', () => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('a')]))
    expect(prealert(led, 'red')).toMatchObject({ code: 'bad-move' })
    led.move('closed')
    expect(prealert(led, 'red')).toMatchObject({ code: 'bad-move' })
  })

  it('the end of what did not begin', () => {
    expect(end(reported(WORKDAY))).toMatchObject({ code: 'bad-move' })
  })
})

describe('the way there', () => {
  it('verifying and assessing are reached from a report, in order or at once; never back', () => {
    const led = reported(WORKDAY)
    expect(led.board().moves).toEqual(['verifying', 'assessing', 'closed', 'falseReport'])
    led.move('verifying')
    expect(led.board().moves).toEqual(['assessing', 'closed', 'falseReport'])
    led.move('assessing')
    expect(led.board().moves).toEqual(['closed', 'falseReport'])
    expect(led.move('verifying')).toMatchObject({ code: 'bad-move' })
    expect(led.move('prealert')).toMatchObject({ code: 'bad-move' }) // it needs its colour
  })
})
