/** Packs rows into requests: as many in each as the station takes and as fit into the body. */
import type { ImportRow } from '#shared/contract/import.ts'
import { IMPORT_ROWS } from '#shared/domain/import/batch.ts'
import type { Numbered } from '#shared/domain/import/preview.ts'

/** For rows, in a request of 64 KiB. */
const BYTES = 48 * 1024

export const rowOf = (incident: Numbered): ImportRow => ({
  row: incident.row,
  occurredAt: incident.occurredAt,
  place: incident.place,
  nth: incident.nth,
  receivedAt: incident.receivedAt,
  type: incident.type,
  category: incident.category,
  level: incident.level,
  severity: incident.severity,
  channel: incident.channel,
  narrative: incident.narrative,
  reporter: incident.reporter,
  casualties: { ...incident.casualties },
  loss: incident.loss,
  moments: { ...incident.moments },
  falseReport: incident.falseReport,
  drill: incident.drill,
})

export function batchesOf(rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] {
  const batches: ImportRow[][] = []
  let bytes = Infinity
  for (const row of rows) {
    const size = new TextEncoder().encode(JSON.stringify(row)).length
    if (bytes + size > BYTES || (batches.at(-1)?.length ?? IMPORT_ROWS) >= IMPORT_ROWS) {
      batches.push([])
      bytes = 0
    }
    batches.at(-1)?.push(row)
    bytes += size
  }
  return batches
}
