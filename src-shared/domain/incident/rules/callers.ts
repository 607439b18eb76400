/**
 * Takes further callers to an incident, each once: their words stand beside the report and change
 * nothing by themselves. One that was about something else is filed as an incident of its own.
 */
import { accept, type Decision } from '../../decision.ts'
import * as no from '../record/caller-refusals.ts'
import { callerCount } from '../record/callers.ts'
import type { JoinCaller, PartCaller } from '../record/commands.ts'
import type { CallerJoined, CallerParted, Recorded } from '../record/events.ts'
import type { Incident } from '../record/state.ts'

/** The report is the first caller. A place that a caller left is given to no other. */
const nextCaller = (incident: Incident): number =>
  callerCount(incident) + (incident.callers ?? []).filter(({ parted }) => parted).length + 1

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
