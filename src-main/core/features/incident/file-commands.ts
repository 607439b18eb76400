/** Attaches files that the station has taken in, and withdraws them. */
import type { Refusal } from '#shared/domain/decision.ts'
import {
  filesNotOffered,
  noEvidence,
  unknownFile,
} from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import {
  unknownEntry,
  unknownIncident,
  unknownStep,
} from '#shared/domain/incident/record/refusals.ts'
import { evidenceOf, plannedStep } from '#shared/domain/incident/record/select.ts'
import { attachedAt, filesOf, refusedFile } from '#shared/domain/incident/rules/files.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type Handler, type PreparedHandler, type QueryContext } from '../handler.ts'
import { eventsOf } from '../history/replay-queries.ts'
import type { Parsed } from '#shared/contract/contract.ts'

/** Why nothing can be attached there, as far as it can be told before the batch; null: it can. */
async function refusedPlace(
  { incidentId, stepId = null, seq = null, evidenceId = null }: Parsed<'incident/file-attach'>,
  context: QueryContext,
): Promise<Refusal | null> {
  const incident = await context.memory.incident(incidentId)
  if (!incident) return unknownIncident()
  const refused = refusedFile(incident, 0)
  if (refused) return refused
  if (stepId !== null && !plannedStep(incident, stepId, context.memory.world(null)))
    return unknownStep(stepId)
  if (evidenceId !== null && evidenceOf(incident).every(({ id }) => id !== evidenceId))
    return noEvidence()
  if (seq === null) return null
  const events = await eventsOf(incidentId, context)
  return events.some((event) => event.seq === seq) ? null : unknownEntry()
}

/** The file is made to stay before the record speaks of it: never the other way round. */
const attach: PreparedHandler<'incident/file-attach', StoredFile> = {
  async prepare(input, context) {
    if (!context.files) return filesNotOffered()
    const refused = await refusedPlace(input, context)
    return refused ?? (await context.files.keep(input.fileId)) ?? unknownFile()
  },
  async handle(input, context, file) {
    if (!(await context.files?.look(file.id))) return unknownFile() // purged meanwhile
    const { incidentId, name, stepId = null, seq = null, evidenceId = null } = input
    const loaded = await loadIncident(incidentId, context)
    if (!loaded.ok) return loaded
    const attachmentId =
      attachedAt(loaded.incident, { file, stepId, seq, evidenceId })?.id ??
      String(filesOf(loaded.incident).length + 1)
    return decideIncident(
      loaded,
      { type: 'AttachFile', file, name: loaded.seal(name), stepId, seq, evidenceId },
      { attachmentId },
    )
  },
}

const withdraw: Handler<'incident/file-withdraw'> = async (input, context) => {
  const { incidentId, attachmentId, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, { type: 'WithdrawFile', attachmentId, reason: loaded.seal(reason) })
    : loaded
}

export const fileCommands = {
  'incident/file-attach': attach,
  'incident/file-withdraw': withdraw,
}
