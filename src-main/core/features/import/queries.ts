/** Handlers that read imports: the list of them, and which rows of a table were imported before. */
import type { KnownRow } from '#shared/contract/import.ts'
import { summaryOf } from '#shared/domain/import/stream.ts'
import type { QueryHandler } from '../handler.ts'
import { incidentOfRow } from './data.ts'

const list: QueryHandler<'import/list'> = async (_input, { memory }) => {
  const imports = [...memory.documents.all('import')]
  await memory.fetchValues(imports)
  return {
    ok: true,
    reply: {
      imports: imports
        .map(([id, state]) => summaryOf(id, state, memory.value))
        .sort((a, b) => b.begunAt - a.begunAt),
    },
  }
}

const knownRows: QueryHandler<'import/known'> = async ({ rows }, { memory, vault }) => {
  const known: KnownRow[] = []
  for (const [index, key] of rows.entries()) {
    const { id, incident } = await incidentOfRow(key, memory.incident, vault)
    if (!incident?.imported) continue
    const { fileName, row } = incident.imported
    known.push({ at: index, incidentId: id, fileName, row })
  }
  return { ok: true, reply: { known } }
}

export const importQueries = { 'import/list': list, 'import/known': knownRows }
