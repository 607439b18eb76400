/**
 * The entry of an incident: what it is, its facts, its announcements, what holds it back (design §2
 * "The board").
 */
import { describe, expect, it } from 'vitest'
import { drawIncident } from '#shared/domain/board/board.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, amount, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { reported } from '../../kit/incident.ts'
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
    expect(reported(WORKDAY).board().kind).toEqual({ zh: '突发事件', en: 'Incident' })
    const led = reported(WORKDAY, { type: FIRE })
    expect(led.board()).toMatchObject({
      type: 'hall.fire',
      category: 'hall',
      typeName: FIRE.name,
      kind: FIRE.name,
    })
    led.activate(plan('p', [step('a')], { short: localized('火灾', 'Fire') }))
    expect(led.board().kind).toEqual({ zh: '火灾', en: 'Fire' })
  })

  it("follows the plan that took the first one's place", () => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('a')], { short: localized('争执', 'Quarrel') }))
    led.activate(plan('q', [step('b')], { short: localized('人身安全', 'Safety') }), {
      supersedes: 'p',
    })
    expect(led.board().kind.zh).toBe('人身安全')
  })

  it('bears the drill mark and its times', () => {
    const occurredAt = Date.parse(WORKDAY) - MINUTE
    expect(reported(WORKDAY, { drill: true, occurredAt }).board()).toMatchObject({
      drill: true,
      receivedAt: Date.parse(WORKDAY),
      occurredAt,
      state: 'reported',
    })
  })

  it('a purged value is null, and nothing else changes', () => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('a')]))
    const view = { world: led.world, now: led.now(), typeName: () => null }
    const open = drawIncident(led.state(), { ...view, open: (sealed) => sealed && '话' })
    const purged = drawIncident(led.state(), { ...view, open: () => null })
    expect(open).toMatchObject({ narrative: '话', reporter: null })
    expect(purged).toEqual({ ...open, narrative: null })
  })
})

describe('a question on the board', () => {
  it('says who decides, by which criterion and clause, and which steps hang on it', () => {
    const led = reported(WORKDAY)
    led.activate(
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
            yesNo('idle'),
          ],
        },
      ),
    )
    expect(led.board().facts).toMatchObject([
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
      { key: 'idle', decides: [] },
    ])
  })

  it('stands once for each running plan that asks it; a superseded plan asks nothing', () => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('a')], { facts: [yesNo('k'), yesNo('old')] }))
    led.activate(plan('q', [step('b')], { facts: [yesNo('k')] }))
    led.answer('k', 'yes')
    const asked = (): unknown[] =>
      led.board().facts.map(({ planId, key, value }) => [planId, key, value])
    expect(asked()).toEqual([
      ['p', 'k', 'yes'],
      ['p', 'old', null],
      ['q', 'k', 'yes'],
    ])
    led.activate(plan('r', [step('c')]), { supersedes: 'p' })
    expect(asked()).toEqual([['q', 'k', 'yes']])
  })

  it('of the calendar is answered by the date of the activation', () => {
    const led = reported(HOLIDAY, { calendar: CALENDAR })
    led.activate(
      plan('p', [step('a')], {
        facts: [choice('day', ['workday', 'holiday'], { kind: 'calendar' })],
      }),
    )
    expect(led.board().facts).toMatchObject([{ key: 'day', value: 'holiday', answeredAt: null }])
  })
})

describe('the calendar on the board and on the step beside it', () => {
  const DAY = 24 * 60 * MINUTE
  const FRIDAY = '2026-11-27T22:00:00+08:00'

  it('do not contradict each other: the question shows the day of the limit that started last and was judged', () => {
    const led = reported(FRIDAY, { calendar: CALENDAR })
    const due = (of: string): Pick<ReturnType<typeof step>, 'due'> => ({
      due: { within: { workday: MINUTE, holiday: 2 * MINUTE }, from: { step: of } },
    })
    led.activate(
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
    const shown = (stepId: string): unknown[] => [led.board().facts[0]?.value, led.step(stepId).day]
    expect(shown('b')).toEqual(['workday', null])
    led.pass('3 h') // Saturday
    led.finish('a')
    expect(shown('b')).toEqual(['holiday', 'holiday'])
    led.setClock(2 * DAY) // Monday
    led.finish('b', 'done', '周末')
    expect(shown('c')).toEqual(['workday', 'workday'])
    led.setClock(5 * DAY) // Saturday again: a limit that no calendar has a say in changes nothing
    led.finish('c', 'done', '周末')
    expect(shown('d')).toEqual(['workday', null])
  })

  it('are judged for each plan by itself', () => {
    const led = reported(FRIDAY, { calendar: CALENDAR })
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
    led.activate(asking('p', 'a'))
    led.setClock('3 h')
    led.activate(asking('q', 'b'))
    expect(led.board().facts.map(({ planId, value }) => [planId, value])).toEqual([
      ['p', 'workday'],
      ['q', 'holiday'],
    ])
  })
})

describe('announcements in the footer of the wall', () => {
  const announcing = (): ReturnType<typeof reported> => {
    const led = reported(WORKDAY)
    led.activate(
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
    return led
  }
  const shown = (led: ReturnType<typeof reported>): string[] =>
    led.board().notices.map(({ zh }) => zh)

  it('stand while their step is open or done, in the order of the plan', () => {
    const led = announcing()
    expect(shown(led)).toEqual(['请走安全出口'])
    led.finish('a')
    expect(shown(led)).toEqual(['请走安全出口', '稍候'])
    led.answer('k', 'no')
    expect(shown(led)).toEqual(['请走安全出口', '稍候'])
  })

  it('stand also when the step was done out of order', () => {
    const led = announcing()
    led.finish('b')
    expect(shown(led)).toEqual(['请走安全出口', '稍候'])
  })

  it.each(['skipped', 'not-applicable'] as const)('do not stand when the step is %s', (outcome) => {
    const led = announcing()
    led.finish('a', outcome, 'r')
    expect(shown(led)).toEqual(['稍候'])
  })

  it('stay while the incident is contained, and go when the response is lifted', () => {
    const led = announcing()
    led.move('contained')
    expect(shown(led)).toEqual(['请走安全出口'])
    led.move('lifted')
    expect(shown(led)).toEqual([])
  })
})

it('shows every plan that ran, with what took its place', () => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('a')], { completeness: 'incomplete' }), { level: 2 })
  led.pass('1 min')
  led.activate(plan('q', [step('b')]), { supersedes: 'p' })
  expect(led.board().plans).toMatchObject([
    {
      planId: 'p',
      revision: 'p-r1',
      completeness: 'incomplete',
      supersededBy: 'q',
      activatedAt: led.now() - MINUTE,
    },
    {
      planId: 'q',
      revision: 'q-r1',
      completeness: 'complete',
      supersededBy: null,
      activatedAt: led.now(),
    },
  ])
  expect(led.board()).toMatchObject({ level: 2, levelName: { en: 'Level 2' } })
})

it('counts as version every event of the record', () => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('a')]))
  expect(led.board().version).toBe(led.events.length)
})
