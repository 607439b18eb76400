/**
 * Takes further callers to an incident, each once: their words stand beside the report and change
 * nothing by themselves. One that was about something else is filed as an incident of its own.
 */
import { accept, type Decision } from '../../decision.ts'
import * as no from '../record/caller-refusals.ts'
import { callerCount, newsLines } from '../record/callers.ts'
import type { AmendCaller, DismissNews, JoinCaller, PartCaller } from '../record/commands.ts'
import type {
  CallerAmended,
  CallerJoined,
  CallerParted,
  NewsDismissed,
  Recorded,
} from '../record/events.ts'
import type { Incident } from '../record/state.ts'

/** The report is the first caller. A number that a caller has had is given to no other. */
const nextCaller = (incident: Incident): number =>
  Math.max(callerCount(incident), ...(incident.callers ?? []).map(({ nth }) => nth)) + 1

export const joinCaller = (
  incident: Incident,
  { callerId, narrative, reporter, channel, news }: JoinCaller,
): Decision<CallerJoined> =>
  accept({
    type: 'CallerJoined',
    callerId,
    nth: nextCaller(incident),
    narrative,
    reporter,
    channel,
    ...(news ? { news } : {}),
  })

export const callerJoined = (
  incident: Incident,
  { callerId, nth, narrative, reporter, channel, news, at, by }: Recorded<CallerJoined>,
): Incident => ({
  ...incident,
  callers: [
    ...(incident.callers ?? []),
    { id: callerId, nth, at, by, narrative, reporter, channel, ...(news ? { news } : {}) },
  ],
})

/** Refused: one that never called here (`unknown-caller`), and one that was filed apart already. */
export function partCaller(
  incident: Incident,
  { callerId, incidentId, number, reason }: PartCaller,
): Decision<CallerParted> {
  const caller = incident.callers?.find(({ id }) => id === callerId)
  if (!caller) return no.unknownCaller()
  if (caller.parted) return no.alreadyParted()
  return accept({
    type: 'CallerParted',
    callerId,
    nth: caller.nth,
    incidentId,
    ...(number === undefined ? {} : { number }),
    reason,
  })
}

export const callerParted = (
  incident: Incident,
  { callerId, incidentId, number, reason, at, by }: Recorded<CallerParted>,
): Incident => ({
  ...incident,
  callers: (incident.callers ?? []).map((caller) =>
    caller.id === callerId
      ? {
          ...caller,
          parted: { incidentId, ...(number === undefined ? {} : { number }), at, by, reason },
        }
      : caller,
  ),
})

/**
 * Refused: of nobody who called or was merged here (`unknown-caller`), of a line that was not told
 * (`unknown-item`), and of one that is left out already (`no-change`).
 */
export function dismissNews(
  { callers = [], takenIn = [] }: Incident,
  { from, line }: DismissNews,
): Decision<NewsDismissed> {
  const caller = callers.find(({ id, parted }) => id === from && !parted)
  const merged = takenIn.find(({ incidentId }) => incidentId === from)
  const source = caller ?? merged
  if (!source) return no.unknownCaller()
  if (!newsLines(source.news ?? {}).includes(line)) return no.unknownNews()
  if (source.dismissed?.includes(line)) return no.alreadyDismissed()
  return accept({
    type: 'NewsDismissed',
    from,
    ...(caller ? { nth: caller.nth } : {}),
    ...(merged?.number === undefined ? {} : { number: merged.number }),
    line,
  })
}

export const newsDismissed = (
  incident: Incident,
  { from, line }: Recorded<NewsDismissed>,
): Incident => ({
  ...incident,
  ...(incident.callers
    ? {
        callers: incident.callers.map((caller) =>
          caller.id === from
            ? { ...caller, dismissed: [...(caller.dismissed ?? []), line] }
            : caller,
        ),
      }
    : {}),
  ...(incident.takenIn
    ? {
        takenIn: incident.takenIn.map((merged) =>
          merged.incidentId === from
            ? { ...merged, dismissed: [...(merged.dismissed ?? []), line] }
            : merged,
        ),
      }
    : {}),
})

/** Refused: one that never called here (`unknown-caller`). */
export function amendCaller(
  { callers = [] }: Incident,
  { callerId, reporter }: AmendCaller,
): Decision<CallerAmended> {
  const caller = callers.find(({ id }) => id === callerId)
  if (!caller) return no.unknownCaller()
  return accept({ type: 'CallerAmended', callerId, nth: caller.nth, reporter })
}

export const callerAmended = (
  incident: Incident,
  { callerId, reporter }: Recorded<CallerAmended>,
): Incident => ({
  ...incident,
  callers: (incident.callers ?? []).map((caller) =>
    caller.id === callerId ? { ...caller, reporter } : caller,
  ),
})
