/**
 * The state chain: every move of every state, allowed or refused, and what a refusal says (design
 * §2 "Moves").
 */
import { describe, expect, it } from 'vitest'
import { STATES, type IncidentState } from '#shared/domain/incident/record/state.ts'
import { STATE_NAMES } from '#shared/domain/incident/record/names.ts'
import { plan, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

/** How to lead an incident into each state that commands can reach. */
const PATHS: Partial<Record<IncidentState, (led: Led) => void>> = {
  reported: () => undefined,
  verifying: (led) => void led.move('verifying'),
  assessing: (led) => void led.move('assessing'),
  responding: (led) => void led.activate(plan('p', [step('a')])),
  contained: (led) => {
    led.activate(plan('p', [step('a')]))
    led.move('contained')
  },
  lifted: (led) => {
    led.activate(plan('p', [step('a')]))
    led.move('lifted')
  },
  recovering: (led) => {
    led.activate(plan('p', [step('a')]))
    led.move('lifted')
    led.move('recovering')
  },
  closed: (led) => void led.move('closed', '无须处置'),
  archived: (led) => {
    led.move('closed', '无须处置')
    led.move('archived')
  },
  falseReport: (led) => void led.move('falseReport', '误触'),
}

/** What a person may do, in the order of the chain; everything else is refused. */
const ALLOWED: Partial<Record<IncidentState, readonly IncidentState[]>> = {
  reported: ['verifying', 'assessing', 'closed', 'falseReport'],
  verifying: ['assessing', 'closed', 'falseReport'],
  assessing: ['closed', 'falseReport'],
  responding: ['contained', 'lifted', 'closed', 'falseReport'],
  contained: ['lifted', 'closed', 'falseReport'],
  lifted: ['recovering', 'closed', 'falseReport'],
  recovering: ['closed', 'falseReport'],
  closed: ['archived'],
  archived: [],
  falseReport: [],
}

const inState = (state: IncidentState): Led => {
  const led = reported(WORKDAY)
  PATHS[state]?.(led)
  expect(led.state().state).toBe(state)
  return led
}

const STARTS = Object.keys(PATHS) as IncidentState[]

/** A state as `incident/move` takes it. */
const asked = (state: IncidentState): string => (state === 'falseReport' ? 'false-report' : state)

describe.each(STARTS)('from %s', (from) => {
  it.each(STATES)('to %s', (to) => {
    const led = inState(from)
    const refusal = led.move(to, '有理由')
    if (ALLOWED[from]?.includes(to)) {
      expect(refusal).toBeNull()
      expect(led.state()).toMatchObject({ state: to, reason: '有理由' })
      expect(led.all('IncidentMoved').at(-1)).toMatchObject({ from, to, by: '周敏', at: led.now() })
    } else {
      expect(refusal).toMatchObject({
        ok: false,
        code: 'bad-move',
        details: ALLOWED[from]?.map(asked),
      })
      expect(led.state().state).toBe(from)
    }
  })

  it('the board offers exactly the moves that are allowed', () => {
    expect(inState(from).board().moves).toEqual(ALLOWED[from])
  })
})

describe('a refused move says what is allowed, in both languages', () => {
  it('while there is something to do', () => {
    expect(inState('responding').move('archived')?.message).toEqual({
      zh: '事件目前响应中，只能转为：已控制、已解除、已结案、误报',
      en: 'The incident is responding; it can only become: Contained, Lifted, Closed, False report',
    })
  })

  it('after closing', () => {
    expect(inState('closed').move('falseReport', '误触')?.message).toEqual({
      zh: '事件目前已结案，只能转为：已归档',
      en: 'The incident is closed; it can only become: Archived',
    })
  })

  it('when nothing is left to do', () => {
    expect(inState('archived').move('closed', 'r')?.message).toEqual({
      zh: '事件已归档，不能再变更',
      en: 'The incident is archived and cannot be moved any more',
    })
  })

  it.each(STATES)('%s has a name in both languages', (state) => {
    expect(STATE_NAMES[state].zh).toMatch(/^[\u4e00-\u9fff]+$/)
    expect(STATE_NAMES[state].en).toMatch(/^[A-Z][a-z -]+$/)
  })
})

describe('a move that needs a reason is a bad move without it (design §2 "Moves")', () => {
  it('closing without a plan', () => {
    const led = reported(WORKDAY)
    expect(led.move('closed')).toMatchObject({
      code: 'bad-move',
      details: ['verifying', 'assessing', 'closed', 'false-report'],
      message: {
        zh: '没有启动预案就结案须写明原因',
        en: 'Closing without a plan needs a reason: say why',
      },
    })
    expect(led.state().state).toBe('reported')
  })

  it.each([
    'reported',
    'verifying',
    'assessing',
    'responding',
    'contained',
    'lifted',
    'recovering',
  ] as const)('a false report from %s', (from) => {
    const led = inState(from)
    expect(led.move('falseReport')).toMatchObject({
      code: 'bad-move',
      details: ALLOWED[from]?.map(asked),
      message: { zh: '认定误报须写明原因', en: 'A false report needs a reason: say why' },
    })
    expect(led.state().state).toBe(from)
  })

  it('closing with a plan needs none', () => {
    const led = inState('responding')
    expect(led.move('closed')).toBeNull()
    expect(led.state()).toMatchObject({ state: 'closed', reason: null })
  })
})

it('the first time of each state stays, also when a state is entered again', () => {
  const led = inState('responding')
  led.pass('5 min')
  led.move('contained')
  led.pass('5 min')
  led.activate(plan('q', [step('b')]))
  led.pass('5 min')
  led.move('contained')
  const start = Date.parse(WORKDAY)
  expect(led.state().moments).toMatchObject({
    reported: start,
    responding: start,
    activated: start,
    contained: start + 300_000,
  })
})

it('after the end nothing more is recorded on steps, facts and alerts; a note still is', () => {
  const led = inState('responding')
  led.move('closed')
  const over = {
    code: 'incident-over',
    message: {
      zh: '事件已结案，不再接受处置记录',
      en: 'The incident is closed: nothing more can be recorded on its steps',
    },
  }
  expect(led.finish('a')).toMatchObject(over)
  expect(led.accept('a')).toMatchObject(over)
  expect(led.correct('a')).toMatchObject(over)
  expect(led.answer('k', 'yes')).toMatchObject(over)
  expect(led.acknowledge('i1.1')).toMatchObject(over)
  expect(led.silence('i1.1', 60)).toMatchObject(over)
  expect(led.send({ type: 'AddNote', words: { sealed: 'n' } })).toBeNull()
})
