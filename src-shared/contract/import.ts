/**
 * The requests by which incidents of the past are brought in from a table that the page has read,
 * and taken back.
 */
import { z } from 'zod'
import { IMPORT_ROWS, KNOWN_ROWS } from '../domain/import/batch.ts'
import type { RowKey } from '../domain/import/past-incident.ts'
import type { ImportSummary } from '../domain/import/stream.ts'
import { SEVERITIES } from '../domain/incident/record/scales.ts'
import { Id, Instant, Nothing, reply, Short, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'
import { personal } from './personal.ts'

const Place = Short
const People = z.int().min(0).max(10_000_000)
/**
 * Rows of one file at the same instant and place are told apart by their number: 1, 2, … in the
 * order of the file.
 */
const key = { occurredAt: Instant, place: Place, nth: z.int().min(1).max(10_000) }
const row = z.strictObject({
  ...key,
  row: z.int().min(1).max(1_048_576),
  receivedAt: Instant.nullish(),
  type: Id.nullish(),
  category: Id.nullish(),
  level: z.int().min(1).max(9).nullish(),
  severity: z.enum(SEVERITIES).nullish(),
  channel: Short.nullish(),
  narrative: personal(10_000).nullish(),
  reporter: personal(200).nullish(),
  casualties: z
    .strictObject({
      dead: People.optional(),
      serious: People.optional(),
      minor: People.optional(),
      missing: People.optional(),
    })
    .nullish(),
  loss: z.number().min(0).max(1e13).nullish(),
  moments: z
    .strictObject({
      contained: Instant.optional(),
      lifted: Instant.optional(),
      closed: Instant.optional(),
    })
    .nullish(),
  falseReport: z.boolean().optional(),
  drill: z.boolean().optional(),
})
export type ImportRow = z.input<typeof row>
export type { ImportSummary, RowKey }
/** A row that was imported before. `at`: its place in what was asked. */
export type KnownRow = { at: number; incidentId: string; fileName: string; row: number }

export const importing = {
  /** `added`: rows that became incidents; `known`: those that were there already. */
  'import/rows': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({
      importId: Id,
      fileName: Short,
      rows: z.array(row).min(1).max(IMPORT_ROWS),
    }),
    reply: reply<{ added: number; known: number }>(),
  }),
  'import/known': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ rows: z.array(z.strictObject(key)).max(KNOWN_ROWS) }),
    reply: reply<{ known: readonly KnownRow[] }>(),
  }),
  'import/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ imports: readonly ImportSummary[] }>(),
  }),
  'import/withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ importId: Id, reason: personal(10_000) }),
    reply: reply<Empty>(),
  }),
}
