/**
 * Tells the incident that another one was merged into what has left that one since, and the one
 * above it, up to the last: nothing is counted where it stood by way of another.
 */
import type { Personal } from '#shared/contract/personal.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { asMerged, beforeTaking, broughtTo } from '#shared/domain/incident/brought.ts'
import type { CarriedLimit, Left } from '#shared/domain/incident/record/callers.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { decideIncident, joinChanges, type Changes } from '../../engine/changes.ts'
import { conflict } from '../../refusals.ts'
import { loadIncident, type CommandContext, type LoadedIncident } from '../handler.ts'

/** Why it was late may stand in clear in an older record, and in no new event. */
export const sealedLimit = (limit: CarriedLimit, { seal }: LoadedIncident): CarriedLimit =>
  typeof limit.reason === 'string'
    ? { ...limit, reason: seal(limit.reason as string as Personal) }
    : limit

/** Both at once, with the reply and what follows of the first. */
export const withOther = (changes: Changes, other: Changes): Changes => ({
  ...joinChanges([changes, other], changes.reply),
  ...(changes.onSaved ? { onSaved: changes.onSaved } : {}),
})

/** As these changes leave it. */
const after = ({ rows }: Changes, incident: Incident): Incident =>
  rows.find(({ id }) => id === incident.id)?.incident ?? incident

/** The one into which `merged` went, with what that brings by now. */
async function amended(
  merged: Incident,
  into: LoadedIncident,
  left: Left,
  { memory }: CommandContext,
): Promise<Changes | Refusal> {
  const { world, incident } = into
  const stood = asMerged(merged, await memory.events(merged.id), world)
  const taking = beforeTaking(incident.id, await memory.events(incident.id), merged.id)
  if (!stood || !taking) return conflict() // both are saved in a moment
  const brought = broughtTo(taking, stood.then, world, stood.at)
  return decideIncident(into, {
    ...{ type: 'AmendTakenIn', incidentId: merged.id, left },
    ...brought,
    late: brought.late.map((limit) => sealedLimit(limit, into)),
  })
}

/**
 * With what they say to the incidents above: `incident`, before `changes`, is the one that `left`
 * has left. Refused (`conflict`) while a merge is not saved yet.
 */
export async function withChain(
  changes: Changes,
  incident: Incident,
  left: Left,
  context: CommandContext,
): Promise<Changes | Refusal> {
  const merged = after(changes, incident)
  if (!merged.mergedInto) return changes
  const into = await loadIncident(merged.mergedInto.incidentId, context)
  if (!into.ok) return into
  const next = await amended(merged, into, left, context)
  if (!next.ok) return next
  const above = await withChain(next, into.incident, left, context)
  return above.ok ? withOther(changes, above) : above
}
