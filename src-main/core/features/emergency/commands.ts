/** Takes over an incident of the damaged record. */
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { changesOf, decideIncident } from '../../engine/changes.ts'
import type { Handler } from '../handler.ts'

/** Twice is once: the answer is the same. */
const takeOver: Handler<'incident/take-over'> = async (input, { emergency, batch, meta }) => {
  const left = emergency.left(input.incidentId)
  if (!left) return unknownIncident()
  const incidentId = emergency.idAfter(input.incidentId)
  const reply = { incidentId }
  if (await batch.incident(incidentId)) return changesOf({ reply })
  const { incident, plans, seals } = left
  const ofBatch = batch.world()
  const world: World = {
    ...ofBatch,
    plan: (revision) => plans.get(revision) ?? ofBatch.plan(revision),
  }
  const changes = decideIncident(
    { incident: initialIncident(incidentId), meta, world, seals },
    { type: 'TakeOverIncident', from: incident },
    reply,
  )
  return changes.ok
    ? { ...changes, startedPlans: [...plans.values(), ...(changes.startedPlans ?? [])] }
    : changes
}

export const emergencyCommands = { 'incident/take-over': takeOver }
