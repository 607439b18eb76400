/** What is known before a plan is started: what is proposed, at which level, who commands. */
import { SEVERITIES, type Severity } from '#shared/domain/incident/record/scales.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { Proposal } from '#shared/contract/contract.ts'
import type { Posts } from '#renderer/console/base/duty.ts'

type Levels = Pick<Plan, 'levels' | 'defaultLevel'>
type Judged = Pick<BoardIncident, 'level' | 'severity' | 'severitySuggested'>

/** A response level has the number of its severity: 特别重大 is I, 一般 is IV. */
const levelOf = (severity: Severity): number => SEVERITIES.indexOf(severity) + 1

/** As it was judged, else as casualties and loss say. */
export const severityOf = ({ severity, severitySuggested }: Judged): Severity | null =>
  severity ?? severitySuggested

/**
 * The level that the severity asks for; null where the plan does not have it, or begins at one that
 * is no lower, or the incident has reached it.
 */
export function levelBySeverity({ levels, defaultLevel }: Levels, incident: Judged): number | null {
  const severity = severityOf(incident)
  const level = severity && levelOf(severity)
  if (!level || !levels.some((known) => known.level === level)) return null
  const usual = Math.min(defaultLevel ?? Infinity, incident.level ?? Infinity)
  return level < usual ? level : null
}

/** Who holds the commanding post by the roster, the first of several; empty without anybody. */
export const commanderOnDuty = ({ commander }: Pick<Plan, 'commander'>, posts: Posts): string =>
  posts?.[commander]?.[0]?.person ?? ''

/**
 * The plan to begin with: one that a rule proposes, else the first that the words of the report
 * have led to; empty if none of them can be started.
 */
export const firstProposed = (
  { proposed }: Pick<BoardIncident, 'proposed'>,
  heard: readonly Pick<Proposal, 'planId' | 'words'>[],
  isTaken: (planId: string) => boolean,
): string =>
  [...proposed, ...heard.filter(({ words }) => words.length > 0)].find(
    ({ planId }) => !isTaken(planId),
  )?.planId ?? ''
