/**
 * The entry of an incident: what it is, its facts, its announcements, what holds it back.
 */
import { describe, expect, it } from 'vitest'
import { drawIncident } from '#shared/domain/board/board.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, amount, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { CALENDAR, HOLIDAY, WORKDAY } from '../../kit/days.ts'

const FIRE: IncidentType = {
  code: 'hall.fire',
  name: localized('大厅火灾', 'Fire in the hall'),
  category: 'hall',
  legal: 'accidentDisaster',
  words: [],
}

describe('what it is', () => {
  it('is the short title of its plan, else its type, else an incident', () => {
    expect(incidentAt(WORKDAY).board().kind).toEqual({ zh: '突发事件', en: 'Incident' })
    const scenario = incidentAt(WORKDAY, { type: FIRE })
    expect(scenario.board()).toMatchObject({
      type: 'hall.fire',
      category: 'hall',
      typeName: FIRE.name,
      kind: FIRE.name,
    })
    scenario.activate(plan('p', [step('a')], { short: localized('火灾', 'Fire') }))
    expect(scenario.board().kind).toEqual({ zh: '火灾', en: 'Fire' })
  })

  it("follows the plan that took the first one's place", () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')], { short: localized('争执', 'Quarrel') }))
    scenario.activate(plan('q', [step('b')], { short: localized('人身安全', 'Safety') }), {
      supersedes: 'p',
    })
    expect(scenario.board().kind.zh).toBe('人身安全')
  })

  it('bears the drill mark and its times', () => {
    const occurredAt = Date.parse(WORKDAY) - MINUTE
    expect(incidentAt(WORKDAY, { drill: true, occurredAt }).board()).toMatchObject({
      drill: true,
      receivedAt: Date.parse(WORKDAY),
      occurredAt,
      state: 'reported',
    })
  })

  it('a purged value is null, and nothing else changes', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]))
    const view = {
      world: scenario.world,
      now: scenario.now(),
      isDanger: () => false,
      types: () => [],
      typeName: () => null,
      numberOf: () => undefined,
    }
    const open = drawIncident(scenario.state(), { ...view, open: (sealed) => sealed && '话' })
    const purged = drawIncident(scenario.state(), { ...view, open: () => null })
    expect(open).toMatchObject({ narrative: '话', reporter: null })
    expect(purged).toEqual({ ...open, narrative: null })
  })
})

describe('a question on the board', () => {
  it('says who decides, by which criterion and clause, and which steps hang on it', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('a', { when: { fact: 'size', is: 'large' } }),
          step('b', {
            when: {
              not: {
                any: [
                  { fact: 'size', is: 'small' },
                  { fact: 'hours', over: 1 },
                ],
              },
            },
          }),
          step('c'),
        ],
        {
          facts: [
            choice('size', ['small', 'large'], {
              decidedBy: 'head',
              criterion: localized('拿不准算大', 'In doubt, large'),
            }),
            amount('hours', { unit: localized('小时', 'hours') }),
            yesNo('idle', { proposed: true }),
          ],
        },
      ),
    )
    expect(scenario.board().facts).toMatchObject([
      {
        key: 'size',
        planId: 'p',
        kind: 'choice',
        decidedBy: { zh: '岗位head' },
        criterion: { zh: '拿不准算大' },
        clause: 'S00-01',
        decides: ['a', 'b'],
        value: null,
      },
      { key: 'hours', unit: { zh: '小时' }, decides: ['b'] },
      { key: 'idle', decides: [], proposed: true },
    ])
    expect(scenario.board().facts[0]).not.toHaveProperty('proposed')
  })

  it('stands once for each running plan that asks it; a superseded plan asks nothing', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')], { facts: [yesNo('k'), yesNo('old')] }))
    scenario.activate(plan('q', [step('b')], { facts: [yesNo('k')] }))
    scenario.answer('k', 'yes')
    const answersShown = (): unknown[] =>
      scenario.board().facts.map(({ planId, key, value }) => [planId, key, value])
    expect(answersShown()).toEqual([
      ['p', 'k', 'yes'],
      ['p', 'old', null],
      ['q', 'k', 'yes'],
    ])
    scenario.activate(plan('r', [step('c')]), { supersedes: 'p' })
    expect(answersShown()).toEqual([['q', 'k', 'yes']])
  })

  it('of the calendar is answered by the date of the activation', () => {
    const scenario = incidentAt(HOLIDAY, { calendar: CALENDAR })
    scenario.activate(
      plan('p', [step('a')], {
        facts: [choice('day', ['workday', 'holiday'], { kind: 'calendar' })],
      }),
    )
    expect(scenario.board().facts).toMatchObject([
      { key: 'day', value: 'holiday', answeredAt: null, decidedBy: { zh: '工作日历，系统判断' } },
    ])
  })
})

describe('the calendar on the board and on the step beside it', () => {
  const DAY = 24 * 60 * MINUTE
  const FRIDAY = '2026-11-27T22:00:00+08:00'

  it('do not contradict each other: the question shows the day of the limit that started last and was judged', () => {
    const scenario = incidentAt(FRIDAY, { calendar: CALENDAR })
    const due = (of: string): Pick<ReturnType<typeof step>, 'due'> => ({
      due: { within: { workday: MINUTE, holiday: 2 * MINUTE }, from: { step: of } },
    })
    scenario.activate(
      plan(
        'p',
        [
          step('a'),
          step('b', due('a')),
          step('c', due('b')),
          step('d', { due: { within: DAY, from: { step: 'c' } } }),
        ],
        {
          facts: [choice('day', ['workday', 'holiday'], { kind: 'calendar' })],
        },
      ),
    )
    const shown = (stepId: string): unknown[] => [
      scenario.board().facts[0]?.value,
      scenario.step(stepId).day,
    ]
    expect(shown('b')).toEqual(['workday', null])
    scenario.pass('3 h') // Saturday
    scenario.finish('a')
    expect(shown('b')).toEqual(['holiday', 'holiday'])
    scenario.setClock(2 * DAY) // Monday
    scenario.finish('b', 'done', '周末')
    expect(shown('c')).toEqual(['workday', 'workday'])
    scenario.setClock(5 * DAY) // Saturday again: a limit without a calendar changes nothing
    scenario.finish('c', 'done', '周末')
    expect(shown('d')).toEqual(['workday', null])
  })

  it('are judged for each plan by itself', () => {
    const scenario = incidentAt(FRIDAY, { calendar: CALENDAR })
    const asking = (id: string, first: string): ReturnType<typeof plan> =>
      plan(
        id,
        [
          step(first, {
            due: { within: { workday: MINUTE, holiday: 2 * MINUTE }, from: 'activated' },
          }),
        ],
        { facts: [choice('day', ['workday', 'holiday'], { kind: 'calendar' })] },
      )
    scenario.activate(asking('p', 'a'))
    scenario.setClock('3 h')
    scenario.activate(asking('q', 'b'))
    expect(scenario.board().facts.map(({ planId, value }) => [planId, value])).toEqual([
      ['p', 'workday'],
      ['q', 'holiday'],
    ])
  })
})

describe('announcements in the footer of the wall', () => {
  const announcing = (): ReturnType<typeof incidentAt> => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('a', { announce: localized('请走安全出口', 'Use the exits') }),
          step('b', { announce: localized('稍候', 'Wait'), after: ['a'] }),
          step('c', { announce: localized('改日', 'Another day'), when: { fact: 'k', is: 'yes' } }),
        ],
        { facts: [yesNo('k')] },
      ),
    )
    return scenario
  }
  const shown = (scenario: ReturnType<typeof incidentAt>): string[] =>
    scenario.board().notices.map(({ zh }) => zh)

  it('stand once their step is taken or done, in the order of the plan', () => {
    const scenario = announcing()
    expect(shown(scenario)).toEqual([])
    scenario.accept('a')
    expect(shown(scenario)).toEqual(['请走安全出口'])
    scenario.finish('a')
    scenario.finish('b')
    scenario.answer('k', 'no')
    expect(shown(scenario)).toEqual(['请走安全出口', '稍候'])
  })

  it('stand also when the step was done out of order', () => {
    const scenario = announcing()
    scenario.finish('b')
    expect(shown(scenario)).toEqual(['稍候'])
  })

  it('go when the step that somebody took applies no longer', () => {
    const scenario = announcing()
    scenario.answer('k', 'yes')
    scenario.accept('c')
    scenario.answer('k', 'no')
    expect(shown(scenario)).toEqual([])
  })

  it.each(['skipped', 'not-applicable'] as const)('do not stand when the step is %s', (outcome) => {
    const scenario = announcing()
    scenario.finish('a', outcome, 'r')
    expect(shown(scenario)).toEqual([])
  })

  it('stay while the incident is contained, and go when the response is lifted', () => {
    const scenario = announcing()
    scenario.finish('a')
    scenario.move('contained')
    expect(shown(scenario)).toEqual(['请走安全出口'])
    scenario.move('lifted')
    expect(shown(scenario)).toEqual([])
  })

  it('of a step that lives hang on go when the incident is contained', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('a', { lifeSafety: true, announce: localized('正在疏散', 'Evacuating') })]),
    )
    scenario.finish('a')
    expect(shown(scenario)).toEqual(['正在疏散'])
    scenario.move('contained')
    expect(shown(scenario)).toEqual([])
  })
})

it('shows every plan that ran, with what took its place', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a')], { completeness: 'incomplete' }), { level: 2 })
  scenario.pass('1 min')
  scenario.activate(plan('q', [step('b')]), { supersedes: 'p' })
  expect(scenario.board().plans).toMatchObject([
    {
      planId: 'p',
      revision: 'p-r1',
      completeness: 'incomplete',
      supersededBy: 'q',
      activatedAt: scenario.now() - MINUTE,
    },
    {
      planId: 'q',
      revision: 'q-r1',
      completeness: 'complete',
      supersededBy: null,
      activatedAt: scenario.now(),
    },
  ])
  expect(scenario.board()).toMatchObject({ level: 2, levelName: { en: 'Level 2' } })
})

it('counts as version every event of the record', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a')]))
  expect(scenario.board().version).toBe(scenario.events.length)
})
