/** The requests of checks: begun, answered item by item, ticked at points, signed. */
import { z } from 'zod'
import type { CheckLine, CheckRead } from '../domain/check/draw.ts'
import type { SlotState } from '../domain/check/due.ts'
import type { CheckFigures } from '../domain/check/figures.ts'
import { LocalDate, NOT_TOO_LONG, RIGHT_WAY_ROUND } from './dates.ts'
import type { ImportedRow } from '../domain/imported-row.ts'
import { FileId } from './files.ts'
import { Id, Instant, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const Name = personal(200)
const Why = personal(2_000)
const NUMBERS = 1e12
const ofCheck = z.strictObject({ checkId: Id })
const ofItem = ofCheck.extend({ itemId: Id, pointId: Id.nullish() })
const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const

/** Yes or no, a number, words; null: it does not apply here. */
const Value = z.union([
  z.boolean(),
  z.number().min(-NUMBERS).max(NUMBERS),
  z.null(),
  z.strictObject({ words: personal(2_000) }),
])

/**
 * A row of a table of results: one check, signed on paper. `failed`: its items that were not good.
 */
const row = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  list: z.string().min(1).max(200),
  at: Instant,
  person: Name,
  place: Name.nullish(),
  failed: z.array(Why).max(50).nullish(),
})

/** Instants in UTC ms. `missed`: points of the round that was signed. */
export type SlotRead = {
  from: number
  due: number
  state: SlotState
  checkId: string | null
  missed: number
}
/**
 * How a list stands. `slots`: of today. `due`: the local day of the next by months. `last`: when it
 * was signed last (UTC ms).
 */
export type ListStanding = {
  checklistId: string
  slots: readonly SlotRead[]
  due: string | null
  last: { checkId: string; doneAt: number } | null
}

/**
 * `today`: local date of the site. `running`: begun and not signed. `signed`: of the days that were
 * asked for, the last one first; without any the last 50. `figures`: of these days, null without.
 */
export type ChecksReply = {
  today: string
  standings: readonly ListStanding[]
  running: readonly CheckRead[]
  signed: readonly CheckRead[]
  figures: CheckFigures | null
}

export const checkRequests = {
  /** `at` (UTC ms): it began then, told later from paper. `occasionId`: the event it is for. */
  'check/start': defineRequest({
    ...command,
    input: z.strictObject({
      checklistId: Id,
      occasionId: Id.nullish(),
      place: Name.nullish(),
      at: Instant.nullish(),
    }),
    reply: reply<{ checkId: string }>(),
  }),
  /** `incidentId`: where the list reports critical failures by itself. */
  'check/answer': defineRequest({
    ...command,
    input: ofItem.extend({
      value: Value,
      words: Why.nullish(),
      remedied: z.boolean().nullish(),
      at: Instant.nullish(),
    }),
    reply: reply<{ ok: boolean; incidentId?: string }>(),
  }),
  /**
   * A point by what its code says, on whatever round runs now: one is begun where none does. Or by
   * its id on this check. `left`: points of the round that wait.
   */
  'check/tick': defineRequest({
    ...command,
    input: z.union([
      z.strictObject({ code: z.string().min(1).max(200), at: Instant.nullish() }),
      ofCheck.extend({ pointId: Id, at: Instant.nullish() }),
    ]),
    reply: reply<{ checkId: string; pointId: string; begun: boolean; left: number }>(),
  }),
  /** `by`: who signs; left out who sends it. `words`: why points were left out. */
  'check/sign': defineRequest({
    ...command,
    input: ofCheck.extend({ by: Name.nullish(), words: Why.nullish(), at: Instant.nullish() }),
    reply: reply<Empty>(),
  }),
  /** What failed becomes an incident: words and place filled in unless they are sent. */
  'check/report': defineRequest({
    ...command,
    input: ofItem.extend({
      narrative: personal(10_000).nullish(),
      place: Name.nullish(),
      type: Id.nullish(),
    }),
    reply: reply<{ incidentId: string }>(),
  }),
  /** Takes back what was recorded last of answered, ticked, signed, withdrawn; within 10 s. */
  'check/undo': defineRequest({ ...command, input: ofCheck, reply: reply<Empty>() }),
  'check/withdraw': defineRequest({
    ...command,
    input: ofCheck.extend({ reason: Why }),
    reply: reply<Empty>(),
  }),
  'check/file-attach': defineRequest({
    ...command,
    prepare: true,
    input: ofItem.extend({ fileId: FileId, name: Name }),
    reply: reply<Empty>(),
  }),
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'check/import': defineRequest({
    ...command,
    large: true,
    prepare: true,
    input: z.strictObject({
      rows: z.array(row).min(1).max(2000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
  'check/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.union([
      Nothing,
      z
        .strictObject({ from: LocalDate, to: LocalDate })
        .refine(...RIGHT_WAY_ROUND)
        .refine(...NOT_TOO_LONG),
    ]),
    reply: reply<ChecksReply>(),
  }),
  /** With all that was recorded of it, in order. */
  'check/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: ofCheck,
    reply: reply<{ check: CheckRead; lines: readonly CheckLine[] }>(),
  }),
}
