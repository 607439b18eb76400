/** Draws the stats of one incident from its record: what statistics keep of it. */
import { localMonth } from '../calendar.ts'
import {
  countsOf,
  evidenceOf,
  answerFor,
  planOf,
  stepsOfPlans,
  type PlannedStep,
} from '../incident/record/select.ts'
import type { CarriedLimit } from '../incident/record/callers.ts'
import { impactOf } from '../incident/rules/assess.ts'
import { endOf } from '../incident/rules/lateness.ts'
import { overAt, type Incident, type StepRun } from '../incident/record/state.ts'
import type { World } from '../incident/record/world.ts'
import type { Step } from '../plan/plan.ts'
import { reportKind } from '../plan/report-kind.ts'
import {
  NO_AREA,
  type IncidentStats,
  type LawReportStats,
  type LimitStats,
  type NudgeStats,
} from './incident-stats.ts'
import { inSentence, isSealed, referredIn } from '../sealed.ts'
import { aftermathStats } from './aftermath.ts'
import { limitResult } from './limit.ts'

/** Severity, casualties, loss and impact, as far as people assessed them. */
function figures(
  incident: Incident,
): Pick<IncidentStats, 'severity' | 'casualties' | 'loss' | 'impact'> {
  const { severity, casualties, loss, impact } = incident
  return {
    ...(severity ? { severity } : {}),
    ...(casualties ? { casualties: countsOf(incident) } : {}),
    ...(loss === undefined ? {} : { loss }),
    ...(impact ? { impact: impactOf(impact) } : {}),
  }
}

/**
 * Answers to questions with options that no step depends on (`recordOnly`): what plans ask for
 * statistics. By `plan|question`.
 */
function answersFor(incident: Incident, world: World): Pick<IncidentStats, 'answers'> {
  const answers = incident.runs.flatMap((run) =>
    planOf(run, world).facts.flatMap((fact): [string, readonly string[]][] => {
      const answer =
        fact.recordOnly && fact.options.length > 0
          ? answerFor(incident, run, fact.key, world)
          : undefined
      // what a report alone says is nobody's answer
      const value = answer?.source === 'report' ? undefined : answer?.value
      return value === undefined
        ? []
        : [
            [
              `${run.planId}|${fact.key}`,
              Array.isArray(value) ? (value as readonly string[]) : [String(value)],
            ],
          ]
    }),
  )
  return answers.length > 0 ? { answers: Object.fromEntries(answers) } : {}
}

/**
 * What somebody had to take in hand, by the clocks of attention. What is asked after once it is
 * taken, and what opened by an assumption alone, counts nowhere.
 */
const nudgesOf = ({ attention }: Incident): readonly NudgeStats[] =>
  (attention?.clocks ?? [])
    .filter(({ kind, assumed }) => kind !== 'taken' && !assumed)
    .map(({ stepId, factKey, planId, startedAt, dueAt, ended }) => ({
      stepId,
      factKey,
      planId,
      startedAt,
      dueAt,
      doneAt: ended?.taken ? ended.at : null,
      endedAt: ended && !ended.taken ? ended.at : null,
    }))

/** Those that were late of incidents that were merged into it among them. */
const lawReportsOf = ({ reportClocks = [], takenIn = [] }: Incident): readonly LawReportStats[] =>
  [...reportClocks, ...takenIn.flatMap(({ reports }) => reports?.late ?? [])].map(
    ({ kind, ruleId, startedAt, dueAt, doneAt, endedAt, lateAt }) => ({
      ...{ kind, ruleId, startedAt, dueAt, doneAt, endedAt, lateAt },
    }),
  )

function surroundings(
  incident: Incident,
  world: World,
): Pick<IncidentStats, 'plans' | 'alerts' | 'nudges' | 'lawReports' | 'evidence' | 'answers'> {
  const { runs, alertLog, takenIn = [] } = incident
  const activated = runs.map(({ planId, revision }) => ({ planId, revision }))
  const others = takenIn
    .flatMap(({ plans }) => plans)
    .filter(({ revision }) => runs.every((run) => run.revision !== revision))
  const plans = [...activated, ...new Map(others.map((plan) => [plan.revision, plan])).values()]
  const pieces = evidenceOf(incident)
  const nudges = nudgesOf(incident)
  const lawReports = lawReportsOf(incident)
  return {
    ...(plans.length > 0 ? { plans } : {}),
    ...(alertLog ? { alerts: alertLog } : {}),
    ...(nudges.length > 0 ? { nudges } : {}),
    ...(lawReports.length > 0 ? { lawReports } : {}),
    ...(pieces.length > 0
      ? {
          evidence: {
            kept: pieces.length,
            mayGo: pieces.filter(({ mayGoAt }) => mayGoAt !== null).length,
          },
        }
      : {}),
    ...answersFor(incident, world),
  }
}

type Drawn = { step: Step; over: number | null; limits: readonly LimitStats[] }
const drawnBefore = new WeakMap<StepRun, Drawn>()

/** The very same for as long as its step stands as it stood: most do, whatever else happens. */
function limitStats({ step, state }: PlannedStep, over: number | null): readonly LimitStats[] {
  const before = drawnBefore.get(state)
  if (before?.step === step && before.over === over) return before.limits
  const limits = drawLimits(step, state, over)
  drawnBefore.set(state, { step, over, limits })
  return limits
}

/**
 * A step that repeats has a limit each time, and each counts for itself. The limit of a step that
 * no source has is a proposal, too.
 */
const drawLimits = (step: Step, state: StepRun, over: number | null): readonly LimitStats[] =>
  [...(state.past ?? []), state].flatMap((time) => {
    const { limit, finish } = time
    if (!limit) return []
    const end = endOf(time, limit)
    const ended = { ...end, endedAt: end.doneAt === null ? (end.endedAt ?? over) : null }
    const reason = time.explained?.reason ?? finish?.reason ?? null
    const report = reportKind(step)
    return [
      {
        stepId: step.id,
        planId: state.planId,
        clause: step.clause,
        startedAt: limit.startedAt,
        ...ended,
        explained: reason !== null,
        ...(reason !== null && limitResult(ended, Infinity) === 'late'
          ? { reason: inSentence(reason) }
          : {}),
        ...(report ? { report } : {}),
        ...(step.proposed ? { proposed: true as const } : {}),
      },
    ]
  })

const asStats = ({ reason, ...limit }: CarriedLimit): LimitStats => ({
  ...limit,
  ...(reason === undefined ? {} : { reason: inSentence(reason) }),
})

/**
 * The limits of an incident that are late at `now` (UTC ms), as they stay in the list of another
 * one that it is merged into; what ran until then has ended.
 */
export const lateLimits = (
  incident: Incident,
  world: World,
  now: number,
): readonly CarriedLimit[] => [
  ...stepsOfPlans(incident, world)
    .flatMap((step) => limitStats(step, now))
    .filter((limit) => limitResult(limit, now) === 'late')
    .map(({ reason, ...limit }) => {
      const [sealed] = referredIn(reason)
      return { ...limit, ...(reason === undefined ? {} : { reason: sealed ?? reason }) }
    }),
  ...(incident.takenIn ?? []).flatMap(({ late }) => late),
]

/** Of a place that is sealed the area counts. */
const placeOf = ({ place, area }: Incident): Pick<IncidentStats, 'place' | 'address'> =>
  isSealed(place) ? { place: area || NO_AREA, address: place } : { place }

/**
 * The stats of an incident. Its month is the local month of occurredAt, else of receivedAt, in the
 * site's zone.
 */
export function projectStats(incident: Incident, world: World): IncidentStats {
  const at = incident.occurredAt ?? incident.receivedAt
  const over = overAt(incident)
  const withdrawn = incident.imported?.withdrawn !== undefined
  return {
    incidentId: incident.id,
    ...(incident.number === undefined ? {} : { number: incident.number }),
    month: localMonth(at, world.zone),
    at,
    drill: incident.drill,
    counted:
      incident.state !== 'falseReport' &&
      incident.state !== 'merged' &&
      !withdrawn &&
      !incident.threeMinute,
    falseReport: incident.state === 'falseReport' && !withdrawn && !incident.threeMinute,
    category: incident.category,
    legalCategory: incident.legalCategory,
    type: incident.type,
    level: incident.level,
    ...placeOf(incident),
    channel: incident.channel,
    state: incident.state,
    moments: incident.moments,
    limits: [
      ...stepsOfPlans(incident, world).flatMap((step) => limitStats(step, over)),
      ...(incident.takenIn ?? []).flatMap(({ late }) => late).map(asStats),
    ],
    ...figures(incident),
    ...surroundings(incident, world),
    ...aftermathStats(incident),
    ...(incident.imported
      ? { imported: withdrawn ? ('withdrawn' as const) : ('counted' as const) }
      : {}),
  }
}
