/**
 * The ladder above a late step: posts, delays, impatience, and posts that nobody holds (design §2
 * "Ladder"; R2.7).
 */
import { describe, expect, it } from 'vitest'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import type { Rung } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, rung, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const RAISED = Date.parse(WORKDAY) + 10 * MINUTE
const late = (rungs: readonly Rung[], roster: Roster | null = null): Led => {
  const led = reported(WORKDAY, { roster })
  led.activate(
    plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' }, late: rungs })]),
  )
  led.pass('10 min')
  return led
}
/** Who was told, and how many seconds after the alert was raised. */
const told = (led: Led): unknown[] =>
  led.all('AlertClimbed').map((event) => [event.told.role, (event.at - RAISED) / 1000])

describe('without a roster', () => {
  it('the owner and every rung without a delay are told at once', () => {
    expect(told(late([rung('head'), rung('manager')]))).toEqual([
      ['desk', 0],
      ['head', 0],
      ['manager', 0],
    ])
  })

  it('no post is skipped: who holds it is not known', () => {
    const led = late([rung('head'), rung('manager', 5 * MINUTE)])
    led.pass('10 min')
    expect(led.board().alerts[0]?.told).toMatchObject([
      { role: { en: 'Post desk' }, people: [], skipped: [] },
      { role: { en: 'Post head' }, people: [], skipped: [] },
      { role: { en: 'Post manager' }, people: [], skipped: [] },
    ])
  })

  it('what a rung is to say goes with it', () => {
    const say = localized('催信息中心', 'Press the information centre')
    const led = late([rung('head', 0, { say })])
    expect(led.all('AlertClimbed').map((event) => event.say)).toEqual([null, say])
  })
})

describe('an alert that nobody acknowledges', () => {
  const LONG = [
    rung('head', 30 * MINUTE),
    rung('manager', 40 * MINUTE),
    rung('leader', 50 * MINUTE),
  ]

  it('goes to the next post after 60 s, to the one above after 120 s, and beyond them by the plan', () => {
    const led = late(LONG)
    led.pass(60_000 - 1)
    expect(told(led)).toEqual([['desk', 0]])
    led.pass('2 h')
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 60],
      ['manager', 120],
      ['leader', 3000],
    ])
  })

  it('goes by the plan where that is sooner', () => {
    const led = late([rung('head', 30_000), rung('manager', 90_000)])
    led.pass('1 h')
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 30],
      ['manager', 90],
    ])
  })

  it('tells posts in their order, also where a higher one has the shorter delay', () => {
    const led = late([rung('head', 50_000), rung('manager', 10_000)])
    led.pass('1 h')
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 50],
      ['manager', 50],
    ])
  })

  it("acknowledged, it keeps the plan's own delays and loses the impatience", () => {
    const led = late(LONG)
    led.pass('30 s')
    led.acknowledge('i1.1')
    led.pass('2 h')
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 1800],
      ['manager', 2400],
      ['leader', 3000],
    ])
  })

  it('acknowledged at exactly 60 s, it is not passed on', () => {
    const led = late(LONG)
    led.setClock('60 s')
    led.acknowledge('i1.1')
    expect(told(led)).toEqual([['desk', 0]])
  })

  it('the board says who is next, and when', () => {
    const led = late(LONG)
    expect(led.board().alerts[0]?.next).toEqual({
      role: { zh: '岗位head', en: 'Post head' },
      at: RAISED + 60_000,
    })
    led.acknowledge('i1.1')
    expect(led.board().alerts[0]?.next).toMatchObject({ at: RAISED + 30 * MINUTE })
    led.pass('1 h')
    expect(led.board().alerts[0]?.next).toBeNull()
  })

  it('stops climbing when its step is finished', () => {
    const led = late(LONG)
    led.pass('59 s')
    led.finish('a')
    led.pass('2 h')
    expect(told(led)).toEqual([['desk', 0]])
  })
})

describe('with a roster', () => {
  it('people are named', () => {
    expect(
      late([rung('head')], { desk: ['王芳', '李强'], head: ['赵勇'] }).board().alerts[0]?.told,
    ).toMatchObject([
      { people: ['王芳', '李强'], skipped: [] },
      { people: ['赵勇'], skipped: [] },
    ])
  })

  it('a post that nobody holds now is skipped at once, and that is said', () => {
    const led = late([rung('head', 30 * MINUTE), rung('manager', 40 * MINUTE)], {
      desk: [],
      manager: ['孙丽'],
    })
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 0],
      ['manager', 0],
    ])
    expect(led.board().alerts[0]?.told).toMatchObject([
      { people: [], skipped: [{ zh: '岗位desk' }] },
      { people: [], skipped: [{ zh: '岗位head' }] },
      { people: ['孙丽'], skipped: [] },
    ])
  })

  it('a skipped post does not shorten the delay of the one after a post that is held', () => {
    const led = late([rung('head'), rung('manager', 30 * MINUTE)], {
      desk: [],
      head: ['赵勇'],
      manager: ['孙丽'],
    })
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 0],
    ])
    led.acknowledge('i1.1')
    led.pass('1 h')
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 0],
      ['manager', 1800],
    ])
  })

  it('an acknowledged alert still skips an empty post', () => {
    const led = late([rung('head', 5 * MINUTE), rung('manager', 30 * MINUTE)], {
      desk: ['王芳'],
      manager: ['孙丽'],
    })
    led.acknowledge('i1.1')
    led.pass('5 min')
    expect(told(led)).toEqual([
      ['desk', 0],
      ['head', 300],
      ['manager', 300],
    ])
  })

  it('an empty roster skips everybody: the alert stands, and says that nobody was told', () => {
    const led = late([rung('head')], {})
    expect(led.board().alerts).toMatchObject([
      { told: [{ people: [] }, { people: [] }], next: null },
    ])
    expect(led.all('AlertClimbed').map((event) => event.told.skipped)).toEqual([['desk'], ['head']])
  })
})

it('a delay counts from the moment of the alert, also when the lateness is noticed late', () => {
  const led = reported(WORKDAY)
  led.activate(
    plan('p', [
      step('a', {
        due: { within: 10 * MINUTE, from: 'reported' },
        late: [rung('head', 5 * MINUTE)],
      }),
    ]),
  )
  led.setClock('40 min')
  led.check()
  led.acknowledge('i1.1')
  led.pass(5 * MINUTE - 1)
  expect(led.all('AlertClimbed')).toHaveLength(1)
  led.pass(1)
  expect(led.all('AlertClimbed')).toHaveLength(2)
})
