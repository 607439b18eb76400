/**
 * Attention (催办): what nobody has taken in hand is asked for by one alert of its incident, which is
 * quiet while somebody acts and never silent while nobody does.
 */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Question, Plan, Step } from '#shared/domain/plan/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step, yesNo } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const reported = (): Scenario => incidentAt(START, { attention: ATTENTION_DEFAULTS })
const running = (steps: readonly Step[], facts: readonly Question[] = []): Scenario => {
  const scenario = reported()
  scenario.activate(plan('p1', steps, { facts }))
  return scenario
}
const life = (id: string, part: Partial<Step> = {}): Step => step(id, { lifeSafety: true, ...part })
const alert = (scenario: Scenario) => scenario.board().alerts[0] ?? null
const members = (scenario: Scenario): (string | undefined)[] =>
  alert(scenario)?.members.map(({ stepId, factKey }) => stepId ?? factKey) ?? []

describe('a step of life safety that nobody takes', () => {
  it('is asked for after a minute, by one alert of its incident, with the highest priority', () => {
    const scenario = running([life('119'), life('out'), step('tidy')])
    scenario.pass('59s')
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.step('119').nudgeAt).toBe(Date.parse(START) + 60_000)
    scenario.pass('1s')
    expect(scenario.board().alerts).toMatchObject([
      {
        kind: 'nudge',
        priority: 1,
        stepId: null,
        clause: '',
        cause: { zh: '没人办：119 · out（2项）' },
      },
    ])
    expect(members(scenario)).toEqual(['119', 'out'])
  })

  it('waits while somebody acts on other things, and never longer than three minutes', () => {
    const scenario = running([life('119'), step('a'), step('b'), step('c'), step('d')])
    for (const id of ['a', 'b', 'c', 'd']) {
      scenario.pass('44s')
      scenario.accept(id)
      expect(scenario.board().alerts).toEqual([])
    }
    scenario.pass('3s')
    expect(scenario.board().alerts).toEqual([])
    scenario.pass('1s')
    expect(members(scenario)).toEqual(['119'])
  })

  it('leaves the alert without a sound once it is taken, and the alert goes with the last', () => {
    const scenario = running([life('119'), life('out')])
    scenario.pass('1min')
    scenario.accept('119')
    expect(members(scenario)).toEqual(['out'])
    scenario.finish('out')
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.all('AlertRaised')).toHaveLength(1)
  })

  it('sounds anew three minutes after the acknowledgement, as long as nobody takes it', () => {
    const scenario = running([life('119')])
    scenario.pass('1min')
    scenario.acknowledge(alert(scenario)?.id ?? '')
    scenario.pass('179s')
    expect(alert(scenario)?.acknowledgedAt).not.toBeNull()
    scenario.pass('1s')
    expect(alert(scenario)?.acknowledgedAt).toBeNull()
    scenario.acknowledge(alert(scenario)?.id ?? '')
    scenario.accept('119')
    scenario.pass('4min')
    expect(scenario.all('AlertRenewed')).toHaveLength(1)
  })

  it('is asked for after a minute where the clock was put back before it opened again', () => {
    const scenario = running([life('119')])
    scenario.accept('119')
    scenario.setClock('-2h')
    scenario.finish('119')
    scenario.correct('119')
    scenario.pass('59s')
    expect(scenario.board().alerts).toEqual([])
    scenario.pass('1s')
    expect(members(scenario)).toEqual(['119'])
  })

  it('sounds within minutes where the clock was put back since the last sound', () => {
    const scenario = running([life('119')])
    scenario.pass('1min')
    scenario.accept('119')
    scenario.setClock('-2h')
    scenario.finish('119')
    scenario.correct('119')
    scenario.pass('1min')
    expect(alert(scenario)?.silencedUntil).toBeNull()
    scenario.acknowledge(alert(scenario)?.id ?? '')
    scenario.pass('3min')
    expect(scenario.all('AlertRenewed')).toHaveLength(1)
  })

  it('is asked after from its taking where the clock was put back after a word on it', () => {
    const scenario = running([life('119')])
    scenario.note('在打', '119')
    scenario.setClock('-2s')
    scenario.accept('119')
    scenario.pass('4min')
    scenario.note('占线', '119')
    scenario.pass('299s')
    expect(scenario.board().alerts).toEqual([])
    scenario.pass('1s')
    expect(members(scenario)).toEqual(['119'])
  })

  it('that opens while the alert stands joins without a sound', () => {
    const scenario = running([life('119'), step('a'), life('out', { after: ['a'] })])
    scenario.pass('1min')
    scenario.finish('a')
    scenario.pass('1min')
    expect(members(scenario)).toEqual(['119', 'out'])
    expect(scenario.all('AlertRaised')).toHaveLength(1)
  })

  it('does not let attention begin to sound twice within three minutes', () => {
    const scenario = running([life('119'), step('a'), life('out', { after: ['a'] })])
    scenario.pass('1min')
    scenario.accept('119')
    expect(scenario.board().alerts).toEqual([])
    scenario.finish('a')
    scenario.pass('1min')
    const soundsAt = Date.parse(START) + 4 * 60_000
    expect(alert(scenario)).toMatchObject({ kind: 'nudge', silencedUntil: soundsAt })
  })
})

describe('a step of life safety that is taken', () => {
  const taken = (): Scenario => {
    const scenario = running([life('out')])
    scenario.accept('out')
    return scenario
  }

  it('stays asked after when another alert of its incident is acknowledged', () => {
    const timed = step('call', { due: { within: 6 * 60_000, from: 'activated' } })
    const scenario = running([life('out'), timed])
    scenario.accept('out')
    scenario.pass('6min')
    const [late] = scenario.board().alerts.filter(({ kind }) => kind === 'late')
    scenario.acknowledge(late?.id ?? '')
    const nudge = scenario.board().alerts.find(({ kind }) => kind === 'nudge')
    expect(nudge?.members.map(({ stepId }) => stepId)).toContain('out')
  })

  it('is asked after in five minutes without a word, then in ten, then every thirty', () => {
    const scenario = taken()
    const raisedAfter: number[] = []
    for (let minute = 1; minute <= 80; minute += 1) {
      scenario.pass('1min')
      const current = alert(scenario)
      if (current?.kind !== 'nudge' || current.acknowledgedAt !== null) continue
      raisedAfter.push(minute)
      scenario.acknowledge(current.id)
    }
    expect(raisedAfter).toEqual([5, 15, 45, 75])
  })

  it('is left alone for as long again by a word on it', () => {
    const scenario = taken()
    scenario.pass('4min')
    scenario.note('还在疏散三层', 'out')
    scenario.pass('299s')
    expect(scenario.board().alerts).toEqual([])
    scenario.pass('1s')
    expect(alert(scenario)).toMatchObject({ cause: { zh: '没有回音：out' } })
  })
})

describe('other steps', () => {
  it('at once: joins after three minutes, alone with the lowest priority', () => {
    const scenario = running([step('tell', { urgency: 'immediate' })])
    scenario.pass('179s')
    expect(scenario.board().alerts).toEqual([])
    scenario.pass('1s')
    expect(alert(scenario)).toMatchObject({ kind: 'nudge', priority: 3 })
  })

  it('soon: is shown and counted, and joins no alert', () => {
    const scenario = running([step('tell', { urgency: 'prompt' })])
    expect(scenario.step('tell').nudgeAt).toBe(Date.parse(START) + 10 * 60_000)
    scenario.pass('599s')
    expect(scenario.board().alerts).toEqual([])
  })

  it('without urgency: no clock of its own', () => {
    const scenario = running([step('tidy')])
    expect(scenario.step('tidy').nudgeAt).toBeNull()
  })
})

describe('an incident that nobody touches', () => {
  it('is unattended two minutes after its report, until somebody takes it up', () => {
    const scenario = reported()
    scenario.pass('119s')
    expect(scenario.board().alerts).toEqual([])
    scenario.pass('1s')
    expect(scenario.board().alerts).toMatchObject([
      { kind: 'unattended', priority: 2, stepId: null, cause: { zh: '接报2分钟，还没人处理' } },
    ])
    scenario.move('verifying')
    expect(scenario.board().alerts).toEqual([])
  })

  it('is told after ten minutes, and again ten minutes after each acknowledgement', () => {
    const scenario = running([step('tidy')])
    scenario.pass('10min')
    expect(alert(scenario)).toMatchObject({ kind: 'untouched' })
    scenario.acknowledge(alert(scenario)?.id ?? '')
    scenario.pass('599s')
    expect(alert(scenario)?.acknowledgedAt).not.toBeNull()
    scenario.pass('1s')
    expect(alert(scenario)?.acknowledgedAt).toBeNull()
    scenario.note('在等')
    expect(scenario.board().alerts).toEqual([])
  })

  it('rests half an hour with all taken, an hour once contained, and for ever once lifted', () => {
    const untouchedAfter = (lead: (scenario: Scenario) => void): number | null => {
      const scenario = running([step('tidy')])
      lead(scenario)
      for (let minute = 1; minute <= 200; minute += 1) {
        scenario.pass('1min')
        if (alert(scenario)?.kind === 'untouched') return minute
      }
      return null
    }
    expect(untouchedAfter((scenario) => void scenario.accept('tidy'))).toBe(30)
    expect(untouchedAfter((scenario) => void scenario.move('contained'))).toBe(60)
    expect(untouchedAfter((scenario) => void scenario.move('lifted'))).toBeNull()
  })

  it('gives way to what is asked for by name, as the same alert', () => {
    const scenario = running([step('a'), life('119', { after: ['a'] })])
    scenario.pass('10min')
    const before = alert(scenario)
    scenario.setClock('1s')
    scenario.finish('a') // an act: it has gone
    scenario.pass('1min')
    expect(before).toMatchObject({ kind: 'untouched' })
    expect(alert(scenario)).toMatchObject({ kind: 'nudge', priority: 1 })
  })
})

describe('a question that decides', () => {
  const fire = (part: Partial<Question> = {}): Plan =>
    plan('p1', [step('look'), life('119', { when: { fact: 'big', is: 'yes' } })], {
      facts: [yesNo('big', { decidedBy: 'head', ...part })],
    })
  const burning = (part: Partial<Question> = {}): Scenario => {
    const scenario = reported()
    scenario.activate(fire(part))
    return scenario
  }

  it('comes before the next step, and is asked for after a minute', () => {
    const scenario = burning()
    expect(scenario.board().asks).toEqual({ key: 'big', planId: 'p1' })
    scenario.pass('1min')
    expect(alert(scenario)).toMatchObject({
      priority: 1,
      cause: { zh: '没人答：big？' },
      owner: { zh: '岗位head' },
      members: [{ factKey: 'big', planId: 'p1' }],
    })
    scenario.answer('big', 'no')
    expect(scenario.board()).toMatchObject({ asks: null, alerts: [] })
  })

  it('opens what life hangs on by the careful answer, and goes on asking', () => {
    const scenario = burning({ inDoubt: { answer: 'yes' } })
    scenario.pass('59s')
    expect(scenario.step('119').state).toBe('waiting')
    scenario.pass('1s')
    expect(scenario.step('119')).toMatchObject({ state: 'open', assumed: true })
    expect(scenario.board().facts).toMatchObject([{ value: null, assumed: 'yes' }])
    expect(scenario.board().asks).toEqual({ key: 'big', planId: 'p1' })
    scenario.answer('big', 'no')
    expect(scenario.step('119').state).toBe('hidden')
    expect(scenario.board().facts).toMatchObject([{ value: 'no', assumed: null }])
  })

  it('starts no limit by an assumption', () => {
    const scenario = reported()
    scenario.activate(
      plan(
        'p1',
        [
          life('119', {
            when: { fact: 'big', is: 'yes' },
            due: { within: 5 * 60_000, from: 'reported' },
          }),
        ],
        { facts: [yesNo('big', { inDoubt: { answer: 'yes' } })] },
      ),
    )
    scenario.pass('6min')
    expect(scenario.step('119')).toMatchObject({ state: 'open', assumed: true, dueAt: null })
    scenario.answer('big', 'yes')
    expect(scenario.step('119')).toMatchObject({ assumed: false, late: true })
  })

  it('that cannot be answered yet is neither asked nor assumed', () => {
    const scenario = burning({
      ask: { from: { step: 'look' }, within: 2 * 60_000 },
      inDoubt: { answer: 'yes' },
    })
    expect(scenario.board().asks).toBeNull()
    scenario.pass('5min')
    expect(scenario.board().facts[0]?.assumed).toBeNull()
    scenario.finish('look')
    expect(scenario.board().asks).toEqual({ key: 'big', planId: 'p1' })
    scenario.pass('2min')
    expect(scenario.board().facts[0]?.assumed).toBe('yes')
  })
})

describe('answers of the report', () => {
  const asking = (value: string): Plan =>
    plan('p1', [life('119', { when: { fact: 'big', is: 'yes' } })], {
      facts: [
        yesNo('big', { from: { type: {}, channel: {}, heard: { [value]: ['火很大', '浓烟'] } } }),
      ],
    })
  const heard = (value: string): Scenario => {
    const scenario = incidentAt(START, { attention: ATTENTION_DEFAULTS, words: '三楼火很大' })
    scenario.activate(asking(value))
    return scenario
  }

  it('open what life hangs on, in the name of the station', () => {
    const scenario = heard('yes')
    expect(scenario.board().facts).toMatchObject([{ value: 'yes', source: 'report' }])
    expect(scenario.step('119').state).toBe('open')
    expect(scenario.all('FactAnswered')).toMatchObject([{ by: 'Vigil' }])
  })

  it('hide nothing: the answer is shown as chosen, and a person is still asked', () => {
    const scenario = heard('no')
    expect(scenario.board().facts).toMatchObject([{ value: null, suggested: 'no', source: null }])
    expect(scenario.board().asks).toEqual({ key: 'big', planId: 'p1' })
  })
})

it('an acknowledgement is no act', () => {
  const scenario = running([life('119'), life('out', { after: ['119'] }), step('tidy')])
  scenario.pass('1min')
  const acted = scenario.state().attention?.actedAt
  scenario.acknowledge(alert(scenario)?.id ?? '')
  expect(scenario.state().attention?.actedAt).toBe(acted)
})

it('what the report denies answers nothing', () => {
  const scenario = incidentAt(START, { attention: ATTENTION_DEFAULTS, words: '三楼没有浓烟' })
  scenario.activate(
    plan('p1', [life('119', { when: { fact: 'big', is: 'yes' } })], {
      facts: [yesNo('big', { from: { type: {}, channel: {}, heard: { yes: ['浓烟'] } } })],
    }),
  )
  expect(scenario.board().facts).toMatchObject([{ value: null, suggested: null }])
})
