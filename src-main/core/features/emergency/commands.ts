/** Takes over an incident of the damaged record. */
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { changesOf, decideIncident } from '../../engine/changes.ts'
import { sealedIncident } from '../guarded.ts'
import { sealer, type Handler } from '../handler.ts'

/** Twice is once: the answer is the same. */
const takeOver: Handler<'incident/take-over'> = async (input, context) => {
  const { emergency, batch, meta, vault } = context
  const left = emergency.left(input.incidentId)
  if (!left) return unknownIncident()
  const incidentId = emergency.idAfter(input.incidentId)
  const reply = { incidentId }
  if (await batch.incident(incidentId)) return changesOf({ reply })
  const { plans } = left
  const stream = incidentStream.nameOf(incidentId)
  const sealing = sealer(vault, stream)
  const from = sealedIncident(left.incident, sealing, context)
  const ofBatch = batch.world(meta.at)
  const world: World = {
    ...ofBatch,
    plan: (revision) => plans.get(revision) ?? ofBatch.plan(revision),
  }
  const changes = decideIncident(
    {
      incident: initialIncident(incidentId),
      meta,
      world,
      seals: [...left.seals.map((seal) => ({ ...seal, stream })), ...sealing.seals],
    },
    { type: 'TakeOverIncident', from },
    reply,
  )
  return changes.ok
    ? { ...changes, startedPlans: [...plans.values(), ...(changes.startedPlans ?? [])] }
    : changes
}

export const emergencyCommands = { 'incident/take-over': takeOver }
