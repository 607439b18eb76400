/** The requests of plan upkeep: issued, filed, made known, evaluated, demanded to be revised. */
import { z } from 'zod'
import type { UpkeepRead } from '../domain/upkeep/draw.ts'
import { ANNEX_KINDS, type SupplementText } from '../domain/upkeep/supplement.ts'
import {
  AUDIENCES,
  EVALUATION_RESULTS,
  ISSUE_KINDS,
  STATEMENT_PARTS,
  TRIGGERS,
} from '../domain/upkeep/upkeep.ts'
import { LocalDate } from './dates.ts'
import { Id, Nothing, reply, Short, written, writtenOrEmpty, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const Name = personal(200)
const Reason = personal(2_000)
const Long = personal(10_000)

/** A document, or a plan that is issued by itself. */
export const upkeepSubject = z.union([
  z.strictObject({ documentId: Id }),
  z.strictObject({ planId: Id }),
])
const about = z.strictObject({ about: upkeepSubject })
const ofEntry = about.extend({ entryId: Id })

/** A measure that is opened with it: an action of the plan that it names. */
const action = z.strictObject({
  what: personal(2_000),
  owner,
  due: LocalDate,
  planId: Id.nullish(),
})
const RuleText = writtenOrEmpty(4_000)
const supplementText = z.strictObject({
  rules: z.strictObject({
    supervision: RuleText,
    effect: RuleText,
    interpretation: RuleText,
    cycle: RuleText,
  }),
  annexes: z
    .array(
      z.strictObject({
        title: written(200),
        kind: z.enum(ANNEX_KINDS),
        words: writtenOrEmpty(10_000),
      }),
    )
    .max(30),
})

/**
 * A row of a table: what is left out is not recorded. Each needs `title` (or id) of a document or
 * plan; what is recorded of it already, by the same day, is not recorded again.
 */
export const upkeepRow = z.strictObject({
  row: z.int().min(1).max(100_000),
  about: upkeepSubject,
  number: Short.nullish(),
  issued: LocalDate.nullish(),
  effective: LocalDate.nullish(),
  signatory: Name.nullish(),
  filed: LocalDate.nullish(),
  authority: Short.nullish(),
  receipt: Short.nullish(),
  staff: LocalDate.nullish(),
  affected: LocalDate.nullish(),
  how: Reason.nullish(),
  evaluated: LocalDate.nullish(),
  evaluator: Name.nullish(),
})

/** `today`: local date of the site. What is due longest stands first. */
export type UpkeepList = { today: string; subjects: readonly UpkeepRead[] }
/** A text of annexes and rules that was, the last first; `at` in UTC ms. */
export type SupplementRevision = SupplementText & {
  number: number
  at: number
  by: string
  why: string
}

const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const

export const upkeepRequests = {
  /** `effective` left out: from `day` on. `number` left out: the next of the record. */
  'upkeep/issue': defineRequest({
    ...command,
    code: true,
    input: about.extend({
      kind: z.enum(ISSUE_KINDS),
      number: Short.nullish(),
      day: LocalDate,
      effective: LocalDate.nullish(),
      signatory: Name,
      person: Name.nullish(),
      approvedBy: Name.nullish(),
      why: Reason,
    }),
    reply: reply<{ entryId: string; number: string }>(),
  }),
  /** The texts that are in force now are those that were filed. */
  'upkeep/file': defineRequest({
    ...command,
    input: about.extend({
      day: LocalDate,
      authority: Short,
      person: Name.nullish(),
      receipt: z.strictObject({ day: LocalDate, number: Short }).nullish(),
    }),
    reply: reply<{ entryId: string }>(),
  }),
  'upkeep/receipt': defineRequest({
    ...command,
    input: ofEntry.extend({ day: LocalDate, number: Short }),
    reply: reply<Empty>(),
  }),
  /** `whom` left out, to those affected: nobody is, and `how` says why. */
  'upkeep/known': defineRequest({
    ...command,
    input: about
      .extend({
        to: z.enum(AUDIENCES),
        day: LocalDate,
        whom: Reason.nullish(),
        how: Reason,
      })
      .refine(({ to, whom }) => to === 'affected' || Boolean(whom), { path: ['whom'] }),
    reply: reply<{ entryId: string }>(),
  }),
  /** `action`: a measure that is opened in the same commit. */
  'upkeep/evaluate': defineRequest({
    ...command,
    input: about.extend({
      day: LocalDate,
      person: Name,
      result: z.enum(EVALUATION_RESULTS),
      words: Long,
      action: action.nullish(),
    }),
    reply: reply<{ entryId: string; action?: string }>(),
  }),
  'upkeep/trigger': defineRequest({
    ...command,
    input: about.extend({
      trigger: z.enum(TRIGGERS),
      day: LocalDate,
      words: Long,
      action: action.nullish(),
    }),
    reply: reply<{ entryId: string; action?: string }>(),
  }),
  /** A trigger, or an evaluation that wants a revision. `planId`: its text in force answers it. */
  'upkeep/settle': defineRequest({
    ...command,
    input: ofEntry.extend({ planId: Id.nullish(), reason: Reason.nullish() }),
    reply: reply<Empty>(),
  }),
  /** Of the texts that are in force now. */
  'upkeep/judge': defineRequest({
    ...command,
    input: about.extend({ refile: z.boolean(), reason: Reason }),
    reply: reply<Empty>(),
  }),
  /** `filing` null: as the law has it. `reason`: why that is changed. */
  'upkeep/arrange': defineRequest({
    ...command,
    input: about.extend({
      filing: z.boolean().nullable(),
      authority: Short.nullish(),
      owner: owner.nullish(),
      reason: Reason.nullish(),
    }),
    reply: reply<Empty>(),
  }),
  'upkeep/supplement': defineRequest({
    ...command,
    code: true,
    input: about.extend({ text: supplementText, why: Reason }),
    reply: reply<{ number: number }>(),
  }),
  /** Parts that are left out stay; null: it says nothing any more. */
  'upkeep/statement': defineRequest({
    ...command,
    input: about.extend({
      parts: z
        .array(z.strictObject({ part: z.enum(STATEMENT_PARTS), words: Long.nullable() }))
        .min(1)
        .max(STATEMENT_PARTS.length),
    }),
    reply: reply<Empty>(),
  }),
  'upkeep/withdraw': defineRequest({
    ...command,
    input: ofEntry.extend({ reason: Reason }),
    reply: reply<Empty>(),
  }),
  /** All rows or none. `recorded`: entries that are new. */
  'upkeep/import': defineRequest({
    ...command,
    code: true,
    input: z.strictObject({ rows: z.array(upkeepRow).min(1).max(500) }),
    reply: reply<{ recorded: number }>(),
  }),
  'upkeep/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<UpkeepList>(),
  }),
  /** `supplements`: the earlier texts of annexes and rules too. */
  'upkeep/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<{
      upkeep: UpkeepRead
      today: string
      supplements: readonly SupplementRevision[]
    }>(),
  }),
}
