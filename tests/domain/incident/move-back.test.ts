/**
 * A move that was a mistake is taken back with a reason: steps that it had left out are open again,
 * limits run with the instants that they were due at, and the figures follow.
 */
import { describe, expect, it } from 'vitest'
import type { Refusal } from '#shared/domain/decision.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import { lastMoveInto } from '#shared/domain/incident/rules/move-back.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { HOUR, MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { led, type Led } from '../../kit/journalled.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const response = plan('p', [
  step('timed', { due: { within: 30 * MINUTE, from: 'reported' } }),
  step('again', { repeat: { every: HOUR, until: 'contained' } }),
])

const begin = (): { scenario: Scenario; back: () => Refusal | null } & Led => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(response)
  const course = led(scenario)
  const back = (): Refusal | null =>
    course.run('back', () =>
      scenario.send({
        type: 'MoveBack',
        last: lastMoveInto(scenario.state().state, course.events()),
        reason: { sealed: 'why' },
      }),
    )
  return { scenario, back, ...course }
}
const move = (
  { scenario, run }: ReturnType<typeof begin>,
  ...path: readonly IncidentState[]
): void => {
  for (const to of path) {
    run(`to ${to} ${scenario.now()}`, () => scenario.move(to, '记录'))
    scenario.pass('1 min')
  }
}

describe('taken back', () => {
  it.each<[readonly IncidentState[], IncidentState]>([
    [['contained'], 'responding'],
    [['lifted'], 'responding'],
    [['contained', 'lifted'], 'contained'],
    [['lifted', 'recovering'], 'lifted'],
    [['falseReport'], 'responding'],
    [['closed'], 'responding'],
    [['contained', 'closed'], 'contained'],
  ])('%s: it is %s', (path, state) => {
    const course = begin()
    move(course, ...path)
    const last = path.at(-1) ?? 'reported'
    expect(course.scenario.state().moments[last]).toBeDefined()
    expect(course.back()).toBeNull()
    expect(course.scenario.state().state).toBe(state)
    expect(course.scenario.state().moments[last]).toBeUndefined()
    expect(course.scenario.state().reason).toEqual({ sealed: 'why' })
  })

  it('step by step, as far as people moved it', () => {
    const course = begin()
    move(course, 'contained', 'lifted', 'recovering')
    const states = [1, 2, 3].map(() => (course.back(), course.scenario.state().state))
    expect(states).toEqual(['lifted', 'contained', 'responding'])
    expect(course.back()?.code).toBe('bad-move')
  })

  it('a limit that the move had ended runs again with the instant that it was due at', () => {
    const course = begin()
    course.scenario.pass('10 min')
    move(course, 'falseReport')
    expect(course.scenario.step('timed').state).toBe('not-applicable')
    course.back()
    expect(course.scenario.step('timed')).toMatchObject({
      ...{ state: 'open', dueAt: START + 30 * MINUTE, late: false },
    })
    course.scenario.pass('20 min')
    expect(course.scenario.step('timed').late).toBe(true)
  })

  it('and is late at once, if it passed in the meantime', () => {
    const course = begin()
    course.scenario.pass('10 min')
    move(course, 'falseReport')
    course.scenario.pass('30 min')
    course.back()
    expect(course.scenario.all('StepLate')).toMatchObject([
      { stepId: 'timed', dueAt: START + 30 * MINUTE },
    ])
    expect(course.scenario.board().alerts).toHaveLength(1)
  })

  it('a step that repeats goes on repeating', () => {
    const course = begin()
    move(course, 'contained')
    expect(course.scenario.step('again').state).toBe('not-applicable')
    course.back()
    expect(course.scenario.step('again').state).toBe('open')
  })

  it('what a person had judged stays judged', () => {
    const course = begin()
    course.scenario.finish('again', 'not-applicable', '不用')
    move(course, 'falseReport')
    course.back()
    expect(course.scenario.step('again').state).toBe('not-applicable')
  })

  it('a state that was reached before keeps its first time', () => {
    const course = begin()
    move(course, 'contained')
    const first = course.scenario.state().moments.contained
    course.run('again', () => course.scenario.activate(plan('q', [step('b')])))
    move(course, 'contained')
    course.back()
    expect(course.scenario.state()).toMatchObject({
      state: 'responding',
      moments: { contained: first },
    })
  })

  it('it counts again', () => {
    const course = begin()
    move(course, 'falseReport')
    course.back()
    expect(projectStats(course.scenario.state(), course.scenario.world)).toMatchObject({
      ...{ counted: true, falseReport: false, state: 'responding' },
    })
  })
})

describe('refused', () => {
  it.each<[string, readonly IncidentState[], string]>([
    ['archived', ['falseReport'], 'taken'],
    ['archived', ['closed', 'archived'], 'incident-over'],
    ['responding', [], 'bad-move'],
  ])('%s', (_, path, code) => {
    const course = begin()
    if (path.includes('closed')) course.scenario.finish('timed')
    move(course, ...path)
    expect(course.back()?.code ?? 'taken').toBe(code)
  })

  it('a move that was undone is none', () => {
    const course = begin()
    course.run('1', () => course.scenario.move('contained'))
    course.undo('1')
    expect(course.back()?.code).toBe('bad-move')
  })
})
