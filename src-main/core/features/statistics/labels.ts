/**
 * Names the codes in figures and lists: types and categories by the library, plans, steps, clauses
 * and questions by the texts that ran.
 */
import type { FigureNames, IncidentLine } from '#shared/contract/statistics.ts'
import { clauseName, clauseText } from '#shared/domain/plan/clause.ts'
import { describeRole } from '#shared/domain/plan/describe.ts'
import type { Clause, Plan } from '#shared/domain/plan/plan.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { limitResult } from '#shared/domain/statistics/limit.ts'
import { sourceLimits } from '#shared/domain/statistics/metrics.ts'
import type { PeriodStatistics } from '#shared/domain/statistics/statistics.ts'
import { shown } from '#shared/domain/sealed.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Numbered } from '../../engine/numbering.ts'
import type { QueryContext } from '../handler.ts'

type Named = Pick<QueryContext, 'memory' | 'library'>

/** A plan that ran in an incident. */
export type PlanRan = { planId: string; revision: string }

/** The texts of these plans, the one that ran last first. */
async function plansIn(ran: readonly PlanRan[], { memory }: Named): Promise<readonly Plan[]> {
  const revisions = new Set(ran.map(({ revision }) => revision))
  for (const revision of revisions) await memory.hasPlan(revision)
  return [...revisions].reverse().flatMap((revision) => memory.plan(revision) ?? [])
}

const typesIn = ({ library }: Named): ReadonlyMap<string, LocalizedText> =>
  // the site's own come last and hold
  new Map([...library.everything().types, ...library.types()].map(({ code, name }) => [code, name]))
const categoriesIn = ({ library }: Named): ReadonlyMap<string, LocalizedText> =>
  new Map(
    [...library.everything().categories, ...library.categories()].map(({ code, name }) => [
      code,
      name,
    ]),
  )

const pick = <T>(keys: Iterable<string>, of: (key: string) => T | undefined): Record<string, T> =>
  Object.fromEntries(
    [...new Set(keys)].flatMap((key) => {
      const name = of(key)
      return name === undefined ? [] : [[key, name]]
    }),
  )

/**
 * Names for all codes in these figures. `ran`: the plans of all incidents that they are drawn from,
 * in the order in which they ran.
 */
export async function namesFor(
  figures: readonly PeriodStatistics[],
  ran: readonly PlanRan[],
  context: Named,
): Promise<FigureNames> {
  const plans = await plansIn(ran, context)
  const [types, categories] = [typesIn(context), categoriesIn(context)]
  const steps = figures.flatMap(({ lateList, alerts }) =>
    [...lateList, ...alerts.frequent].map(({ stepId }) => stepId),
  )
  const clauses = figures.flatMap(({ byClause }) => byClause.map(({ clause }) => clause))
  const ofClause =
    (text: (clause: Clause) => LocalizedText) =>
    (id: string): LocalizedText | undefined => {
      const clause = plans.flatMap((plan) => plan.clauses).find((known) => known.id === id)
      return clause && text(clause)
    }
  const step = (id: string): FigureNames['steps'][string] | undefined => {
    const plan = plans.find((candidate) => candidate.steps.some((known) => known.id === id))
    const step = plan?.steps.find((known) => known.id === id)
    return (
      plan &&
      step && {
        title: step.title,
        role: describeRole(step.role, plan),
        planId: plan.id,
        proposed: step.proposed,
      }
    )
  }
  const question = (key: string): FigureNames['questions'][string] | undefined => {
    const [planId, factKey] = [key.slice(0, key.indexOf('|')), key.slice(key.indexOf('|') + 1)]
    const stats = plans
      .filter(({ id }) => id === planId)
      .flatMap((plan) => plan.facts)
      .find((question) => question.key === factKey)
    return (
      stats && {
        question: stats.question,
        options: Object.fromEntries(stats.options.map(({ value, label }) => [value, label])),
      }
    )
  }
  return {
    types: pick(
      figures.flatMap(({ byType, lateList }) => [
        ...Object.keys(byType),
        ...lateList.flatMap(({ type }) => type ?? []),
      ]),
      (code) => types.get(code),
    ),
    categories: pick(
      figures.flatMap(({ byCategory }) => Object.keys(byCategory)),
      (code) => categories.get(code),
    ),
    plans: pick(
      ran.map(({ planId }) => planId),
      (id) => plans.find((plan) => plan.id === id)?.title,
    ),
    steps: pick(steps, step),
    clauses: pick(clauses, ofClause(clauseText)),
    chapters: pick(clauses, ofClause(clauseName)),
    questions: pick(
      figures.flatMap(({ byAnswer }) => Object.keys(byAnswer)),
      question,
    ),
  }
}

/** The short numbers of these, also of those from before there were any. */
export async function numbersOf(
  allStats: readonly IncidentStats[],
  { memory: { numbering } }: Named,
): Promise<(stats: IncidentStats) => string | null> {
  const named = (stats: IncidentStats): Numbered => ({ ...stats, id: stats.incidentId })
  for (const stats of allStats)
    await numbering.fetchOf(named(stats), stats.moments.reported ?? stats.at)
  return (stats) => numbering.of(named(stats)) ?? null
}

/**
 * One line of a list for each of these incidents, in their order. `now` in UTC ms decides which
 * limits are late. `covered`: of somebody's home the area is said.
 */
export async function linesOf(
  allStats: readonly IncidentStats[],
  now: number,
  context: Named,
  covered = false,
): Promise<readonly IncidentLine[]> {
  const plans = new Map(
    (
      await plansIn(
        allStats.flatMap(({ plans = [] }) => plans),
        context,
      )
    ).map((plan) => [plan.revision, plan]),
  )
  const types = typesIn(context)
  if (!covered) await context.memory.fetchValues(allStats.map(({ address }) => address))
  const numberOf = await numbersOf(allStats, context)
  return allStats.map((stats) => ({
    incidentId: stats.incidentId,
    number: numberOf(stats),
    at: stats.at,
    place: stats.address && !covered ? shown(stats.address, context.memory.value) : stats.place,
    type: stats.type,
    typeName: stats.type === null ? null : (types.get(stats.type) ?? null),
    level: stats.level,
    state: stats.state,
    drill: stats.drill,
    imported: stats.imported ?? null,
    plans: (stats.plans ?? []).map(({ planId, revision }) => ({
      planId,
      title: plans.get(revision)?.title ?? localized(planId, planId),
    })),
    late: sourceLimits(stats).filter((limit) => limitResult(limit, now) === 'late').length,
  }))
}
