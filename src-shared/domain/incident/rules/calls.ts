/**
 * Records calls: that one is being made, and what came of it. A call that begins is an act of a
 * person, and a word on its step; it finishes nothing by itself.
 */
import { accept, type Decision } from '../../decision.ts'
import { LONGEST_CALL_MS } from '../../calls/under-way.ts'
import type { RecordCall } from '../record/commands.ts'
import type { CallRecorded, Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import type { CallEntry, Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

/**
 * Refused: a step that no plan of the incident has (`unknown-step`), an instant before the report
 * or ahead (`bad-input`).
 */
export function recordCall(
  incident: Incident,
  { stepId, to, outcome, words, calledAt }: RecordCall,
  { meta }: RuleContext,
): Decision<CallRecorded> {
  if (stepId !== null && !incident.steps[stepId]) return no.unknownStep(stepId)
  const earliest = Math.min(incident.occurredAt ?? incident.receivedAt, incident.receivedAt)
  if (calledAt !== null && (calledAt < earliest || calledAt > meta.at)) return no.callOutOfTime()
  return accept({ type: 'CallRecorded', stepId, to, outcome, words, calledAt: calledAt ?? meta.at })
}

export const callRecorded = (
  incident: Incident,
  { stepId, to, outcome, words, calledAt, by }: Recorded<CallRecorded>,
): Incident => ({
  ...incident,
  calls: [...(incident.calls ?? []), { stepId, ...to, outcome, words, at: calledAt, by }],
})

const sameCall = (a: CallEntry, b: CallEntry): boolean => a.stepId === b.stepId && a.role === b.role

/** By when it was said; of the same instant what was recorded later is. */
const isLater = (a: CallEntry, b: CallEntry, recordedLater: boolean): boolean =>
  a.at > b.at || (a.at === b.at && recordedLater)

/**
 * Since when a call of this incident is under way (UTC ms), or null: it was begun, and nobody has
 * said what came of it, nor finished its step.
 */
export function callingSince({ calls = [], steps }: Incident): number | null {
  const open = calls.filter(
    (call, index) =>
      call.outcome === 'started' &&
      !calls.some((other, at) => isLater(other, call, at > index) && sameCall(other, call)) &&
      !(call.stepId !== null && steps[call.stepId]?.finish),
  )
  return open.at(-1)?.at ?? null
}

/** `since` as {@link callingSince} gives it; `now` in UTC ms. */
export const isCalling = (since: number | null, now: number): boolean =>
  since !== null && now - since < LONGEST_CALL_MS
