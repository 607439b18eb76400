/**
 * By which day a plan document has to be filed, made known, evaluated and revised. Days are local
 * days of the site; a period begins on the day after the one it counts from (民法典 art. 201).
 */
import { localDate, type WorkCalendar } from '../calendar.ts'
import { dueAfter, policyFor, remindFromOf, type Policy } from '../policies/policy.ts'
import type { Refiling } from './refiled.ts'
import {
  AUDIENCES,
  inOrder,
  isAbolished,
  issuesInForce,
  openDemands,
  type Audience,
  type PlanUpkeep,
} from './upkeep.ts'

/** An approval of a plan of the document (UTC ms). */
export type Approval = { planId: string; revision: string; at: number }
/** `refiling`: as {@link refilingOf} has it. `approvals`: of its plans, in any order. */
export type UpkeepAround = {
  policies: readonly Policy[]
  calendar: WorkCalendar
  zone: string
  refiling: Refiling | null
  approvals: readonly Approval[]
}
/** `due` null: it has been due all along, for nobody knows since when. */
export type UpkeepDue = { due: string | null; remindFrom: string | null }
/** What is still to be done. `audiences`: who has not been told. */
export type UpkeepDues = {
  issue: UpkeepDue | null
  filing: UpkeepDue | null
  refiling: UpkeepDue | null
  known: (UpkeepDue & { audiences: readonly Audience[] }) | null
  evaluation: UpkeepDue | null
  revisions: readonly (UpkeepDue & { id: string })[]
}

const NOTHING_DUE: UpkeepDues = {
  issue: null,
  filing: null,
  refiling: null,
  known: null,
  evaluation: null,
  revisions: [],
}
const ALL_ALONG: UpkeepDue = { due: null, remindFrom: null }

const after = (policy: Policy, day: string, calendar: WorkCalendar): UpkeepDue => {
  const due = dueAfter(policy, day, calendar)
  return { due, remindFrom: remindFromOf(policy, due) }
}

/** The law's period for such a site; where it asks for none, that of whoever files all the same. */
export function filingPolicy<P extends Pick<Policy, 'kind' | 'appliesTo'>>(
  { arrangement }: Pick<PlanUpkeep, 'arrangement'>,
  policies: readonly P[],
): P | null {
  if (arrangement.filing === false) return null
  const byLaw = policyFor(policies, 'filing')
  return byLaw ?? (arrangement.filing ? policyFor(policies, 'filing', 'voluntary') : null)
}

/** Since when the changes that have to be filed are in force; null: nobody recorded it. */
function changedSince(
  upkeep: PlanUpkeep,
  { since, changes }: Refiling,
  { approvals, zone }: UpkeepAround,
): string | null {
  const issued = issuesInForce(upkeep).filter(({ at }) => at > since.at)
  const approved = approvals
    .filter(({ at, planId }) => at > since.at && changes.some((change) => change.planId === planId))
    .map(({ at }) => localDate(at, zone))
  const days = [...issued.map(({ day }) => day), ...approved].sort()
  return days[0] ?? null
}

function knownDue(upkeep: PlanUpkeep, around: UpkeepAround): UpkeepDues['known'] {
  const { policies, calendar, zone, approvals } = around
  const policy = policyFor(policies, 'making-known')
  const issue = issuesInForce(upkeep).at(-1)
  if (!policy || !issue) return null
  const approved = approvals.map(({ at }) => localDate(at, zone)).filter((day) => day > issue.day)
  const revised = approved.sort().at(-1)
  const sinceOf: Record<Audience, string> = { staff: revised ?? issue.day, affected: issue.day }
  const entries = inOrder(upkeep.known)
  const audiences = AUDIENCES.filter(
    (audience) => !entries.some(({ to, day }) => to === audience && day >= sinceOf[audience]),
  )
  const days = audiences.map((audience) => sinceOf[audience]).sort()
  return days[0] === undefined ? null : { ...after(policy, days[0], calendar), audiences }
}

/** Of an abolished document nothing is due; of one that was never issued, that it is. */
export function upkeepDues(upkeep: PlanUpkeep, around: UpkeepAround): UpkeepDues {
  const { policies, calendar, refiling } = around
  if (isAbolished(upkeep)) return NOTHING_DUE
  const issues = issuesInForce(upkeep)
  const [first] = issues
  const revision = policyFor(policies, 'plan-revision')
  const revisions = openDemands(upkeep).map(({ id, day }) => ({
    id,
    ...(revision ? after(revision, day, calendar) : ALL_ALONG),
  }))
  if (!first) return { ...NOTHING_DUE, issue: ALL_ALONG, revisions }

  const filing = filingPolicy(upkeep, policies)
  const evaluation = policyFor(policies, 'plan-evaluation')
  const evaluated = inOrder(upkeep.evaluations).at(-1)?.day ?? first.day
  const isToRefile = refiling !== null && refiling.verdict !== 'simple'
  const since = isToRefile ? changedSince(upkeep, refiling, around) : null
  return {
    issue: null,
    filing: filing && !refiling ? after(filing, first.day, calendar) : null,
    refiling:
      filing && isToRefile ? (since === null ? ALL_ALONG : after(filing, since, calendar)) : null,
    known: knownDue(upkeep, around),
    evaluation: evaluation
      ? after(evaluation, evaluated < first.day ? first.day : evaluated, calendar)
      : null,
    revisions,
  }
}
