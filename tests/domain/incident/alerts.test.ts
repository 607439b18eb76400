/**
 * Alerts: an alert exists only if somebody must act; silence is not acknowledgement.
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, escalationStep, step, yesNo } from '../../kit/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const late = (part = {}): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' }, ...part })]),
  )
  scenario.pass('10 min')
  return scenario
}

describe('an alert over a late step', () => {
  it('bears cause, action, owner, priority and the instant that was missed', () => {
    const say = localized('马上切换', 'Switch now')
    expect(late({ late: [escalationStep('head', 0, { say })] }).board().alerts).toMatchObject([
      {
        id: 'i1.1',
        kind: 'late',
        stepId: 'a',
        priority: 2,
        clause: 'S00-01',
        owner: { zh: '岗位desk', en: 'Post desk' },
        cause: { zh: '步骤a：已超时', en: 'Step a: late' },
        action: say,
        dueAt: START + 10 * MINUTE,
        raisedAt: START + 10 * MINUTE,
        acknowledgedAt: null,
        acknowledgedBy: null,
        silencedUntil: null,
      },
    ])
  })

  it('where no rung says what to do, the step itself is the action', () => {
    expect(late().board().alerts[0]?.action).toEqual({ zh: '步骤a', en: 'Step a' })
  })

  it('has an id of its own within the incident, also the second time', () => {
    const scenario = late()
    scenario.finish('a')
    scenario.correct('a')
    expect(scenario.all('AlertRaised').map((event) => event.alert.id)).toEqual(['i1.1', 'i1.2'])
  })
})

describe('life safety', () => {
  const both = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('early', { due: { within: 5 * MINUTE, from: 'reported' } }),
        step('start'),
        step('counts', { due: { within: 6 * MINUTE, from: { step: 'start' } } }),
        step('life', { lifeSafety: true, due: { within: 10 * MINUTE, from: 'reported' } }),
      ]),
    )
    scenario.pass('10 min')
    return scenario
  }
  it('comes first, then limits, then what is not recorded', () => {
    expect(
      both()
        .board()
        .alerts.map(({ stepId, priority }) => [stepId, priority]),
    ).toEqual([
      ['life', 1],
      ['early', 2],
      ['start', 3],
    ])
  })

  it('comes first also where a life-safety step is not recorded', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('start', { lifeSafety: true }),
        step('counts', { due: { within: MINUTE, from: { step: 'start' } } }),
      ]),
    )
    scenario.pass('1 min')
    expect(scenario.board().alerts).toMatchObject([{ kind: 'not-recorded', priority: 1 }])
  })

  it('of two alerts of one priority the older stands first', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('second', { due: { within: 6 * MINUTE, from: 'reported' } }),
        step('first', { due: { within: 5 * MINUTE, from: 'reported' } }),
      ]),
    )
    scenario.pass('6 min')
    expect(scenario.board().alerts.map(({ stepId }) => stepId)).toEqual(['first', 'second'])
  })
})

describe('acknowledging', () => {
  it('names person and instant; the step stays late and open', () => {
    const scenario = late()
    scenario.pass('5 s')
    expect(scenario.acknowledge('i1.1')).toBeNull()
    expect(scenario.board().alerts).toMatchObject([
      { acknowledgedAt: scenario.now(), acknowledgedBy: '周敏' },
    ])
    expect(scenario.step('a')).toMatchObject({ state: 'open', late: true, needsReason: true })
  })

  it('a second time is refused', () => {
    const scenario = late()
    scenario.acknowledge('i1.1')
    expect(scenario.acknowledge('i1.1')).toEqual({
      ok: false,
      code: 'alert-acknowledged',
      message: { zh: '这条告警已由周敏确认', en: 'This alert was already acknowledged by 周敏' },
    })
  })

  it('of an alert that is cleared or never was is refused', () => {
    const scenario = late()
    const gone = {
      ok: false,
      code: 'unknown-alert',
      message: {
        zh: '这条告警已解除或不存在',
        en: 'This alert has been cleared or does not exist',
      },
    }
    expect(scenario.acknowledge('i1.7')).toEqual(gone)
    expect(scenario.silence('i1.7', 60)).toEqual(gone)
    scenario.finish('a')
    expect(scenario.acknowledge('i1.1')).toEqual(gone)
  })

  it('does not carry over to the alert that a correction raises', () => {
    const scenario = late()
    scenario.acknowledge('i1.1')
    scenario.finish('a')
    scenario.correct('a')
    expect(scenario.board().alerts).toMatchObject([{ id: 'i1.2', acknowledgedAt: null }])
  })
})

describe('silence is not acknowledgement', () => {
  it('it ends by itself and leaves the alert unacknowledged', () => {
    const scenario = late()
    scenario.silence('i1.1', 120)
    expect(scenario.board().alerts).toMatchObject([
      { silencedUntil: scenario.now() + 120_000, acknowledgedAt: null },
    ])
  })

  it('the alert escalates on, as if nobody had touched it', () => {
    const scenario = late({ late: [escalationStep('head', 30 * MINUTE)] })
    scenario.silence('i1.1', 120)
    scenario.pass('60 s')
    expect(scenario.board().alerts[0]?.told.map(({ role }) => role.en)).toEqual([
      'Post desk',
      'Post head',
    ])
  })

  it('acknowledging ends it', () => {
    const scenario = late()
    scenario.silence('i1.1', 120)
    scenario.acknowledge('i1.1')
    expect(scenario.board().alerts[0]?.silencedUntil).toBeNull()
  })
})

describe('an alert is cleared', () => {
  it.each(['done', 'already-done', 'not-applicable', 'skipped'] as const)(
    'when its step is %s',
    (outcome) => {
      const scenario = late()
      scenario.finish('a', outcome, 'r')
      expect(scenario.board().alerts).toEqual([])
      expect(scenario.all('AlertCleared')).toMatchObject([{ alertId: 'i1.1', why: 'finished' }])
    },
  )

  it('when its step does not apply any more', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [step('a', { when: { fact: 'k', is: 'yes' }, due: { within: MINUTE, from: 'reported' } })],
        { facts: [yesNo('k')] },
      ),
    )
    scenario.answer('k', 'yes')
    scenario.pass('2 min')
    scenario.answer('k', 'no')
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.all('AlertCleared')).toMatchObject([{ why: 'not-needed' }])
  })

  it('not by accepting, explaining or noting anything', () => {
    const scenario = late()
    scenario.accept('a')
    scenario.explain('a')
    scenario.send({ type: 'AddNote', words: { sealed: 'n' } })
    expect(scenario.board().alerts).toHaveLength(1)
  })
})
