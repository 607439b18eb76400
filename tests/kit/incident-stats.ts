/**
 * Makes stats of incidents, with only what a test cares about to be said; and any stats at all, for
 * properties.
 */
import fc from 'fast-check'
import { type AlertLogEntry, STATES } from '#shared/domain/incident/record/state.ts'
import type {
  AftermathStats,
  IncidentStats,
  LawReportStats,
  LimitStats,
} from '#shared/domain/statistics/incident-stats.ts'
import { localMonth } from '#shared/domain/calendar.ts'
import { SEVERITIES } from '#shared/domain/incident/record/scales.ts'

export const ZONE = 'Asia/Shanghai'
export const at = (iso: string): number =>
  Date.parse(/[Z+]|-\d\d:/.test(iso.slice(10)) ? iso : `${iso}+08:00`)

let lastId = 0
/** `month` follows from the instant in the zone, unless it is given. */
export function incidentStats(part: Partial<IncidentStats> = {}, zone = ZONE): IncidentStats {
  const instant = part.at ?? at('2026-11-10T10:00:00')
  return {
    incidentId: `i${++lastId}`,
    month: localMonth(instant, zone),
    at: instant,
    drill: false,
    counted: true,
    falseReport: false,
    category: null,
    legalCategory: null,
    type: null,
    level: null,
    place: '大厅',
    channel: null,
    state: 'closed',
    moments: { reported: instant },
    limits: [],
    ...part,
  }
}

const DUE = at('2026-11-10T10:10:00')
export const limit = (part: Partial<LimitStats> = {}): LimitStats => ({
  stepId: 's',
  planId: 'p',
  clause: 'S00-01',
  startedAt: DUE - 600_000,
  dueAt: DUE,
  doneAt: null,
  endedAt: null,
  lateAt: null,
  explained: false,
  ...part,
})
export const met = (part: Partial<LimitStats> = {}): LimitStats =>
  limit({ doneAt: DUE - 1, ...part })
export const late = (part: Partial<LimitStats> = {}): LimitStats =>
  limit({ doneAt: DUE + 1, lateAt: DUE, ...part })
export const alert = (raisedAt: number, part: Partial<AlertLogEntry> = {}): AlertLogEntry => ({
  stepId: 's',
  priority: 2,
  raisedAt,
  acknowledgedAt: null,
  clearedAt: null,
  ...part,
})

const YEAR = 365 * 86_400_000
const FROM = at('2025-01-01T00:00:00')
const within = fc.integer({ min: 0, max: 2 * YEAR }).map((ms) => FROM + ms)
const near = (from: number): fc.Arbitrary<number> =>
  fc.integer({ min: -1000, max: 90 * 3_600_000 }).map((ms) => from + ms)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const code = fc.constantFrom('a', 'a.x', 'a.y', 'b', 'b.x')

const anyLimit = (from: number): fc.Arbitrary<LimitStats> =>
  fc
    .record({
      stepId: fc.constantFrom('s1', 's2', 's3'),
      planId: fc.constantFrom('p', 'q'),
      clause: fc.constantFrom('S00-01', 'S00-02'),
      startedAt: near(from),
      dueAt: near(from),
      end: fc.oneof(
        fc.constant({}),
        near(from).map((doneAt) => ({ doneAt })),
        fc.tuple(near(from), near(from)).map(([doneAt, toldAt]) => ({ doneAt, toldAt })),
        near(from).map((endedAt) => ({ endedAt })),
      ),
      lateAt: maybe(near(from)),
      explained: fc.boolean(),
      proposed: fc.constantFrom(undefined, true as const),
      report: fc.option(fc.constantFrom('first' as const, 'followUp' as const, 'final' as const), {
        nil: undefined,
      }),
    })
    .map(({ end, report, proposed, ...rest }) => ({
      doneAt: null,
      endedAt: null,
      ...rest,
      ...end,
      ...(report ? { report } : {}),
      ...(proposed ? { proposed } : {}),
    }))

const anyAlert = (from: number): fc.Arbitrary<AlertLogEntry> =>
  fc.record({
    stepId: fc.constantFrom('s1', 's2', 's3', ''),
    kind: fc.constantFrom('late', 'nudge', 'untouched'),
    priority: fc.constantFrom(1 as const, 2 as const, 3 as const),
    raisedAt: near(from),
    acknowledgedAt: maybe(near(from)),
    clearedAt: maybe(near(from)),
  })

const anyLawReport = (from: number): fc.Arbitrary<LawReportStats> =>
  fc.record({
    kind: fc.constantFrom('first', 'followUp', 'changes'),
    ruleId: fc.constantFrom('accident', 'at-risk'),
    startedAt: near(from),
    dueAt: near(from),
    doneAt: maybe(near(from)),
    endedAt: maybe(near(from)),
    lateAt: maybe(near(from)),
  })

const anyAftermath: fc.Arbitrary<AftermathStats> = fc.record({
  done: fc.integer({ min: 0, max: 3 }),
  open: fc.array(fc.constantFrom('2026-11-02', '2026-11-20', '2027-01-05'), { maxLength: 3 }),
  agreedFen: fc.integer({ min: 0, max: 1_000_000 }),
  paidFen: fc.integer({ min: 0, max: 1_000_000 }),
  reviewed: fc.boolean(),
  passedOver: fc.boolean(),
  lessons: fc.integer({ min: 0, max: 3 }),
  evaluations: fc.record({
    done: fc.integer({ min: 1, max: 3 }),
    late: fc.integer({ min: 0, max: 1 }),
  }),
})

/**
 * Any fact that the rules could have drawn, and some that they could not: the figures must hold for
 * all.
 */
export const anyFact = (zone = ZONE): fc.Arbitrary<IncidentStats> =>
  within.chain((instant) =>
    fc
      .record({
        state: fc.constantFrom(...STATES),
        drill: fc.boolean(),
        category: maybe(fc.constantFrom('a', 'b')),
        legalCategory: maybe(fc.constantFrom('socialSecurity', 'publicHealth')),
        type: maybe(code),
        level: maybe(fc.integer({ min: 1, max: 4 })),
        place: fc.constantFrom('大厅', '二楼|东', '__proto__'),
        channel: maybe(fc.constantFrom('电话', '现场')),
        limits: fc.array(anyLimit(instant), { maxLength: 3 }),
        alerts: fc.array(anyAlert(instant), { maxLength: 4 }),
        lawReports: fc.array(anyLawReport(instant), { maxLength: 3 }),
        severity: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }),
        dead: fc.integer({ min: 0, max: 3 }),
        cents: fc.integer({ min: 0, max: 100_000 }),
        moments: fc.dictionary(
          fc.constantFrom(
            'assessing',
            'prealert',
            'responding',
            'activated',
            'firstStep',
            'contained',
            'lifted',
            'closed',
          ),
          near(instant),
        ),
        kept: fc.integer({ min: 0, max: 3 }),
        aftermath: fc.option(anyAftermath, { nil: undefined }),
        cause: maybe(fc.constantFrom('wet', 'dark')),
        imported: maybe(fc.constantFrom('counted' as const, 'withdrawn' as const)),
      })
      .map(({ dead, cents, severity, kept, cause, moments, imported, aftermath, ...rest }) =>
        incidentStats(
          {
            ...rest,
            at: instant,
            counted:
              rest.state !== 'falseReport' && rest.state !== 'merged' && imported !== 'withdrawn',
            falseReport: rest.state === 'falseReport' && imported !== 'withdrawn',
            moments: { reported: instant, ...moments },
            casualties: { dead },
            loss: cents / 100,
            evidence: { kept, mayGo: Math.min(kept, 1) },
            ...(aftermath ? { aftermath } : {}),
            ...(severity ? { severity } : {}),
            ...(imported ? { imported } : {}),
            ...(cause ? { answers: { 'p|cause': [cause] } } : {}),
          },
          zone,
        ),
      ),
  )
