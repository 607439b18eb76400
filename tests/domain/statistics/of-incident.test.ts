/** Tests what the figures keep of one incident: its month, whether it counts, and its limits. */
import { describe, expect, it } from 'vitest'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { reportKind } from '#shared/domain/plan/report-kind.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { limitStanding, monthStatistics } from '#shared/domain/statistics/month.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const of = (scenario: Scenario): ReturnType<typeof projectStats> =>
  projectStats(scenario.state(), scenario.world)

describe('the month is local, of the occurrence if it is known, else of the report', () => {
  it.each([
    ['the last millisecond of October', '2026-10-31T23:59:59.999+08:00', undefined, '2026-10'],
    [
      'the first of November, still October in UTC',
      '2026-11-01T00:00:00+08:00',
      undefined,
      '2026-11',
    ],
    [
      'reported in November of something in October',
      '2026-11-01T00:05:00+08:00',
      '2026-10-31T23:59:59+08:00',
      '2026-10',
    ],
    [
      'reported in October of something announced for November',
      '2026-10-31T23:00:00+08:00',
      '2026-11-01T08:00:00+08:00',
      '2026-11',
    ],
    ['New Year', '2026-12-31T16:00:00Z', undefined, '2027-01'],
  ])('%s', (_, at, occurred, month) => {
    const scenario = incidentAt(at, occurred ? { occurredAt: Date.parse(occurred) } : {})
    expect(of(scenario)).toMatchObject({ month, at: Date.parse(occurred ?? at) })
  })

  it.each([
    ['Europe/Berlin', '2026-10-31T22:59:59Z', '2026-10'],
    ['Europe/Berlin', '2026-10-31T23:00:00Z', '2026-11'], // winter time since a week
    ['Europe/Berlin', '2026-08-31T21:59:59Z', '2026-08'],
    ['Europe/Berlin', '2026-08-31T22:00:00Z', '2026-09'], // summer time
    ['America/St_Johns', '2026-11-01T02:29:59Z', '2026-10'],
    ['America/St_Johns', '2026-11-01T02:30:00Z', '2026-11'],
    ['Asia/Shanghai', '2026-10-31T15:59:59Z', '2026-10'],
    ['Asia/Shanghai', '2026-10-31T16:00:00Z', '2026-11'],
  ])('in %s %s belongs to %s', (zone, at, month) => {
    expect(of(incidentAt(at, { zone })).month).toBe(month)
  })
})

describe('whether it counts', () => {
  it('a drill is marked, a false report and a merged one do not count, a transferred one does', () => {
    expect(of(incidentAt(WORKDAY, { drill: true }))).toMatchObject({ drill: true, counted: true })
    const scenario = incidentAt(WORKDAY)
    scenario.move('falseReport', '误触')
    expect(of(scenario)).toMatchObject({ counted: false, falseReport: true })
    const moved = (to: 'merged' | 'transferred'): ReturnType<typeof projectStats> => {
      const reported = incidentAt(WORKDAY)
      return projectStats(
        evolve(reported.state(), {
          type: 'IncidentMoved',
          from: 'reported',
          to,
          reason: null,
          at: reported.now(),
          by: '周敏',
        }),
        reported.world,
      )
    }
    expect(moved('merged')).toMatchObject({ counted: false, falseReport: false })
    expect(moved('transferred')).toMatchObject({ counted: true })
  })

  it('keeps codes and instants, no words', () => {
    const type: IncidentType = {
      code: 'system.hotline',
      name: localized('热线', 'Hotline'),
      category: 'system',
      legal: 'accidentDisaster',
      words: [],
    }
    const scenario = incidentAt(WORKDAY, { type })
    scenario.activate(plan('p', [step('a')]), { level: 2 })
    scenario.finish('a', 'done', '说过的话')
    expect(of(scenario)).toMatchObject({
      type: 'system.hotline',
      category: 'system',
      legalCategory: 'accidentDisaster',
      level: 2,
      state: 'responding',
    })
    expect(of(scenario).moments).toEqual({
      reported: scenario.now(),
      responding: scenario.now(),
      activated: scenario.now(),
      firstStep: scenario.now(),
    })
    expect(JSON.stringify(of(scenario))).not.toContain('说过的话')
  })
})

describe('its limits', () => {
  const timed = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('a', { clause: 'S09-77', due: { within: 10 * MINUTE, from: 'reported' } }),
        step('b'),
        step('c', { due: { within: MINUTE, from: { step: 'b' } } }),
      ]),
    )
    return scenario
  }
  const limitStates = (scenario: Scenario, later = 0): string[] =>
    of(scenario).limits.map((limit) => limitStanding(limit, scenario.now() + later))

  it('are those that have started, with step, plan and clause', () => {
    const scenario = timed()
    expect(of(scenario).limits).toEqual([
      {
        stepId: 'a',
        planId: 'p',
        clause: 'S09-77',
        startedAt: scenario.now(),
        dueAt: scenario.now() + 10 * MINUTE,
        doneAt: null,
        endedAt: null,
        lateAt: null,
        explained: false,
      },
    ])
    scenario.finish('b')
    expect(of(scenario).limits.map(({ stepId }) => stepId)).toEqual(['a', 'c'])
  })

  it.each(['done', 'already-done'] as const)('a completion is met or late: %s', (outcome) => {
    const early = timed()
    early.pass('10 min')
    early.finish('a', outcome)
    expect(limitStates(early)).toEqual(['met'])
    const late = timed()
    late.pass('11 min')
    late.finish('a', outcome)
    expect(limitStates(late)).toEqual(['late'])
  })

  it.each(['skipped', 'not-applicable'] as const)(
    'an end without completion counts nowhere, or late: %s',
    (outcome) => {
      const early = timed()
      early.finish('a', outcome, 'r')
      expect(limitStates(early, 1e9)).toEqual(['not-counted'])
      const late = timed()
      late.pass('10 min')
      late.finish('a', outcome, 'r')
      expect(limitStates(late)).toEqual(['late'])
    },
  )

  it('a late step that was explained, at once or afterwards, is marked', () => {
    const [atOnce, after, never] = [timed(), timed(), timed()]
    for (const scenario of [atOnce, after, never]) scenario.pass('11 min')
    atOnce.finish('a', 'done', '等钥匙')
    after.explain('a')
    expect([atOnce, after, never].map((scenario) => of(scenario).limits[0]?.explained)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('a correction counts the limit once, late if it ever was', () => {
    const scenario = timed()
    scenario.finish('a')
    scenario.pass('11 min')
    scenario.correct('a')
    scenario.finish('a')
    expect(limitStates(scenario)).toEqual(['late'])
    expect(monthStatistics('2026-11', [of(scenario)], scenario.now()).limits).toEqual({
      due: 1,
      met: 0,
      late: 1,
    })
  })

  it('that ran on when the incident was closed are cancelled then', () => {
    const scenario = timed()
    scenario.pass('1 min')
    scenario.move('closed', '无须处置')
    scenario.move('archived')
    expect(of(scenario).limits[0]).toMatchObject({ endedAt: scenario.now(), doneAt: null })
    expect(limitStates(scenario, 1e10)).toEqual(['not-counted'])
  })
})

describe('its alerts', () => {
  const late = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('a', { due: { within: 10 * MINUTE, from: 'reported' }, lifeSafety: true }),
        step('b'),
      ]),
    )
    return scenario
  }
  it('are kept after they are cleared: raised, acknowledged, cleared', () => {
    const scenario = late()
    const start = scenario.now()
    expect(of(scenario)).not.toHaveProperty('alerts')
    scenario.pass('11 min')
    const raised = {
      stepId: 'a',
      priority: 1,
      raisedAt: start + 10 * MINUTE,
      acknowledgedAt: null,
      clearedAt: null,
    }
    expect(of(scenario).alerts).toEqual([raised])
    scenario.acknowledge(scenario.state().alerts[0]?.id ?? '')
    scenario.pass('1 min')
    scenario.finish('a', 'done', '等钥匙')
    expect(scenario.state().alerts).toEqual([])
    expect(of(scenario).alerts).toEqual([
      { ...raised, acknowledgedAt: start + 11 * MINUTE, clearedAt: start + 12 * MINUTE },
    ])
  })

  it('each by itself: a second one of the same step after a correction', () => {
    const scenario = late()
    scenario.pass('11 min')
    scenario.finish('a')
    scenario.correct('a')
    scenario.pass('1 min')
    const alerts = of(scenario).alerts ?? []
    expect(alerts.length).toBe(scenario.all('AlertRaised').length)
    expect(alerts.filter(({ clearedAt }) => clearedAt === null)).toHaveLength(
      scenario.state().alerts.length,
    )
  })

  it('that stand when the incident is closed are cleared then', () => {
    const scenario = late()
    scenario.pass('11 min')
    scenario.move('falseReport', '误触')
    expect(of(scenario).alerts?.map(({ clearedAt }) => clearedAt)).toEqual([scenario.now()])
  })
})

describe('what else the figures need', () => {
  it('the reason of a late limit, not of one in time; the same person may say it at once or afterwards', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        ['a', 'b', 'c'].map((id) => step(id, { due: { within: 10 * MINUTE, from: 'reported' } })),
      ),
    )
    scenario.finish('c', 'done', '顺手记一句')
    scenario.pass('11 min')
    scenario.finish('a', 'done', '等钥匙')
    scenario.explain('b', '备件在途')
    expect(
      of(scenario).limits.map(({ stepId, reason, explained }) => [stepId, reason, explained]),
    ).toEqual([
      ['a', '等钥匙', true],
      ['b', '备件在途', true],
      ['c', undefined, true],
    ])
  })

  it('plans in the order in which they ran, with their revisions; evidence; nothing where there is nothing', () => {
    const scenario = incidentAt(WORKDAY)
    const bare = of(scenario)
    expect([bare.plans, bare.evidence, bare.answers, bare.alerts]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    scenario.activate(plan('p', [step('a')]))
    scenario.activate(plan('q', [step('b')]))
    scenario.send({
      type: 'RecordEvidence',
      what: '监控',
      kind: 'video',
      place: '监控室',
      keeper: null,
      stepId: null,
    })
    expect(of(scenario)).toMatchObject({
      plans: [
        { planId: 'p', revision: 'p-r1' },
        { planId: 'q', revision: 'q-r1' },
      ],
      evidence: { kept: 1, mayGo: 0 },
    })
  })

  it('answers to questions that are asked for statistics alone, the latest of each', () => {
    const scenario = incidentAt(WORKDAY)
    const cause = choice('cause', ['wet', 'dark'], { recordOnly: true, several: true })
    scenario.activate(
      plan('p', [step('a', { when: { fact: 'big', is: 'yes' } })], {
        facts: [cause, yesNo('big'), yesNo('told', { recordOnly: true })],
      }),
    )
    scenario.answer('big', 'yes')
    scenario.answer('cause', ['wet'])
    scenario.answer('cause', ['wet', 'dark'])
    expect(of(scenario).answers).toEqual({ 'p|cause': ['wet', 'dark'] })
    scenario.answer('told', 'no')
    expect(of(scenario).answers).toEqual({ 'p|cause': ['wet', 'dark'], 'p|told': ['no'] })
  })

  it.each([
    ['a step of the stage report', step('a', { stage: 'report' }), 'first'],
    [
      'one that repeats',
      step('a', { stage: 'report', repeat: { every: MINUTE, until: 'lifted' } }),
      'followUp',
    ],
    [
      'one called so',
      step('a', { stage: 'report', title: localized('续报处置进展', 'Follow-up report') }),
      'followUp',
    ],
    [
      'the last one by its name',
      step('a', { stage: 'report', title: localized('书面终报', 'Final report') }),
      'final',
    ],
    [
      'a step of any other stage, whatever it is called',
      step('a', { stage: 'inform', title: localized('续报', 'Follow-up report') }),
      null,
    ],
  ])('the order of reporting: %s', (_, reporting, kind) => {
    expect(reportKind(reporting)).toBe(kind)
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        {
          ...reporting,
          due: { within: MINUTE, from: 'reported' },
          late: [{ after: 0, notify: 'head', say: null, proposed: false }],
        },
      ]),
    )
    expect(of(scenario).limits[0]?.report ?? null).toBe(kind)
  })
})
