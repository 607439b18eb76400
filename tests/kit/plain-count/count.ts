/**
 * The figures of a period from plain incidents, written down from docs/figures.md. Nothing of the
 * product may be imported here, not even a type.
 */
import { countAfterwards } from './afterwards.ts'
import { calmly } from './alarms.ts'
import { localOf, monthsBetween, daysBetween } from './days.ts'
import type { PlainIncident } from './draft.ts'
import { limitResult } from './limits.ts'

export type PlainQuery = {
  from: string
  to: string
  filter?: {
    type?: string
    category?: string
    level?: number | 'none'
    place?: string
    drill?: boolean
  }
}
type Counts = Record<string, number>

/** As numbers: how often each of these is there. */
function countOf(keys: readonly (string | number | null)[]): Counts {
  const counts: Counts = {}
  for (const key of keys) counts[key ?? 'none'] = (counts[key ?? 'none'] ?? 0) + 1
  return counts
}

/** In ms. */
function spreadOf(values: readonly number[]): {
  mean: number | null
  median: number | null
  p90: number | null
  n: number
} {
  const sorted = [...values].sort((a, b) => a - b)
  const n = sorted.length
  if (n === 0) return { mean: null, median: null, p90: null, n }
  let sum = 0
  for (const value of sorted) sum += value
  const middle =
    n % 2 === 1 ? (sorted[(n - 1) / 2] ?? 0) : ((sorted[n / 2 - 1] ?? 0) + (sorted[n / 2] ?? 0)) / 2
  // the first that nine tenths do not exceed
  const p90 = sorted.find((_, before) => (before + 1) * 10 >= n * 9) ?? 0
  return { mean: Math.round(sum / n), median: Math.round(middle), p90, n }
}

function passes(
  incident: PlainIncident,
  { type, category, level, place }: NonNullable<PlainQuery['filter']>,
): boolean {
  if (
    type === 'none'
      ? incident.type !== null
      : type !== undefined && incident.type !== type && !incident.type?.startsWith(`${type}.`)
  )
    return false
  if (
    category === 'none'
      ? incident.category !== null
      : category !== undefined && incident.category !== category
  )
    return false
  if (level === 'none' ? incident.level !== null : level !== undefined && incident.level !== level)
    return false
  return place === undefined || incident.place === place
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** What `statistics/period` has to say of this period at this instant (UTC ms). */
export function countPlainly(
  all: readonly PlainIncident[],
  { from, to, filter = {} }: PlainQuery,
  now: number,
  zone: string,
): object {
  const drill = filter.drill ?? false
  const selected = all.filter((incident) => {
    const { date } = localOf(incident.at, zone)
    return from <= date && date <= to && passes(incident, filter)
  })
  const counting = selected.filter(
    ({ state, withdrawn, threeMinute }) =>
      state !== 'falseReport' && state !== 'merged' && !withdrawn && !threeMinute,
  )
  const incidents = counting.filter((incident) => incident.drill === drill)

  const allLimits = incidents
    .flatMap((incident) =>
      incident.limits.map((limit) => ({ ...limit, incident, stands: limitResult(limit, now) })),
    )
    .filter(({ stands }) => stands !== null)
  const limits = allLimits.filter(({ proposed }) => !proposed)
  const lateOnes = limits.filter(({ stands }) => stands === 'late')
  const dueOf = (some: typeof limits): { due: number; met: number; late: number } => {
    const late = some.filter(({ stands }) => stands === 'late').length
    return { due: some.length, met: some.length - late, late }
  }
  const nudges = incidents
    .flatMap((incident) => incident.nudges)
    .map((nudge) => limitResult({ ...nudge, late: null, told: null }, now))
    .filter((stands) => stands !== null)
  const lateNudges = nudges.filter((stands) => stands === 'late').length
  const byLaw = (kind: string): { due: number; met: number; late: number } => {
    const decided = incidents
      .flatMap(({ lawReports, lawTaken }) => [...lawReports, ...lawTaken])
      .filter((report) => report.kind === kind)
      .map((report) => limitResult({ ...report, told: null }, now))
      .filter((stands) => stands !== null)
    const late = decided.filter((stands) => stands === 'late').length
    return { due: decided.length, met: decided.length - late, late }
  }
  const clauses = [...new Set(limits.map(({ clause, plan }) => `${clause}|${plan}`))].sort()
  const reports = (kind: string): { due: number; onTime: number; late: number } => {
    const { due, met, late } = dueOf(limits.filter(({ report }) => report === kind))
    return { due, onTime: met, late }
  }
  const since = (...reached: string[]): ReturnType<typeof spreadOf> =>
    spreadOf(
      incidents.flatMap(({ first, reported }) => {
        const at = Math.min(...reached.map((state) => first.get(state) ?? Infinity))
        return at === Infinity ? [] : [Math.max(0, at - reported)]
      }),
    )
  const people = (kind: string): number =>
    incidents.reduce((sum, incident) => sum + (incident.people[kind] ?? 0), 0)
  const shown = incidents.map(({ at }) => localOf(at, zone))
  const answers = incidents.flatMap((incident) => incident.answers)
  const begun = (today: string): number =>
    today < from ? 0 : daysBetween(from, today < to ? today : to)

  return {
    from,
    to,
    incidents: incidents.length,
    drills: counting.filter((incident) => incident.drill).length,
    drillsDone: counting.filter(
      (incident) =>
        incident.drill && (incident.state === 'closed' || incident.state === 'archived'),
    ).length,
    falseReports: selected.filter(
      (incident) =>
        incident.state === 'falseReport' &&
        incident.drill === drill &&
        !incident.withdrawn &&
        !incident.threeMinute,
    ).length,
    imported: incidents.filter(({ imported }) => imported).length,
    byCategory: countOf(incidents.map(({ category }) => category)),
    byLegalCategory: countOf(incidents.map(({ legal }) => legal)),
    byType: countOf(incidents.map(({ type }) => type)),
    byLevel: countOf(incidents.map(({ level }) => level)),
    bySeverity: countOf(incidents.map(({ severity }) => severity)),
    byPlace: countOf(incidents.map(({ place }) => place)),
    byChannel: countOf(incidents.map(({ channel }) => channel)),
    byWeekdayHour: [0, 1, 2, 3, 4, 5, 6].map((day) =>
      Array.from(
        { length: 24 },
        (_, hour) =>
          shown.filter((moment) => moment.weekday === day && moment.hour === hour).length,
      ),
    ),
    byMonth: monthsBetween(from, to).map((month) => ({
      month,
      incidents: shown.filter(({ date }) => date.startsWith(month)).length,
    })),
    categoryByLevel: Object.fromEntries(
      [...new Set(incidents.map(({ category }) => category))].map((category) => [
        category ?? 'none',
        countOf(
          incidents.filter((incident) => incident.category === category).map(({ level }) => level),
        ),
      ]),
    ),
    byAnswer: Object.fromEntries(
      [...new Set(answers.map(({ question }) => question))].map((question) => [
        question,
        countOf(
          answers.filter((answer) => answer.question === question).map(({ option }) => option),
        ),
      ]),
    ),
    casualties: {
      dead: people('dead'),
      serious: people('serious'),
      minor: people('minor'),
      missing: people('missing'),
    },
    evacuated: people('evacuated'),
    loss: incidents.reduce((cents, { yuan }) => cents + Math.round(yuan * 100), 0) / 100,
    limits: {
      ...dueOf(limits),
      metAsTold: limits.filter(
        ({ stands, told, due }) => stands === 'met' && told !== null && told > due,
      ).length,
      proposed: dueOf(allLimits.filter(({ proposed }) => proposed)),
    },
    nudges: { due: nudges.length, met: nudges.length - lateNudges, late: lateNudges },
    byClause: clauses.map((key) => {
      const some = limits.filter(({ clause, plan }) => `${clause}|${plan}` === key)
      return { clause: some[0]?.clause, planId: some[0]?.plan, ...dueOf(some) }
    }),
    lateList: lateOnes
      .map(({ incident, step, plan, clause, started, due, done, ended, reason }) => ({
        incidentId: incident.id,
        ...(incident.number === null ? {} : { number: incident.number }),
        place: incident.place,
        type: incident.type,
        stepId: step,
        planId: plan,
        clause,
        startedAt: started,
        dueAt: due,
        doneAt: done,
        endedAt: ended,
        explained: reason !== null,
        reason,
      }))
      .sort(
        (a, b) =>
          a.dueAt - b.dueAt ||
          byText(
            `${a.clause}|${a.planId}|${a.incidentId}|${a.stepId}`,
            `${b.clause}|${b.planId}|${b.incidentId}|${b.stepId}`,
          ),
      ),
    times: {
      verify: since('assessing', 'prealert', 'responding'),
      activate: since('activated'),
      firstStep: since('step'),
      contain: since('contained'),
      lift: since('lifted'),
      close: since('closed'),
    },
    reports: {
      ...{ first: reports('first'), followUp: reports('followUp'), final: reports('final') },
      law: { first: byLaw('first'), followUp: byLaw('followUp'), changes: byLaw('changes') },
    },
    alerts: calmly(
      incidents.flatMap(({ alerts }) => alerts),
      now,
      begun(localOf(now, zone).date),
      spreadOf,
    ),
    evidence: {
      kept: incidents.reduce((sum, { evidence }) => sum + evidence, 0),
      mayGo: incidents.reduce((sum, { mayGo }) => sum + mayGo, 0),
    },
    ...countAfterwards(incidents, localOf(now, zone).date),
  }
}
