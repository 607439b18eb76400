/**
 * The state chain: every move of every state, allowed or refused, and what a refusal says (design
 * §2 "Moves").
 */
import { describe, expect, it } from 'vitest'
import { STATES, type IncidentState } from '#shared/domain/incident/record/state.ts'
import { STATE_NAMES } from '#shared/domain/incident/record/names.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

/** How to lead an incident into each state that commands can reach. */
const PATHS: Partial<Record<IncidentState, (scenario: Scenario) => void>> = {
  reported: () => undefined,
  verifying: (scenario) => void scenario.move('verifying'),
  assessing: (scenario) => void scenario.move('assessing'),
  responding: (scenario) => void scenario.activate(plan('p', [step('a')])),
  contained: (scenario) => {
    scenario.activate(plan('p', [step('a')]))
    scenario.move('contained')
  },
  lifted: (scenario) => {
    scenario.activate(plan('p', [step('a')]))
    scenario.move('lifted')
  },
  recovering: (scenario) => {
    scenario.activate(plan('p', [step('a')]))
    scenario.move('lifted')
    scenario.move('recovering')
  },
  closed: (scenario) => void scenario.move('closed', '无须处置'),
  archived: (scenario) => {
    scenario.move('closed', '无须处置')
    scenario.move('archived')
  },
  falseReport: (scenario) => void scenario.move('falseReport', '误触'),
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

const inState = (state: IncidentState): Scenario => {
  const scenario = incidentAt(WORKDAY)
  PATHS[state]?.(scenario)
  expect(scenario.state().state).toBe(state)
  return scenario
}

const STARTS = Object.keys(PATHS) as IncidentState[]

/** A state as `incident/move` takes it. */
const commandState = (state: IncidentState): string =>
  state === 'falseReport' ? 'false-report' : state

describe.each(STARTS)('from %s', (from) => {
  it.each(STATES)('to %s', (to) => {
    const scenario = inState(from)
    const refusal = scenario.move(to, '有理由')
    if (ALLOWED[from]?.includes(to)) {
      expect(refusal).toBeNull()
      expect(scenario.state()).toMatchObject({ state: to, reason: '有理由' })
      expect(scenario.all('IncidentMoved').at(-1)).toMatchObject({
        from,
        to,
        by: '周敏',
        at: scenario.now(),
      })
    } else {
      expect(refusal).toMatchObject({
        ok: false,
        code: 'bad-move',
        details: ALLOWED[from]?.map(commandState),
      })
      expect(scenario.state().state).toBe(from)
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

describe('a move that needs a reason is a bad move without it', () => {
  it('closing without a plan', () => {
    const scenario = incidentAt(WORKDAY)
    expect(scenario.move('closed')).toMatchObject({
      code: 'bad-move',
      details: ['verifying', 'assessing', 'closed', 'false-report'],
      message: {
        zh: '没有启动预案就结案须写明原因',
        en: 'Closing without a plan needs a reason: enter one',
      },
    })
    expect(scenario.state().state).toBe('reported')
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
    const scenario = inState(from)
    expect(scenario.move('falseReport')).toMatchObject({
      code: 'bad-move',
      details: ALLOWED[from]?.map(commandState),
      message: { zh: '记为误报须写明原因', en: 'A false report needs a reason: enter one' },
    })
    expect(scenario.state().state).toBe(from)
  })

  it('closing with nothing done: one for all that is left', () => {
    const scenario = inState('responding')
    expect(scenario.move('closed')).toMatchObject({
      code: 'bad-move',
      message: {
        zh: '一步未做就结案须写明原因',
        en: 'Closing with nothing done needs a reason: enter one',
      },
    })
    expect(scenario.move('closed', '现场已自行恢复')).toBeNull()
    expect(scenario.state()).toMatchObject({ state: 'closed', reason: '现场已自行恢复' })
  })

  it('closing needs none once something was done, or each step was explained by itself', () => {
    const done = inState('responding')
    done.finish('a')
    expect(done.move('closed')).toBeNull()
    expect(done.state()).toMatchObject({ state: 'closed', reason: null })
    const explained = inState('responding')
    explained.finish('a', 'skipped', '设备已撤走')
    expect(explained.move('closed')).toBeNull()
  })
})

it('the first time of each state stays, also when a state is entered again', () => {
  const scenario = inState('responding')
  scenario.pass('5 min')
  scenario.move('contained')
  scenario.pass('5 min')
  scenario.activate(plan('q', [step('b')]))
  scenario.pass('5 min')
  scenario.move('contained')
  const start = Date.parse(WORKDAY)
  expect(scenario.state().moments).toMatchObject({
    reported: start,
    responding: start,
    activated: start,
    contained: start + 300_000,
  })
})

it('after the end nothing more is recorded on steps, facts and alerts; a note still is', () => {
  const scenario = inState('responding')
  scenario.move('closed', '无须处置')
  const over = {
    code: 'incident-over',
    message: {
      zh: '事件已结案，不再接受处置记录',
      en: 'The incident is closed: nothing more can be recorded on its steps',
    },
  }
  expect(scenario.finish('a')).toMatchObject(over)
  expect(scenario.accept('a')).toMatchObject(over)
  expect(scenario.correct('a')).toMatchObject(over)
  expect(scenario.answer('k', 'yes')).toMatchObject(over)
  expect(scenario.acknowledge('i1.1')).toMatchObject(over)
  expect(scenario.silence('i1.1', 60)).toMatchObject(over)
  expect(scenario.send({ type: 'AddNote', words: { sealed: 'n' } })).toBeNull()
})
