/** Draws an alert of an incident: what is asked for, of whom now, who was told, and who is next. */
import { shown } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import { nudgeAction, nudgeCause } from '../incident/rules/attention-members.ts'
import { notifyDueAt } from '../incident/rules/escalation.ts'
import type { PlannedStep } from '../incident/record/select.ts'
import type { Alert, Incident } from '../incident/record/state.ts'
import { actorOf, drawMembers, postName, repeatsOf, type AttentionView } from './attention.ts'
import type { BoardAlert } from './types.ts'
import { peopleAt, type View } from './view.ts'

/** `steps`: all of the incident, those of plans that run no more included. */
export function drawAlert(
  alert: Alert,
  incident: Incident,
  steps: readonly PlannedStep[],
  view: View,
  attention: AttentionView,
): BoardAlert {
  const planned = steps.find(({ step }) => step.id === alert.stepId)
  const plans = planned ? [planned.plan] : steps.map(({ plan }) => plan)
  const { post: commanding } = incident.command ?? {}
  const post = (id: string): LocalizedText =>
    commanding?.id === id ? commanding.name : postName(id, plans)
  const actor = actorOf(alert, view.world.roster)
  const nudge = alert.kind === 'nudge' && attention.members.length > 0
  const nextAt = notifyDueAt(alert, alert.told.length)
  const nextPost = alert.ladder[alert.told.length]
  return {
    id: alert.id,
    kind: alert.kind,
    priority: alert.priority,
    stepId: alert.stepId,
    cause: nudge ? nudgeCause(attention.members) : alert.cause,
    action: nudge ? nudgeAction(attention.members) : alert.action,
    owner: post(alert.owner),
    people: peopleAt(alert.owner, post(alert.owner), view),
    actor: { role: post(actor), people: peopleAt(actor, post(actor), view) },
    repeats: repeatsOf(alert, incident),
    members: drawMembers(alert, attention),
    clause: planned && !planned.step.proposed ? planned.step.clause : '',
    dueAt: alert.dueAt,
    raisedAt: alert.raisedAt,
    soundedAt: alert.soundedAt ?? alert.raisedAt,
    acknowledgedAt: alert.acknowledged?.at ?? null,
    acknowledgedBy: alert.acknowledged?.by ?? null,
    silencedUntil: alert.silencedUntil,
    shelved: alert.shelved
      ? {
          until: alert.shelved.until,
          by: alert.shelved.by,
          reason: view.open(alert.shelved.reason),
        }
      : null,
    told: alert.told.map(({ role, at, people, skipped }) => ({
      role: post(role),
      at,
      people: people.map((person) => shown(person, view.open)),
      skipped: skipped.map(post),
    })),
    next: nextPost && nextAt !== null ? { role: post(nextPost.role), at: nextAt } : null,
  }
}
