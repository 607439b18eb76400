/**
 * Rows on their way to the station: as many in one request as it takes and as fit into its body.
 * Pure.
 */
import type { ImportRow } from '#shared/contract/import.ts'
import { IMPORT_ROWS } from '#shared/domain/import/batch.ts'
import type { Numbered } from '#shared/domain/import/preview.ts'

/** Of rows, in one request of 64 KiB. */
const BYTES = 48 * 1024

export const rowOf = (numbered: Numbered): ImportRow => ({
  row: numbered.row,
  occurredAt: numbered.occurredAt,
  place: numbered.place,
  nth: numbered.nth,
  receivedAt: numbered.receivedAt,
  type: numbered.type,
  category: numbered.category,
  level: numbered.level,
  severity: numbered.severity,
  channel: numbered.channel,
  narrative: numbered.narrative,
  reporter: numbered.reporter,
  casualties: { ...numbered.casualties },
  loss: numbered.loss,
  moments: { ...numbered.moments },
  falseReport: numbered.falseReport,
  drill: numbered.drill,
})

export function batchesOf(rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] {
  const batches: ImportRow[][] = []
  let bytes = Infinity
  for (const row of rows) {
    const own = new TextEncoder().encode(JSON.stringify(row)).length
    if (bytes + own > BYTES || (batches.at(-1)?.length ?? IMPORT_ROWS) >= IMPORT_ROWS) {
      batches.push([])
      bytes = 0
    }
    batches.at(-1)?.push(row)
    bytes += own
  }
  return batches
}
