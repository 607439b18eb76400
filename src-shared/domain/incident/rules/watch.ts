/** Keeps the watch once an incident is contained: what may follow is guarded against (art. 86). */
import { accept, type Decision } from '../../decision.ts'
import type { SetWatch, WatchOver, WatchSet } from '../record/command.ts'
import { noWatchNow } from '../record/command-refusals.ts'
import type { Recorded } from '../record/events.ts'
import type { Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

/** Set anew it is prolonged, from now. Refused unless the incident is contained (`bad-move`). */
export const setWatch = (
  { state }: Incident,
  { forMs, reason }: SetWatch,
  { meta }: RuleContext,
): Decision<WatchSet> =>
  state === 'contained'
    ? accept({ type: 'WatchSet', until: meta.at + forMs, reason })
    : noWatchNow(state)

export const watchSet = (incident: Incident, { until, at }: Recorded<WatchSet>): Incident => ({
  ...incident,
  watch: { since: incident.watch?.since ?? at, until, over: false },
})

/** It proposes to lift and moves nothing. */
export const watchOver = (incident: Incident): Incident =>
  incident.watch ? { ...incident, watch: { ...incident.watch, over: true } } : incident

/** The watch that is kept now: only of what is contained, and since it last was. */
export const watchOf = ({ state, watch }: Incident): Incident['watch'] =>
  state === 'contained' ? watch : undefined

/** When the watch ends by itself (UTC ms); null without one. */
export function watchEndsAt(incident: Incident): number | null {
  const watch = watchOf(incident)
  return watch && !watch.over ? watch.until : null
}
export const watchEnds = (incident: Incident): WatchOver | null =>
  watchEndsAt(incident) === null ? null : { type: 'WatchOver' }

/** What was watched before is over once the incident is in another state. */
export function withoutWatch(incident: Incident): Incident {
  if (!incident.watch) return incident
  const left = { ...incident }
  delete left.watch
  return left
}
