/**
 * What the record says of each import: the file, the incidents that came of it, and whether it was
 * withdrawn. It decides nothing.
 */
import type { ImportSummary, RowKey } from '#shared/contract/import.ts'
import type { StoredDocument, StoredEvent, Vault } from '../../ports.ts'
import { canonical } from '#shared/domain/canonical.ts'

/**
 * `version` of its stream. `withdrawn.done`: how many of its incidents the withdrawal has reached.
 */
export type ImportDocument = {
  version: number
  fileName: string
  begunAt: number
  by: string
  rows: number
  withdrawn: { at: number; by: string; reason: string; done: number } | null
}

export const importStream = (importId: string): string => `import.${importId}`

type Noted = Pick<StoredEvent, 'type' | 'at' | 'by' | 'body'>
/** `ids`: the incidents that these rows became. */
export type RowsImported = { fileName: string; ids: readonly string[] }

/** The import after one more event of its own. */
export function afterImportEvent(
  document: ImportDocument | null,
  { type, at, by, body }: Noted,
): ImportDocument {
  const {
    fileName = '',
    ids = [],
    reason = '',
    count = 0,
  } = body as { fileName?: string; ids?: readonly string[]; reason?: string; count?: number }
  const known = document ?? { version: 0, fileName, begunAt: at, by, rows: 0, withdrawn: null }
  const next = { ...known, version: known.version + 1 }
  if (type === 'RowsImported') return { ...next, rows: next.rows + ids.length }
  if (type === 'ImportWithdrawn') return { ...next, withdrawn: { at, by, reason, done: 0 } }
  return next.withdrawn
    ? { ...next, withdrawn: { ...next.withdrawn, done: next.withdrawn.done + count } }
    : next // RowsWithdrawn
}
export const importOf = (events: readonly Noted[]): ImportDocument | null =>
  events.reduce<ImportDocument | null>(afterImportEvent, null)

export const importKept = (importId: string, document: ImportDocument): StoredDocument => ({
  kind: 'import',
  id: importId,
  body: document,
})

/** The withdrawal has not reached all of its incidents yet. */
export const isWithdrawing = ({ rows, withdrawn }: ImportDocument): boolean =>
  withdrawn !== null && withdrawn.done < rows

export const summaryOf = (
  importId: string,
  { fileName, begunAt, by, rows, withdrawn }: ImportDocument,
): ImportSummary => ({
  importId,
  fileName,
  begunAt,
  by,
  rows,
  withdrawn: withdrawn && {
    at: withdrawn.at,
    by: withdrawn.by,
    reason: withdrawn.reason,
    left: rows - withdrawn.done,
  },
})

/**
 * The incident that a row becomes: the same row has the same one, however often and from whichever
 * file it comes. `time`: how often an incident of that row was withdrawn before. Nothing personal
 * is in it.
 */
export function incidentIdOf(
  { occurredAt, place, nth }: RowKey,
  time: number,
  vault: Pick<Vault, 'digest'>,
): string {
  const hex = vault.digest('import', canonical([occurredAt, place.trim(), nth, time]))
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}
