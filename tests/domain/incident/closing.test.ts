/**
 * Closing, archiving and false report: open limits and alerts are cancelled, optional steps become
 * not applicable (design §2 "Moves").
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, rung, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { localized } from '#shared/domain/text.ts'
import { factOf } from '#shared/domain/statistics/project.ts'
import { limitStanding } from '#shared/domain/statistics/month.ts'

const busy = (): Led => {
  const led = reported(WORKDAY)
  led.activate(
    plan(
      'p',
      [
        step('late', {
          due: { within: 5 * MINUTE, from: 'reported' },
          late: [rung('head', 0), rung('manager', 30 * MINUTE)],
        }),
        step('running', { due: { within: 60 * MINUTE, from: 'reported' } }),
        step('done'),
        step('waiting', { after: ['running'] }),
        step('unknown', { when: { fact: 'k', is: 'yes' } }),
        step('hidden', { when: { fact: 'no', is: 'yes' } }),
        step('clock', { due: { within: 30 * MINUTE, from: { step: 'unknown' } } }),
        step('soon', { when: { elapsed: 45 * MINUTE, from: 'reported' } }),
      ],
      { facts: [yesNo('k'), yesNo('no')] },
    ),
  )
  led.answer('no', 'no')
  led.finish('done')
  led.pass('6 min')
  led.explain('late')
  return led
}

describe.each([
  [
    'closing',
    (led: Led) => led.move('closed'),
    localized('结案时未做', 'not done when the incident was closed'),
  ],
  [
    'a false report',
    (led: Led) => led.move('falseReport', '误触'),
    localized('认定误报时未做', 'not done when the report was found false'),
  ],
])('%s', (_, end, why) => {
  it('cancels every limit, threshold and ladder', () => {
    const led = busy()
    expect(new Set(led.deadlines().map(({ fires }) => fires))).toEqual(
      new Set(['limit', 'post', 'passed']),
    )
    expect(end(led)).toBeNull()
    expect(led.deadlines()).toEqual([])
    const events = led.events.length
    led.pass('3 d')
    led.check('limit:running', 'post:i1.1:2', 'passed:p/reported/2700000')
    expect(led.events).toHaveLength(events)
  })

  it('clears the alerts', () => {
    const led = busy()
    expect(led.board().alerts).toHaveLength(1)
    end(led)
    expect(led.board().alerts).toEqual([])
    expect(led.all('AlertCleared').at(-1)).toMatchObject({ alertId: 'i1.1', why: 'over' })
  })

  it('makes unfinished steps not applicable; finished ones stay, hidden ones stay hidden', () => {
    const led = busy()
    end(led)
    expect(led.board().steps.map(({ id, state }) => [id, state])).toEqual([
      ['late', 'not-applicable'],
      ['running', 'not-applicable'],
      ['done', 'done'],
      ['waiting', 'not-applicable'],
      ['unknown', 'not-applicable'],
      ['hidden', 'hidden'],
      ['clock', 'not-applicable'],
      ['soon', 'hidden'],
    ])
  })

  it("says in both languages why, as nobody's judgement, and explains no lateness by it", () => {
    const led = busy()
    end(led)
    expect(led.step('running').reason).toBe(`${why.zh} / ${why.en}`)
    const automatic = led.all('StepFinished').filter((event) => event.automatic)
    expect(automatic.map(({ stepId }) => stepId)).toEqual([
      'late',
      'running',
      'waiting',
      'unknown',
      'clock',
    ])
    for (const event of automatic)
      expect(event).toMatchObject({
        outcome: 'not-applicable',
        reason: null,
        onBehalfOf: null,
        automatic: why,
      })
  })

  it('keeps lateness; a limit cancelled before it ran out counts nowhere', () => {
    const led = busy()
    end(led)
    expect(led.step('late').late).toBe(true)
    const standings = factOf(led.state(), led.world).limits.map((limit) => [
      limit.stepId,
      limitStanding(limit, led.now() + 86_400_000),
    ])
    expect(standings).toEqual([
      ['late', 'late'],
      ['running', 'not-counted'],
    ])
  })
})

it('archiving a closed incident changes no step', () => {
  const led = busy()
  led.move('closed')
  const { steps } = led.state()
  expect(led.move('archived')).toBeNull()
  expect(led.state()).toMatchObject({ state: 'archived', alerts: [] })
  expect(led.state().steps).toEqual(steps)
})

it('a false report closes even what would block closing', () => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('a', { required: true })]))
  expect(led.move('closed')?.code).toBe('close-blocked')
  expect(led.move('falseReport', '误触')).toBeNull()
  expect(led.state()).toMatchObject({ state: 'falseReport', reason: '误触' })
})

it('a limit that runs out at the very instant of closing must be explained first', () => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('a', { due: { within: 5 * MINUTE, from: 'reported' } })]))
  led.setClock(5 * MINUTE) // the ticker has not come by
  expect(led.move('closed')).toMatchObject({ code: 'close-blocked', details: ['a'] })
  led.explain('a')
  expect(led.move('closed')).toBeNull()
  expect(led.all('StepLate')).toHaveLength(1)
})
