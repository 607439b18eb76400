/**
 * Handlers for incidents of the past: rows that a page has read become incidents, once each, and a
 * whole import is withdrawn. Personal values are sealed before any rule sees them.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { decideImport, rowsRefused, type ImportWorld } from '#shared/domain/import/decide.ts'
import { atRow, importCommandOf } from '#shared/domain/import/past-incident.ts'
import { importStream, isWithdrawing } from '#shared/domain/import/stream.ts'
import { initialIncident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { decideIncident, joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { guardedPlace } from '../guarded.ts'
import { sealer, type CommandContext, type Handler } from '../handler.ts'
import { incidentOfRow } from './data.ts'

type Row = Parsed<'import/rows'>['rows'][number]

const worldOf = ({ documents }: Memory): ImportWorld => ({
  withdrawing: [...documents.all('import').values()].some(isWithdrawing),
})

/** The incident that a row becomes: what importing it changes. */
function importRow(
  id: string,
  row: Row,
  source: { importId: string; fileName: string },
  context: CommandContext,
): Changes | Refusal {
  const { meta, batch, vault, library } = context
  const { sealOrNull, seals, ...sealing } = sealer(vault, incidentStream.nameOf(id))
  const { place: address, area } = guardedPlace(
    { place: row.place.trim() as Personal },
    { codes: row.type ? [row.type] : [] },
    sealing,
    context,
  )
  const command = importCommandOf(
    {
      ...row,
      narrative: sealOrNull(row.narrative),
      reporter: sealOrNull(row.reporter),
      address,
      ...(area === undefined ? {} : { area }),
    },
    source,
    { types: library.types(), categories: library.categories() },
  )
  if ('ok' in command) return command
  const incident = initialIncident(id)
  return decideIncident({ incident, meta, world: batch.world(meta.at), seals }, command)
}

/**
 * Rows that are there already are left out: sending a batch again, or the same file, neither
 * doubles nor loses.
 */
const addRows: Handler<'import/rows'> = async ({ importId, fileName, rows }, context) => {
  const { memory, vault, meta, batch } = context
  const state = memory.documents.get('import', importId)
  const refused = rowsRefused(state, worldOf(memory))
  if (refused) return refused
  const incidents = new Map<string, Changes>()
  for (const row of rows) {
    const { id, incident } = await incidentOfRow(row, batch.incident, vault)
    if (incident || incidents.has(id)) continue
    const changes = importRow(id, row, { importId, fileName }, context)
    if (!changes.ok) return atRow(row.row, changes)
    incidents.set(id, changes)
  }
  const command = { type: 'AddRows', fileName, ids: [...incidents.keys()] } as const
  const decision = decideImport(state, command, worldOf(memory))
  const added = recordDecision(importStream, importId, state, decision, meta)
  return added.ok
    ? joinChanges([...incidents.values(), added], {
        added: incidents.size,
        known: rows.length - incidents.size,
      })
    : added
}

/** It counts no more from here on: the station reaches its incidents one after another. */
const withdraw: Handler<'import/withdraw'> = async (
  { importId, reason },
  { memory, meta, vault },
) => {
  const state = memory.documents.get('import', importId)
  const { seal, seals } = sealer(vault, importStream.nameOf(importId))
  const decision = decideImport(
    state,
    { type: 'WithdrawImport', reason: seal(reason) },
    worldOf(memory),
  )
  const changes = recordDecision(importStream, importId, state, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

export const importCommands = { 'import/rows': addRows, 'import/withdraw': withdraw }
