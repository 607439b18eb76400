/**
 * The requests for files: begin to write one, see how far it is, call it off. The file itself is
 * fetched, or saved by the desktop.
 */
import { z } from 'zod'
import { BULLETIN_SERIES } from '../domain/incident/record/bulletins.ts'
import { EXPORT_FORMATS, type Format } from '../domain/document/file-formats.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate, LocalMonth, RIGHT_WAY_ROUND } from './dates.ts'
import { Id, reply, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'
import { aboutMonth } from './report.ts'
import { aboutPerson } from './retention.ts'
import { period } from './statistics.ts'
import { upkeepSubject } from './upkeep.ts'

/**
 * The report of a month (an issue of it; `draft`: what it says now; else the last issue, and the
 * draft as long as there is none), the figures of a period with its register, the record of one
 * incident, a shift handover, or a register (`template`: a table to fill in; `ofMonth`: of the
 * duty roster, left out the running one), or a sheet to write on (`power-cut`: with the names and
 * numbers of those on duty, `intake`: blank), or a report to those above as it went out
 * (`bulletin`: its number; `series`: left out, of those to the authorities),
 * or what the record holds of one person (`person`, with the administrator's code), or the
 * evaluation report of a drill. `personal`: of
 * an incident with the words of callers and the names of outsiders, of figures with the reasons
 * that people gave for late limits, of a handover with its names and troubles.
 * `filing`: the list of what is filed of a plan document, and as `zip` the whole package.
 */
const what = z.union([
  aboutMonth.extend({ draft: z.boolean().optional(), personal: z.boolean().optional() }),
  period.safeExtend({ personal: z.boolean().optional() }),
  z.strictObject({ incidentId: Id, personal: z.boolean().optional() }),
  z.strictObject({ filing: upkeepSubject }),
  z.strictObject({ handoverId: Id, personal: z.boolean().optional() }),
  z.strictObject({
    register: z.enum([
      'people',
      'duty',
      'contacts',
      'places',
      'actions',
      'upkeep',
      'training',
      'attendance',
      'supplies',
      'readiness',
      'checklists',
      'checks',
      'risks',
      'talks',
    ]),
    template: z.boolean().optional(),
    ofMonth: LocalMonth.optional(),
    ofDays: z
      .strictObject({ from: LocalDate, to: LocalDate })
      .refine(...RIGHT_WAY_ROUND)
      .optional(),
  }),
  z.strictObject({ sheet: z.enum(['power-cut', 'intake']) }),
  z.strictObject({
    incidentId: Id,
    bulletin: z.int().min(1).max(999),
    series: z.enum(BULLETIN_SERIES).optional(),
  }),
  z.strictObject({ person: aboutPerson }),
  z.strictObject({ drillId: Id }),
])
const start = z.strictObject({
  what,
  format: z.enum(EXPORT_FORMATS), // `zip`: the archive package of an incident that is over
  language: z.enum(['zh', 'en']),
  table: Id.nullish(),
})
const ofExport = z.strictObject({ exportId: Id })

/**
 * `done` of `of`: lines that are written. `fileName`: what the file wants to be called. written: it
 * waits until it is fetched, for as long as the station runs and not many others come. failed:
 * `code` and `message` say why, also that somebody called it off.
 */
export type ExportState = { fileName: string; format: Format; done: number; of: number } & (
  | { state: 'waiting' | 'writing' }
  | { state: 'written'; bytes: number; rows: number; sha256: string }
  | { state: 'failed'; code: string; message: LocalizedText; details?: readonly string[] }
)

/**
 * Which paper of a month a file is: `number` and `issuedAt` (UTC ms) of an issue, null: the draft
 * as of now. `issues`: how many there are.
 */
export type ExportedReport = {
  month: string
  number: number | null
  issuedAt: number | null
  issues: number
}

export const exports = {
  'export/start': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: start,
    reply: reply<{ exportId: string; report?: ExportedReport }>(),
  }),
  'export/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: ofExport,
    reply: reply<ExportState>(),
  }),
  'export/cancel': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: ofExport,
    reply: reply<Empty>(),
  }),
}
