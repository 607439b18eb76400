/**
 * What the figures keep of one incident: its month, whether it counts, and its limits (design §2
 * "Statistics"; R4.6).
 */
import { describe, expect, it } from 'vitest'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { reportKind } from '#shared/domain/plan/report-kind.ts'
import { factOf } from '#shared/domain/statistics/project.ts'
import { limitStanding, monthStatistics } from '#shared/domain/statistics/month.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const of = (led: Led): ReturnType<typeof factOf> => factOf(led.state(), led.world)

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
    const led = reported(at, occurred ? { occurredAt: Date.parse(occurred) } : {})
    expect(of(led)).toMatchObject({ month, at: Date.parse(occurred ?? at) })
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
    expect(of(reported(at, { zone })).month).toBe(month)
  })
})

describe('whether it counts', () => {
  it('a drill is marked, a false report and a merged one do not count, a transferred one does', () => {
    expect(of(reported(WORKDAY, { drill: true }))).toMatchObject({ drill: true, counted: true })
    const led = reported(WORKDAY)
    led.move('falseReport', '误触')
    expect(of(led)).toMatchObject({ counted: false, falseReport: true })
    const moved = (to: 'merged' | 'transferred'): ReturnType<typeof factOf> => {
      const one = reported(WORKDAY)
      return factOf(
        evolve(one.state(), {
          type: 'IncidentMoved',
          from: 'reported',
          to,
          reason: null,
          at: one.now(),
          by: '周敏',
        }),
        one.world,
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
    const led = reported(WORKDAY, { type })
    led.activate(plan('p', [step('a')]), { level: 2 })
    led.finish('a', 'done', '说过的话')
    expect(of(led)).toMatchObject({
      type: 'system.hotline',
      category: 'system',
      legalCategory: 'accidentDisaster',
      level: 2,
      state: 'responding',
    })
    expect(of(led).moments).toEqual({
      reported: led.now(),
      responding: led.now(),
      activated: led.now(),
      firstStep: led.now(),
    })
    expect(JSON.stringify(of(led))).not.toContain('说过的话')
  })
})

describe('its limits', () => {
  const timed = (): Led => {
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [
        step('a', { clause: 'S09-77', due: { within: 10 * MINUTE, from: 'reported' } }),
        step('b'),
        step('c', { due: { within: MINUTE, from: { step: 'b' } } }),
      ]),
    )
    return led
  }
  const standing = (led: Led, later = 0): string[] =>
    of(led).limits.map((limit) => limitStanding(limit, led.now() + later))

  it('are those that have started, with step, plan and clause', () => {
    const led = timed()
    expect(of(led).limits).toEqual([
      {
        stepId: 'a',
        planId: 'p',
        clause: 'S09-77',
        startedAt: led.now(),
        dueAt: led.now() + 10 * MINUTE,
        doneAt: null,
        endedAt: null,
        lateAt: null,
        explained: false,
      },
    ])
    led.finish('b')
    expect(of(led).limits.map(({ stepId }) => stepId)).toEqual(['a', 'c'])
  })

  it.each(['done', 'already-done'] as const)('a completion is met or late: %s', (outcome) => {
    const early = timed()
    early.pass('10 min')
    early.finish('a', outcome)
    expect(standing(early)).toEqual(['met'])
    const late = timed()
    late.pass('11 min')
    late.finish('a', outcome)
    expect(standing(late)).toEqual(['late'])
  })

  it.each(['skipped', 'not-applicable'] as const)(
    'an end without completion counts nowhere, or late: %s',
    (outcome) => {
      const early = timed()
      early.finish('a', outcome, 'r')
      expect(standing(early, 1e9)).toEqual(['not-counted'])
      const late = timed()
      late.pass('10 min')
      late.finish('a', outcome, 'r')
      expect(standing(late)).toEqual(['late'])
    },
  )

  it('a late step that was explained, at once or afterwards, is marked', () => {
    const [said, after, never] = [timed(), timed(), timed()]
    for (const led of [said, after, never]) led.pass('11 min')
    said.finish('a', 'done', '等钥匙')
    after.explain('a')
    expect([said, after, never].map((led) => of(led).limits[0]?.explained)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('a correction counts the limit once, late if it ever was', () => {
    const led = timed()
    led.finish('a')
    led.pass('11 min')
    led.correct('a')
    led.finish('a')
    expect(standing(led)).toEqual(['late'])
    expect(monthStatistics('2026-11', [of(led)], led.now()).limits).toEqual({
      due: 1,
      met: 0,
      late: 1,
    })
  })

  it('that ran on when the incident was closed are cancelled then', () => {
    const led = timed()
    led.pass('1 min')
    led.move('closed')
    led.move('archived')
    expect(of(led).limits[0]).toMatchObject({ endedAt: led.now(), doneAt: null })
    expect(standing(led, 1e10)).toEqual(['not-counted'])
  })
})

describe('its alerts', () => {
  const late = (): Led => {
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [
        step('a', { due: { within: 10 * MINUTE, from: 'reported' }, lifeSafety: true }),
        step('b'),
      ]),
    )
    return led
  }
  it('are kept after they are cleared: raised, acknowledged, cleared', () => {
    const led = late()
    const start = led.now()
    expect(of(led)).not.toHaveProperty('alerts')
    led.pass('11 min')
    const raised = {
      stepId: 'a',
      priority: 1,
      raisedAt: start + 10 * MINUTE,
      acknowledgedAt: null,
      clearedAt: null,
    }
    expect(of(led).alerts).toEqual([raised])
    led.acknowledge(led.state().alerts[0]?.id ?? '')
    led.pass('1 min')
    led.finish('a', 'done', '等钥匙')
    expect(led.state().alerts).toEqual([])
    expect(of(led).alerts).toEqual([
      { ...raised, acknowledgedAt: start + 11 * MINUTE, clearedAt: start + 12 * MINUTE },
    ])
  })

  it('each by itself: a second one of the same step after a correction', () => {
    const led = late()
    led.pass('11 min')
    led.finish('a')
    led.correct('a')
    led.pass('1 min')
    const alerts = of(led).alerts ?? []
    expect(alerts.length).toBe(led.all('AlertRaised').length)
    expect(alerts.filter(({ clearedAt }) => clearedAt === null)).toHaveLength(
      led.state().alerts.length,
    )
  })

  it('that stand when the incident is closed are cleared then', () => {
    const led = late()
    led.pass('11 min')
    led.move('falseReport', '误触')
    expect(of(led).alerts?.map(({ clearedAt }) => clearedAt)).toEqual([led.now()])
  })
})

describe('what else the figures need', () => {
  it('the reason of a late limit, not of one in time; the same person may say it at once or afterwards', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan(
        'p',
        ['a', 'b', 'c'].map((id) => step(id, { due: { within: 10 * MINUTE, from: 'reported' } })),
      ),
    )
    led.finish('c', 'done', '顺手记一句')
    led.pass('11 min')
    led.finish('a', 'done', '等钥匙')
    led.explain('b', '备件在途')
    expect(
      of(led).limits.map(({ stepId, reason, explained }) => [stepId, reason, explained]),
    ).toEqual([
      ['a', '等钥匙', true],
      ['b', '备件在途', true],
      ['c', undefined, true],
    ])
  })

  it('plans in the order in which they ran, with their revisions; evidence; nothing where there is nothing', () => {
    const led = reported(WORKDAY)
    const bare = of(led)
    expect([bare.plans, bare.evidence, bare.answers, bare.alerts]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    led.activate(plan('p', [step('a')]))
    led.activate(plan('q', [step('b')]))
    led.send({
      type: 'RecordEvidence',
      what: '监控',
      kind: 'video',
      place: '监控室',
      keeper: null,
      stepId: null,
    })
    expect(of(led)).toMatchObject({
      plans: [
        { planId: 'p', revision: 'p-r1' },
        { planId: 'q', revision: 'q-r1' },
      ],
      evidence: { kept: 1, mayGo: 0 },
    })
  })

  it('answers to questions that are asked for statistics alone, the latest of each', () => {
    const led = reported(WORKDAY)
    const cause = choice('cause', ['wet', 'dark'], { recordOnly: true, several: true })
    led.activate(
      plan('p', [step('a', { when: { fact: 'big', is: 'yes' } })], {
        facts: [cause, yesNo('big'), yesNo('told', { recordOnly: true })],
      }),
    )
    led.answer('big', 'yes')
    led.answer('cause', ['wet'])
    led.answer('cause', ['wet', 'dark'])
    expect(of(led).answers).toEqual({ 'p|cause': ['wet', 'dark'] })
    led.answer('told', 'no')
    expect(of(led).answers).toEqual({ 'p|cause': ['wet', 'dark'], 'p|told': ['no'] })
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
  ])('the order of reporting: %s', (_, one, kind) => {
    expect(reportKind(one)).toBe(kind)
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [
        {
          ...one,
          due: { within: MINUTE, from: 'reported' },
          late: [{ after: 0, notify: 'head', say: null, proposed: false }],
        },
      ]),
    )
    expect(of(led).limits[0]?.report ?? null).toBe(kind)
  })
})
