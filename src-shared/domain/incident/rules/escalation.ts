/**
 * Raises alerts and escalates them: which posts are notified of a late step, in what order and
 * when. An alert exists only if a person must act.
 */
import { localized, type LocalizedText } from '../../text.ts'
import type { Plan, Step } from '../../plan/plan.ts'
import type { AlertClimbed, AlertRaised } from '../record/events.ts'
import { occurrenceOf, titleOf } from '../record/occurrence.ts'
import type {
  Alert,
  AlertKind,
  AttentionKind,
  Incident,
  EscalationStep,
  Priority,
} from '../record/state.ts'
import type { Roster } from '../record/world.ts'

/**
 * An alert that nobody has acknowledged goes to the next post after 60 s, to the one above after
 * 120 s.
 */
export const UNACKNOWLEDGED_ESCALATION_MS = [60_000, 120_000] as const

/** When post `index` of an alert is notified (UTC ms), or null if there is none so high. */
export function notifyDueAt(alert: Alert, index: number): number | null {
  const post = alert.ladder[index]
  if (!post) return null
  const below = alert.told[index - 1]
  // nobody holds the post below: the next one is notified at once
  if (below && below.skipped.length > 0) return below.at
  const began = Math.max(alert.soundedAt ?? alert.raisedAt, alert.shelved?.until ?? 0)
  const planned = began + post.after
  const impatience = UNACKNOWLEDGED_ESCALATION_MS[index - 1]
  return alert.acknowledged || impatience === undefined
    ? planned
    : Math.min(planned, began + impatience)
}

/**
 * Notifies the next post. It is skipped only if a roster exists and names nobody now; the event
 * says so. `owners`: persons who own a task, by the role that is theirs alone.
 */
export function escalate(
  alert: Alert,
  roster: Roster | null,
  owners: Roster = {},
): AlertClimbed | null {
  const post = alert.ladder[alert.told.length]
  if (!post) return null
  const people = owners[post.role] ?? roster?.[post.role] ?? []
  const skipped = roster !== null && people.length === 0 ? [post.role] : []
  return {
    type: 'AlertClimbed',
    alertId: alert.id,
    told: { role: post.role, people, skipped },
    say: post.say,
  }
}

/**
 * The posts where a plan names none: the owner, who commands, the site's duty leader. Each once, a
 * minute apart. The post that commands is the one to which that was handed over, else the plan's: a
 * person who commands without a post is rung by no roster.
 */
export function ladderOf(
  owner: string,
  plan: Plan | null,
  { command }: Pick<Incident, 'command'>,
): readonly EscalationStep[] {
  const posts = [owner, command?.post?.id ?? plan?.commander ?? '', 'duty-leader']
  const distinct = posts.filter((role, index) => role !== '' && posts.indexOf(role) === index)
  const waits = [0, ...UNACKNOWLEDGED_ESCALATION_MS]
  return distinct.map((role, index) => ({ role, after: waits[index] ?? 0, say: null }))
}

/** As the plan says, among the posts that it has; a plan that says nothing has the usual ladder. */
export function escalationOf(
  step: Step,
  plan: Plan,
  commanded: Pick<Incident, 'command'>,
): readonly EscalationStep[] {
  const posts = step.late
    .map(({ notify, after, say }) => ({ role: notify, after, say }))
    .filter(({ role }) => plan.roles.some(({ id }) => id === role))
  const owner = { role: step.role, after: 0, say: null }
  return posts.length > 0 ? [owner, ...posts] : ladderOf(step.role, plan, commanded)
}

/** What an alert over a single step says. */
export type StepAlertKind = Exclude<AlertKind, AttentionKind | 'report'>

const wording = (
  kind: StepAlertKind,
  step: Step,
  title: LocalizedText,
): { cause: LocalizedText; action: LocalizedText } =>
  kind === 'late'
    ? {
        cause: localized(`${title.zh}：已超时`, `${title.en}: late`),
        action: step.late.find(({ say }) => say)?.say ?? title,
      }
    : {
        cause: localized(
          `${title.zh}：尚未记录，后续步骤无法计时`,
          `${title.en}: not recorded, so the limits after it cannot start`,
        ),
        action: localized('核实是否已完成，并补上记录', 'Check whether it is done, and record it'),
      }

const priorityOf = (kind: StepAlertKind, step: Step): Priority =>
  step.lifeSafety ? 1 : kind === 'late' ? 2 : 3

/**
 * The event that raises an alert over a step. `plan` names its roles; `dueAt` is the instant that
 * was missed (UTC ms).
 */
export function raise(
  incident: Incident,
  kind: StepAlertKind,
  step: Step,
  plan: Plan,
  dueAt: number,
): AlertRaised {
  return {
    type: 'AlertRaised',
    alert: {
      id: `${incident.id}.${incident.alertCount + 1}`,
      kind,
      stepId: step.id,
      priority: priorityOf(kind, step),
      ...wording(kind, step, titleOf(step, occurrenceOf(incident.steps[step.id] ?? {}))),
      owner: step.role,
      dueAt,
      ladder: escalationOf(step, plan, incident),
    },
  }
}
