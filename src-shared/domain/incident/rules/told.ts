/**
 * Takes what was done earlier and is told only now (补记): it counts from when it was done, never
 * from before it could have been; turning late into met needs a reason.
 */
import type { Refusal } from '../../decision.ts'
import { isMetAsTold } from '../../statistics/limit.ts'
import { localized } from '../../text.ts'
import type { FinishStep } from '../record/commands.ts'
import * as no from '../record/correction-refusals.ts'
import type { Recorded, StepFinished } from '../record/events.ts'
import { reasonNeeded } from '../record/refusals.ts'
import { isDone, type PlannedStep } from '../record/select.ts'
import type { Finish, Incident } from '../record/state.ts'
import { endOf } from './lateness.ts'

/** What the event says of it: nothing where it was done just now. */
export const toldParts = (
  doneAt: number | null | undefined,
  at: number,
): Pick<StepFinished, 'doneAt'> => (typeof doneAt === 'number' && doneAt < at ? { doneAt } : {})

/** When it was done, and when that was told if it was later. */
export const toldIn = ({
  doneAt,
  at,
}: Pick<Recorded<StepFinished>, 'doneAt' | 'at'>): Pick<Finish, 'at' | 'toldAt'> =>
  doneAt === undefined ? { at } : { at: doneAt, toldAt: at }

/**
 * Why something may not be told as of that instant: it is before the report, or ahead. Null where
 * it may, and where none is given. `at`: now (UTC ms).
 */
export function refusedTime(
  toldAt: number | null,
  { occurredAt, receivedAt }: Pick<Incident, 'occurredAt' | 'receivedAt'>,
  at: number,
): Refusal | null {
  if (toldAt === null) return null
  return toldAt > at || toldAt < Math.min(occurredAt ?? receivedAt, receivedAt)
    ? no.toldOutOfTime()
    : null
}

/** The steps that come before it and are done, with the times of a repeating one before this. */
const before = (
  { step, plan, state }: PlannedStep,
  incident: Incident,
): readonly { title: PlannedStep['step']['title']; at: number }[] => [
  ...step.after.flatMap((id) => {
    const [other, title] = [incident.steps[id], plan.steps.find((known) => known.id === id)?.title]
    return other?.finish && title && isDone(other) ? [{ title, at: other.finish.at }] : []
  }),
  ...(state.past ?? []).map(({ finish }) => ({ title: step.title, at: finish.at })),
]

/** `at`: now (UTC ms). Null where it may be told so. */
export function refusedTelling(
  planned: PlannedStep,
  { outcome, doneAt = null, reason }: FinishStepPart,
  incident: Incident,
  at: number,
): Refusal | null {
  if (doneAt === null) return null
  if (outcome !== 'done' && outcome !== 'already-done') return no.toldOfNothingDone()
  if (doneAt > at) return no.toldAhead()
  const { occurredAt, receivedAt } = incident
  if (doneAt < Math.min(occurredAt ?? receivedAt, receivedAt)) return no.toldBeforeReport()
  const first = before(planned, incident).find((other) => other.at > doneAt)
  if (first) return no.toldBefore(first.title)
  const { limit, lateAt } = planned.state
  if (!limit || reason) return null
  const finish = { outcome, at: doneAt, toldAt: at } as Finish
  return isMetAsTold(endOf({ lateAt, finish }, limit), at)
    ? reasonNeeded(localized('把超时改为按时', 'Changing late to on time'))
    : null
}
type FinishStepPart = Pick<FinishStep, 'outcome' | 'doneAt' | 'reason'>
