/** Draws what attention says of an incident: the question to ask next, clocks, members, actors. */
import type { AttentionClock } from '../incident/record/attention.ts'
import type { PlannedStep } from '../incident/record/select.ts'
import type { Alert, Incident } from '../incident/record/state.ts'
import type { Roster, World } from '../incident/record/world.ts'
import { isAttended, joinsAt, runningClocks } from '../incident/rules/attention-clocks.ts'
import { membersOf, type Member } from '../incident/rules/attention-members.ts'
import { decidingQuestions, type Deciding } from '../incident/rules/deciding.ts'
import { describeRole } from '../plan/describe.ts'
import type { LocalizedText } from '../text.ts'
import { MINUTE_MS } from '../units.ts'
import type { BoardAlert, BoardIncident, BoardQuestion, BoardStep } from './types.ts'

/** Worked out once for an incident. `steps`: those of the plans that run. */
export type AttentionView = {
  deciding: readonly Deciding[]
  members: readonly Member[]
  clocks: readonly AttentionClock[]
}

export function attentionView(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): AttentionView {
  const attended = isAttended(incident)
  return {
    deciding: attended ? decidingQuestions(steps, incident, world) : [],
    members: membersOf(steps, incident, world),
    clocks: runningClocks(incident),
  }
}

/** The question that stands before the next step on every face. */
export function asksOf({ deciding: [first] }: AttentionView): BoardIncident['asks'] {
  return first ? { key: first.question.key, planId: first.run.planId } : null
}

/** The instant at which it is asked for, also when it is past (UTC ms); null without a clock. */
export function nudgeOfStep(
  { step }: PlannedStep,
  { clocks }: AttentionView,
  incident: Incident,
): BoardStep['nudgeAt'] {
  const clock = clocks.find(({ stepId }) => stepId === step.id)
  return clock ? (clock.joinedAt ?? joinsAt(clock, step.lifeSafety, incident)) : null
}

export function nudgeOfQuestion(
  { key, planId }: Pick<BoardQuestion, 'key' | 'planId'>,
  { clocks, deciding }: AttentionView,
  incident: Incident,
): BoardQuestion['nudgeAt'] {
  const clock = clocks.find((running) => running.factKey === key && running.planId === planId)
  const lifeSafety = deciding.some(
    ({ question, run, lifeSafety: life }) => life && question.key === key && run.planId === planId,
  )
  return clock ? (clock.joinedAt ?? joinsAt(clock, lifeSafety, incident)) : null
}

export const drawMembers = (alert: Alert, { members }: AttentionView): BoardAlert['members'] =>
  alert.kind === 'nudge'
    ? members.map(({ clock: { stepId, factKey, planId, dueAt }, lifeSafety, title }) => ({
        ...(stepId === null ? {} : { stepId }),
        ...(factKey === null ? {} : { factKey }),
        planId,
        dueAt,
        lifeSafety,
        title,
      }))
    : []

/** A post by its name: one of the site, or one of the plans. */
export const postName = (id: string, plans: readonly PlannedStep['plan'][]): LocalizedText =>
  describeRole(id, { roles: plans.flatMap(({ roles }) => roles) })

/** How often an alert of the same step and kind was raised within the minute before it. */
export function repeatsOf(
  { stepId, kind, priority, raisedAt }: Alert,
  { alertLog }: Incident,
): number {
  const same = (alertLog ?? []).filter(
    (entry) =>
      entry.stepId === (stepId ?? '') &&
      (entry.kind ?? kind) === kind &&
      entry.priority === priority &&
      entry.raisedAt <= raisedAt &&
      raisedAt - entry.raisedAt <= MINUTE_MS,
  )
  return Math.max(1, same.length)
}

/** The post at the desk, where every alert sounds first. */
const DESK = 'duty-officer'

/**
 * Who must act now: the post told last that somebody holds, before anybody is told the owner. It
 * follows the shift: a post that nobody holds any more is passed over, and one that was is not once
 * its people have come. Where nobody holds any of them it is the desk, since a post without people
 * can do nothing.
 */
export function actorOf({ told, owner }: Alert, roster: Roster | null): string {
  const isHeld = (post: string): boolean => (roster?.[post] ?? []).length > 0
  const reached = told
    .filter(({ role, skipped }) => (roster ? isHeld(role) : skipped.length === 0))
    .at(-1)
  if (reached) return reached.role
  if (told.length > 0 && isHeld(DESK)) return DESK
  return told.at(-1)?.role ?? owner
}
