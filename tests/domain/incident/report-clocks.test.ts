/**
 * The clocks of the law (493号令 art. 9 and 13, 21号令, 国家网络安全事件报告管理办法 art. 4): from when the
 * head of the unit came to know, by rules with their source; only the end sounds, a drill never.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReportRules } from '#main/adapters/plans/report-rules.ts'
import { decide } from '#shared/domain/incident/decide.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import { clockToSee, shareGone } from '#shared/domain/bulletin/clock.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import type { BulletinSeries } from '#shared/domain/incident/record/bulletins.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { unitsOf, type Metric } from '#shared/domain/statistics/metrics.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { plan, step } from '../../kit/plan.ts'

const file = join(import.meta.dirname, '../../../resources/standards/report-clocks.yaml')
const RULES = readReportRules(file)!
const typeOf = (code: string, legal: IncidentType['legal'] = null): IncidentType =>
  ({
    ...{ code, legal, name: localized(code, code), category: 'none', words: [] },
  }) as unknown as IncidentType
const fire = typeOf('mall-fire.fire', 'accidentDisaster')
const at = (type: IncidentType = fire, part: Parameters<typeof incidentAt>[1] = {}) =>
  incidentAt(WORKDAY, { reportRules: RULES, siteKinds: ['mall'], type, ...part })
const sealed = { sealed: 'a' }
const send = (scenario: Scenario, final = false, series: BulletinSeries = 'authorities') => {
  const sent = (scenario.state().bulletins ?? []).filter(
    ({ kind }) => (kind === series) === (series !== 'authorities'),
  )
  return scenario.send({
    ...{ type: 'SendBulletin', series, number: sent.length + 1, final, copies: [] },
    ...{ text: sealed, signer: sealed, to: sealed },
  })
}
const know = (scenario: Scenario, informedAt = scenario.now()) =>
  scenario.send({ type: 'TellHead', informedAt })
const count = (scenario: Scenario, metric: Metric): number =>
  unitsOf(metric, projectStats(scenario.state(), scenario.world), {
    ...{ now: scenario.now(), zone: 'Asia/Shanghai', drill: false },
  }).length
const figures = (scenario: Scenario, kind: 'first' | 'followUp' | 'changes') =>
  (['due', 'met', 'late'] as const).map((result) =>
    count(scenario, `reports.law.${kind}.${result}`),
  )
const dead = (scenario: Scenario, people: number) =>
  scenario.send({
    ...{ type: 'AssessIncident', casualties: { dead: people }, atLeastOne: [], reason: null },
    ...{ loss: null, severity: null },
  } as never)

describe('the rules of the installation', () => {
  it('each say their source in both languages, and stand with the strictest in front', () => {
    expect(RULES.map(({ id }) => id)).toEqual([
      ...['network-critical', 'network', 'accident-fire-major', 'accident-fire'],
      ...['accident-major', 'accident', 'at-risk'],
    ])
    for (const { source } of RULES)
      expect(source).toEqual({
        zh: expect.stringMatching(/令|办法/),
        en: expect.stringMatching(/art\.|Order/),
      })
  })

  it.each([
    ['branch-attack.network', null, ['branch'], 'network', 4],
    ['bank-network.security', null, ['bank-window'], 'network-critical', 1],
    ['mall-other.network-attack', 'socialSecurity', ['mall'], 'network', 4],
    ['system-failure.network-attack', 'socialSecurity', ['gas'], 'network', 4],
    ['company-failure.network-attack', 'socialSecurity', ['company'], 'network', 4],
    ['hall-network.attack', 'socialSecurity', ['government-hall'], 'network', 4],
    ['municipal-other.network-attack', 'socialSecurity', ['centre'], 'network', 4],
    ['mall-fire.fire', 'accidentDisaster', ['mall'], 'accident-fire', 1],
    ['mall-other.fall', 'accidentDisaster', ['mall'], 'accident', 1],
  ] as const)('of %s is %s', (code, legal, siteKinds, id, hours) => {
    const rule = at(typeOf(code, legal), { siteKinds }).board().reportRule
    expect(rule).toMatchObject({ id, withinMs: hours * HOUR_MS })
  })

  it('want nothing of a network attack that somebody has judged to be ordinary (art. 4)', () => {
    const ruleOf = (severity: 'ordinary' | 'serious') => {
      const scenario = at(typeOf('mall-other.network-attack'))
      scenario.send({
        ...{ type: 'AssessIncident', casualties: null, loss: null, severity, reason: null },
      } as never)
      return scenario.board().reportRule?.id
    }
    expect([ruleOf('ordinary'), ruleOf('serious')]).toEqual([undefined, 'network'])
  })

  it('want nothing of noise, and nothing of a drill', () => {
    expect(at(typeOf('mall-noise')).board().reportRule).toBeUndefined()
    expect(at(fire, { drill: true }).board().reportRule).toBeUndefined()
  })

  it('a mall that evacuates 500 people reports without one injury (21号令), of 499 it does not', () => {
    const evacuated = (people: number) => {
      const scenario = at(typeOf('mall-crowd'))
      scenario.send({ type: 'AssessIncident', casualties: { evacuated: people } } as never)
      return scenario.board().reportRule?.id
    }
    expect([evacuated(499), evacuated(500)]).toEqual([undefined, 'at-risk'])
  })
})

describe('the first report', () => {
  it('is due an hour from when the head came to know, and not before somebody says when', () => {
    const scenario = at()
    scenario.pass('3 h')
    expect(scenario.board().reportClocks).toBeUndefined()
    know(scenario)
    const [clock] = scenario.board().reportClocks!
    expect(clock).toMatchObject({ kind: 'first', dueAt: scenario.now() + HOUR_MS })
    expect(shareGone(clock!, scenario.now() + 30 * MINUTE_MS)).toBe(0.5)
    expect(scenario.board().alerts.filter(({ kind }) => kind === 'report')).toEqual([])
  })

  it('sent in time is met, and the next clock runs a day', () => {
    const scenario = at()
    know(scenario)
    scenario.pass('59 min')
    expect(figures(scenario, 'first')).toEqual([0, 0, 0])
    send(scenario)
    expect(figures(scenario, 'first')).toEqual([1, 1, 0])
    expect(clockToSee(scenario.board())).toMatchObject({
      ...{ kind: 'followUp', dueAt: scenario.now() + DAY_MS },
    })
  })

  it('at the very instant is in time; a moment later it has sounded, and is late whatever comes', () => {
    const punctual = at()
    know(punctual)
    punctual.setClock('1 h')
    send(punctual)
    expect(figures(punctual, 'first')).toEqual([1, 1, 0])
    const scenario = at()
    know(scenario)
    scenario.pass('1 h')
    expect(scenario.board().alerts).toMatchObject([{ kind: 'report', priority: 2, stepId: null }])
    expect(figures(scenario, 'first')).toEqual([1, 0, 1])
    scenario.setClock('1 s')
    send(scenario)
    expect(scenario.board().alerts).toEqual([])
    expect(figures(scenario, 'first')).toEqual([1, 0, 1])
    expect(count(scenario, 'limits.due')).toBe(0)
  })

  it.each(['lifted', 'recovering', 'closed'] as const)(
    'that has not gone out sounds at its end also where it is %s, and is acknowledged and sent there',
    (state) => {
      const scenario = at()
      know(scenario)
      scenario.pass('25 min')
      scenario.activate(plan('fire', [step('guard')]))
      for (const to of ['contained', 'lifted', 'recovering', 'closed'] as const) {
        scenario.moveExplained(to, '结束')
        if (to === state) break
      }
      expect(scenario.state().state).toBe(state)
      scenario.pass('35 min')
      const [alert] = scenario.board().alerts
      expect(alert).toMatchObject({ kind: 'report', acknowledgedAt: null })
      expect(scenario.acknowledge(alert!.id)).toBeNull()
      scenario.setClock('1 s')
      expect(send(scenario)).toBeNull()
      expect(scenario.board().alerts).toEqual([])
      expect(figures(scenario, 'first')).toEqual([1, 0, 1])
    },
  )

  it('is still sent once the incident has been passed on', () => {
    const scenario = at()
    know(scenario)
    const whom = { body: sealed, person: null, handedAt: null, reason: null }
    expect(scenario.send({ type: 'TransferIncident', ...whom })).toBeNull()
    scenario.pass('35 min')
    expect(send(scenario)).toBeNull()
    expect(figures(scenario, 'first')).toEqual([1, 1, 0])
  })

  it.each(['closed', 'transferred'] as const)(
    'is due, and late, also where somebody says when the head knew only once it is %s',
    (state) => {
      const scenario = at()
      const informedAt = scenario.now()
      scenario.pass('25 min')
      const whom = { body: sealed, person: null, handedAt: null, reason: null }
      if (state === 'closed') scenario.moveExplained('closed', '已扑灭')
      else scenario.send({ type: 'TransferIncident', ...whom })
      expect(know(scenario, informedAt)).toBeNull()
      expect(scenario.state().reportClocks).toMatchObject([{ dueAt: informedAt + HOUR_MS }])
      scenario.pass('36 min')
      const kinds = scenario.state().alerts.map(({ kind }) => kind)
      expect(kinds).toEqual(state === 'closed' ? ['report'] : []) // no screen shows the other
      expect(send(scenario)).toBeNull()
      expect(figures(scenario, 'first')).toEqual([1, 0, 1])
    },
  )

  it('that went out before anybody said when the head knew is judged by when it went out', () => {
    const scenario = at()
    const informedAt = scenario.now()
    scenario.pass('20 min')
    send(scenario)
    scenario.pass('2 h')
    know(scenario, informedAt)
    expect(figures(scenario, 'first')).toEqual([1, 1, 0])
  })

  it('follows the type as it is put right, and is dropped where no rule is about it', () => {
    const scenario = at(typeOf('branch-attack.network'))
    know(scenario)
    const informedAt = scenario.now()
    expect(clockToSee(scenario.board())).toMatchObject({ ruleId: 'network' })
    scenario.move('falseReport', '误报')
    scenario.pass('5 h')
    expect(scenario.state().reportClocks).toMatchObject([
      { dueAt: informedAt + 4 * HOUR_MS, lateAt: null },
    ])
    expect(scenario.all('ReportLate')).toEqual([])
  })

  it.each(['falseReport', 'type'] as const)(
    'runs on, and is late when it would have been, once a mistaken %s is taken back',
    (mistake) => {
      const scenario = at()
      know(scenario)
      const dueAt = scenario.now() + HOUR_MS
      const { state } = scenario.state()
      const amend = (incidentType: IncidentType) =>
        scenario.send({ type: 'AmendReport', incidentType, reason: sealed })
      if (mistake === 'type') amend(typeOf('mall-noise'))
      else scenario.move('falseReport', '误报')
      expect(shareGone(scenario.state().reportClocks![0]!, scenario.now())).toBeNull()
      const last = { from: state, at: scenario.now(), left: [] }
      scenario.pass('10 min')
      if (mistake === 'type') amend(fire)
      else scenario.send({ type: 'MoveBack', last, reason: sealed })
      expect(scenario.state().reportClocks).toMatchObject([
        { kind: 'first', dueAt, endedAt: null, doneAt: null },
      ])
      scenario.pass('1 h')
      expect(scenario.board().alerts).toMatchObject([{ kind: 'report' }])
      expect(figures(scenario, 'first')).toEqual([1, 0, 1])
    },
  )
})

describe('what follows', () => {
  it('is due again and again until the response is lifted or the final one went out', () => {
    const scenario = at()
    know(scenario)
    send(scenario)
    scenario.pass('23 h')
    send(scenario)
    scenario.pass('25 h')
    expect(figures(scenario, 'followUp')).toEqual([2, 1, 1])
    send(scenario)
    scenario.pass('1 h')
    scenario.moveExplained('closed', '结束')
    scenario.pass('3 d')
    expect(figures(scenario, 'followUp')).toEqual([2, 1, 1])
  })

  it('a report that response was started, or to those who manage the site, meets no clock', () => {
    const scenario = at()
    know(scenario)
    send(scenario, false, 'management')
    scenario.pass('1 h')
    expect(figures(scenario, 'first')).toEqual([1, 0, 1])
  })

  it('casualties that change are reported anew, of a fire for 7 days, of another accident for 30', () => {
    for (const [type, days] of [
      [fire, 7],
      [typeOf('mall-other.fall', 'accidentDisaster'), 30],
    ] as const) {
      const scenario = at(type)
      know(scenario)
      dead(scenario, 0)
      send(scenario)
      scenario.pass('2 h')
      dead(scenario, 1)
      const clock = scenario.board().reportClocks?.find(({ kind }) => kind === 'changes')
      expect(clock?.dueAt).toBe(scenario.state().receivedAt + days * DAY_MS)
      expect(figures(scenario, 'changes')).toEqual([0, 0, 0])
      send(scenario)
      expect(figures(scenario, 'changes')).toEqual([1, 1, 0])
    }
  })

  it('a change that nobody reports is late once its days are over, and makes no sound', () => {
    const scenario = at()
    know(scenario)
    send(scenario)
    scenario.moveExplained('closed', '结束')
    dead(scenario, 1)
    scenario.pass('8 d')
    expect(figures(scenario, 'changes')).toEqual([1, 0, 1])
    expect(scenario.board().alerts).toEqual([])
  })

  it.each([
    [fire, 5, 7],
    [typeOf('mall-other.fall', 'accidentDisaster'), 12, 30],
  ])(
    'of what is closed a change is reported within its days, and later only recorded',
    (type, on, days) => {
      const scenario = at(type)
      know(scenario)
      dead(scenario, 0)
      send(scenario)
      scenario.moveExplained('closed', '结束')
      send(scenario, true)
      const until = scenario.state().receivedAt + days * DAY_MS
      expect(scenario.board().aftermath?.changesUntil).toBe(until)
      scenario.pass(`${on} d`)
      expect(dead(scenario, 1)).toBeNull()
      const running = () =>
        scenario
          .board()
          .reportClocks?.find(({ kind, doneAt }) => kind === 'changes' && doneAt === null)
      expect(running()?.dueAt).toBe(until)
      send(scenario)
      expect(figures(scenario, 'changes')).toEqual([1, 1, 0])
      scenario.pass(`${days} d`)
      expect(dead(scenario, 2)).toBeNull()
      expect(running()).toBeUndefined()
      expect(scenario.board().casualties?.dead).toBe(2)
      expect(figures(scenario, 'changes')).toEqual([1, 1, 0])
    },
  )
})

describe('taken over from a record that cannot be opened', () => {
  const takenOver = (scenario: Scenario) => {
    const from = scenario.state()
    const meta = { at: scenario.now(), by: '陈静' }
    const decision = decide(
      initialIncident('i2'),
      { type: 'TakeOverIncident', from },
      meta,
      scenario.world,
    )
    if (!decision.ok) throw new Error(decision.code)
    return decision
  }

  it('keeps when the head knew, what went out, and the instants at which more is due', () => {
    const scenario = at()
    know(scenario)
    send(scenario)
    dead(scenario, 1)
    scenario.pass('2 h')
    const before = scenario.state()
    const { state } = takenOver(scenario)
    expect(state).toMatchObject({
      headInformedAt: before.headInformedAt,
      bulletins: [{ number: 1 }],
      reportedPeople: before.reportedPeople,
    })
    expect(state.reportClocks).toEqual(before.reportClocks)
  })

  it('is still late at its own instant, and sounds anew where nobody has sent it', () => {
    const scenario = at()
    know(scenario)
    scenario.pass('61 min')
    const { state } = takenOver(scenario)
    expect(state.reportClocks).toMatchObject([{ kind: 'first', doneAt: null }])
    expect(state.reportClocks?.[0]?.lateAt).not.toBeNull()
    expect(state.alerts).toMatchObject([{ kind: 'report', priority: 2 }])
  })

  it('goes on also where the incident is closed and its report has not gone out', () => {
    const scenario = at()
    know(scenario)
    scenario.move('closed', '已扑灭')
    expect(takenOver(scenario).state).toMatchObject({
      state: 'closed',
      reportClocks: [{ kind: 'first', doneAt: null }],
    })
    send(scenario)
    expect(() => takenOver(scenario)).toThrow('incident-over')
  })
})

it('that it is late is the station’s own doing: no person has acted by it', () => {
  const scenario = at()
  know(scenario)
  scenario.pass('61 min')
  expect(scenario.all('ReportLate')).toMatchObject([{ by: STATION }])
})
