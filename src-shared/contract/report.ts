/**
 * The requests for the monthly report: read, write, sign, issue, correct, and draw an issued one
 * again.
 */
import { z } from 'zod'
import type { DocumentChanges } from '../domain/monthly-report/changes.ts'
import type { ReportDocument } from '../domain/document/document.ts'
import { WRITABLE } from '../domain/monthly-report/document.ts'
import type { RuleChange } from '../domain/monthly-report/rules.ts'
import type { Signing } from '../domain/monthly-report/data.ts'
import type { ReportStatus } from '../domain/monthly-report/schedule.ts'
import type { IssuedReport } from '../domain/monthly-report/stream.ts'
import { FORMATS } from '../domain/document/file-formats.ts'
import type { ReportArrangement } from '../domain/report-arrangement/stream.ts'
import { LocalMonth } from './dates.ts'
import { Nothing, reply, Words, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

export const aboutMonth = z.strictObject({
  month: LocalMonth,
  number: z.int().min(0).max(999).nullish(),
})
const Line = z
  .string()
  .max(200)
  .transform((value) => value.trim())
const edit = z.strictObject({
  month: LocalMonth,
  section: z.enum(WRITABLE as [string, ...string[]]),
  words: z.array(Words).min(1).max(40).nullable(),
  basedOn: z.int().min(0).nullish(),
})
const sign = z.strictObject({
  month: LocalMonth,
  signing: z.strictObject({
    number: Line,
    compiledBy: Line,
    reviewedBy: Line,
    approvedBy: Line,
    sentTo: Line,
    copiedTo: Line,
  }),
})
const issue = z.strictObject({
  month: LocalMonth,
  check: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
  reason: Words.nullish(),
})

const arrange = z.strictObject({
  hour: z.int().min(0).max(23),
  copy: z
    .strictObject({
      folder: Line.pipe(z.string().min(1)),
      formats: z.array(z.enum(FORMATS)).min(1).max(FORMATS.length),
      language: z.enum(['zh', 'en']),
    })
    .nullable(),
})
export type { IssuedReport, ReportArrangement, ReportStatus }

/**
 * A line of the list of months. `incidents`: as the record has them now, `issuedIncidents` as the
 * last issue says, null before. `changed`: the main figures are no longer those of the last issue.
 * `preparedAt`: when the station prepared it by itself (UTC ms); `changedAt`: since when an
 * incident was put right that the last issue speaks of, else null.
 */
export type ReportLine = {
  month: string
  standing: ReportStatus
  corrections: number
  incidents: number
  issuedIncidents: number | null
  changed: boolean
  preparedAt: number | null
  issuedAt: number | null
  changedAt: number | null
}

export type ReportRead = {
  month: string
  standing: ReportStatus
  paper: ReportDocument // the draft as of now, or the issue that was asked for
  issue: IssuedReport | null // null: the draft
  issues: readonly IssuedReport[]
  position: number // of the record that the paper is drawn from
  asOf: number // UTC ms
  purged: number // of the values that an issue printed; 0 of the draft
  check: string // SHA-256 of what issuing it would freeze
  signing: Signing
  // by section: which change of the report wrote its words; hand it back as `basedOn`
  written: Readonly<Record<string, number>>
  /**
   * What the draft of now says other than the last issue; null if there is none, or nothing is
   * different.
   */
  changes: DocumentChanges | null
  // by which other rules these may have come about, without anything new in the record
  ruleChanges: readonly RuleChange[]
}

/**
 * An issue drawn once more, from the events up to its position at its instant. `same`: the two
 * agree to the last character. `intact`: the paper in the record is what its check says. If `rules`
 * is not `rulesNow`, another program drew it, and `ruleChanges` says what has changed since.
 * `purged`: how many of the values that it printed were purged since; its text has their seals.
 */
export type Reproduced = {
  same: boolean
  intact: boolean
  check: string
  drawn: string
  position: number
  asOf: number
  rules: number
  rulesNow: number
  ruleChanges: readonly RuleChange[]
  changes: DocumentChanges | null
  purged: number
}

export const reports = {
  'report/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{
      months: readonly ReportLine[]
      arranged: ReportArrangement
      next: { month: string; dueAt: number }
      canCopy: boolean
    }>(),
  }),
  'report/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: aboutMonth,
    reply: reply<ReportRead>(),
  }),
  'report/reproduce': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: aboutMonth,
    reply: reply<Reproduced>(),
  }),
  'report/edit': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: edit,
    reply: reply<Empty>(),
  }),
  'report/sign': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: sign,
    reply: reply<Empty>(),
  }),
  'report/issue': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: issue,
    reply: reply<{ number: number; check: string }>(),
  }),
  'report/arrange': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: arrange,
    reply: reply<Empty>(),
  }),
}
