/**
 * Records calls: that one is being made, and what came of it. A call that begins is an act of a
 * person, and a word on its step; it finishes nothing by itself.
 */
import { accept, type Decision } from '../../decision.ts'
import { MINUTE_MS } from '../../units.ts'
import { LONGEST_CALL_MS } from '../../calls/under-way.ts'
import type { RecordCall } from '../record/commands.ts'
import type { CallRecorded, Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import type { CallEntry, Incident } from '../record/state.ts'
import type { Sealed } from '../../sealed.ts'
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
  { stepId, to, outcome, words, calledAt, at, by }: Recorded<CallRecorded>,
): Incident => ({
  ...incident,
  calls: [
    ...(incident.calls ?? []),
    {
      ...{ stepId, ...to, outcome, words, at: calledAt, by },
      ...(at - calledAt < MINUTE_MS ? {} : { toldAt: at }),
    },
  ],
})

type Open = (sealed: Sealed | null) => string | null

/** Of two numbers, or else of two persons, that are both known, the same are one call. */
function sameCall(a: CallEntry, b: CallEntry, open: Open): boolean {
  if (a.stepId !== b.stepId || a.role !== b.role) return false
  const [number, other] = [open(a.number), open(b.number)]
  if (number !== null && other !== null) return number === other
  const [who, whoElse] = [open(a.who), open(b.who)]
  return who === null || whoElse === null || who === whoElse
}

/** By when it was said; of the same instant what was recorded later is. */
const isLater = (a: CallEntry, b: CallEntry, recordedLater: boolean): boolean =>
  a.at > b.at || (a.at === b.at && recordedLater)

/**
 * Since when a call of this incident is under way (UTC ms), or null: it was begun, and nobody has
 * said what came of it, nor finished its step. What is told later is under way no longer. `open`
 * reads a sealed value.
 */
export function callingSince({ calls = [], steps }: Incident, open: Open): number | null {
  const underWay = calls.filter(
    (call, index) =>
      call.outcome === 'started' &&
      call.toldAt === undefined &&
      !calls.some((other, at) => isLater(other, call, at > index) && sameCall(other, call, open)) &&
      !(call.stepId !== null && steps[call.stepId]?.finish),
  )
  return underWay.at(-1)?.at ?? null
}

/** `since` as {@link callingSince} gives it; `now` in UTC ms. */
export const isCalling = (since: number | null, now: number): boolean =>
  since !== null && now - since < LONGEST_CALL_MS
