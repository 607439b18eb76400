/**
 * What is known before a plan is started: what is proposed, at which level, who commands, what is
 * activated and what is done at first.
 */
import { SEVERITIES, type Severity } from '#shared/domain/incident/record/scales.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
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

/** What an activation states besides; `hours` as they are typed, empty: nobody knows. */
export type StatedFields = { matter: string; hours: string; measures: string }
const FIRST_MEASURES = 3
const BETWEEN = localized('；', '; ')

/** As the plan has it: what is activated where, and its first steps, of life safety before. */
export function statedByPlan(
  { title, steps }: Pick<Plan, 'title' | 'steps'>,
  place: string,
  tr: (text: LocalizedText) => string,
): StatedFields {
  const doing = steps.filter(({ prohibits }) => !prohibits)
  const first = [
    ...doing.filter((step) => step.lifeSafety),
    ...doing.filter((step) => !step.lifeSafety),
  ]
  const measures = first.slice(0, FIRST_MEASURES).map((step) => tr(step.title))
  return { matter: `${place} ${tr(title)}`.trim(), hours: '', measures: measures.join(tr(BETWEEN)) }
}

const MOST_HOURS = 90 * 24
/** Hours as they are typed, in minutes: null for none, undefined for what is no number of hours. */
export function lastsMinutes(hours: string): number | null | undefined {
  const typed = hours.trim().replace('。', '.')
  if (typed === '') return null
  const count = /^\d{1,4}(?:\.\d{1,2})?$/.test(typed) ? Number(typed) : 0
  return count > 0 && count <= MOST_HOURS ? Math.max(1, Math.round(count * 60)) : undefined
}

/** What of it somebody has changed: what stands there as the plan has it, the plan says. */
export function statedInput(
  { matter, hours, measures }: StatedFields,
  byPlan: StatedFields,
): { matter?: string; lastsMinutes?: number; measures?: string } {
  const lasts = lastsMinutes(hours)
  const changed = (now: string, before: string): string | null =>
    now.trim() === '' || now.trim() === before ? null : now.trim()
  const [about, first] = [changed(matter, byPlan.matter), changed(measures, byPlan.measures)]
  return {
    ...(about === null ? {} : { matter: about }),
    ...(lasts ? { lastsMinutes: lasts } : {}),
    ...(first === null ? {} : { measures: first }),
  }
}

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
