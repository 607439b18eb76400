/** Records what is kept as evidence, with the files that show it, and that it is handed out. */
import type { Refusal } from '#shared/domain/decision.ts'
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { nextEvidenceId } from '#shared/domain/incident/rules/evidence.ts'
import { refusedFile } from '#shared/domain/incident/rules/files.ts'
import type { Parsed } from '#shared/contract/contract.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type Handler, type PreparedHandler, type QueryContext } from '../handler.ts'

/** The files that show it, in their order; they stay from now on. */
async function showing(
  { incidentId, files }: Parsed<'incident/evidence-add'>,
  context: QueryContext,
): Promise<readonly StoredFile[] | Refusal> {
  if (!files || files.length === 0) return []
  if (!context.files) return filesNotOffered()
  const incident = await context.memory.incident(incidentId)
  if (!incident) return unknownIncident()
  const refused = refusedFile(incident, 0)
  if (refused) return refused
  const there: StoredFile[] = []
  for (const { fileId } of files) {
    const file = await context.files.keep(fileId)
    if (!file) return unknownFile()
    there.push(file)
  }
  return there
}

/** The files are made to stay before the record speaks of them. */
const record: PreparedHandler<'incident/evidence-add', readonly StoredFile[]> = {
  prepare: showing,
  async handle({ incidentId, stepId = null, files, ...input }, context, there) {
    // one may have been purged meanwhile
    for (const { id } of there) if (!(await context.files?.look(id))) return unknownFile()
    const loaded = await loadIncident(incidentId, context)
    if (!loaded.ok) return loaded
    const named = files ?? []
    return decideIncident(
      loaded,
      {
        type: 'RecordEvidence',
        stepId,
        what: loaded.seal(input.what),
        kind: input.kind,
        place: loaded.seal(input.place),
        keeper: loaded.sealOrNull(input.keeper),
        keepUntil: input.keepUntil ?? null,
        showing: there.flatMap((file, index) => {
          const name = named[index]?.name
          return name === undefined ? [] : [{ file, name: loaded.seal(name) }]
        }),
      },
      { evidenceId: nextEvidenceId(loaded.incident) },
    )
  },
}

const release: Handler<'incident/evidence-release'> = async (input, context) => {
  const { incidentId, evidenceId, to, reason } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok
    ? decideIncident(loaded, {
        type: 'ReleaseEvidence',
        evidenceId,
        to: loaded.seal(to),
        reason: loaded.sealOrNull(reason),
      })
    : loaded
}

export const evidenceCommands = {
  'incident/evidence-add': record,
  'incident/evidence-release': release,
}
