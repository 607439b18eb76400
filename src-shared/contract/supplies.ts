/** The requests of supplies: the register, its movements, checks, and its table of an office. */
import { z } from 'zod'
import type { ImportedRow } from '../domain/imported-row.ts'
import { DISPOSALS, SUPPLY_CLASSES } from '../domain/supplies/supply.ts'
import type { IncidentIssueRead, SupplyLine, SupplyRead } from '../domain/supplies/draw.ts'
import type { SupplyFault } from '../domain/supplies/standing.ts'
import { LocalDate, saying } from './dates.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const MOST = 10_000_000
const Why = personal(2_000)
const Name = personal(200)
const THOUSANDTHS = saying('最多三位小数', 'has three decimals at most')
const hasThousandths = (count: number): boolean => Number.isInteger(Math.round(count * 1e6) / 1e3)
export const Amount = z.number().min(0).max(MOST).refine(hasThousandths, THOUSANDTHS)
const Some = z.number().gt(0).max(MOST).refine(hasThousandths, THOUSANDTHS)
const Months = z.int().min(1).max(120)

/** A place of the register, or one in words. */
const place = z.union([z.strictObject({ placeId: Id }), z.strictObject({ words: Short })])
/** `expiry`: the last local day on which it may be used. */
const batch = z.strictObject({
  number: Short.nullish(),
  expiry: LocalDate.nullish(),
  count: Some,
})
const batches = z.array(batch).max(100)
const ofSupply = z.strictObject({ supplyId: Id })

/** `minimum` in `unit`; `checkMonths`: how often it is checked; null: none. */
const details = {
  name: Short,
  class: z.enum(SUPPLY_CLASSES),
  model: Short.nullish(),
  unit: z.string().trim().min(1).max(20),
  spot: Short.nullish(),
  keeper: owner.nullish(),
  minimum: Amount.nullish(),
  checkMonths: Months.nullish(),
  conditions: z.string().trim().max(2_000).nullish(),
}

/**
 * A row of a table as offices keep it; `row` as a person counts the rows of the file. `class`,
 * `place` and `keeper` as they are written there. What goes by the same name and model at the same
 * place is the same supply; a batch that is new there is received.
 */
const row = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  name: Short,
  class: Short.nullish(),
  model: Short.nullish(),
  unit: Short.nullish(),
  count: Amount.nullish(),
  batch: Short.nullish(),
  expiry: LocalDate.nullish(),
  place: Short.nullish(),
  spot: Short.nullish(),
  keeper: Name.nullish(),
  minimum: Amount.nullish(),
  checkMonths: Months.nullish(),
  conditions: Short.nullish(),
})

/**
 * `today`: local date of the site. `address`: where the consoles of this station are opened in a
 * browser, such as `http://192.168.1.9:4600`; null: nowhere. What is wrong stands in front, the
 * gravest first; then by place and name; what has left the register, last. `counts`: how many have
 * each fault.
 */
export type SuppliesReply = {
  supplies: readonly SupplyRead[]
  today: string
  address: string | null
  counts: Readonly<Record<SupplyFault, number>>
}
export type { IncidentIssueRead }

const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const

export const supplyRequests = {
  /** `batches`: what there is of it now. */
  'supply/enter': defineRequest({
    ...command,
    input: z.strictObject({ ...details, place, batches: batches.nullish() }),
    reply: reply<{ supplyId: string; number: string }>(),
  }),
  /** What is left out stays; null: none. */
  'supply/amend': defineRequest({
    ...command,
    input: ofSupply.extend({
      ...details,
      name: details.name.optional(),
      class: details.class.optional(),
      unit: details.unit.optional(),
    }),
    reply: reply<Empty>(),
  }),
  /** All of it, to another place. */
  'supply/move': defineRequest({
    ...command,
    input: ofSupply.extend({ place, spot: Short.nullish() }),
    reply: reply<Empty>(),
  }),
  'supply/receive': defineRequest({
    ...command,
    input: ofSupply.extend({ batches: batches.min(1), words: Why.nullish() }),
    reply: reply<Empty>(),
  }),
  /**
   * `to`: who takes it; left out `incidentId`: for something else, in `words`. `planId`, `stepId`:
   * the step that it is for. What expires first is taken first.
   */
  'supply/issue': defineRequest({
    ...command,
    input: ofSupply.extend({
      count: Some,
      to: Name,
      words: Why.nullish(),
      incidentId: Id.nullish(),
      planId: Id.nullish(),
      stepId: Id.nullish(),
    }),
    reply: reply<{ issueId: string }>(),
  }),
  /** `count` left out: all that is still out. */
  'supply/return': defineRequest({
    ...command,
    input: ofSupply.extend({ issueId: Id, count: Some.nullish(), words: Why.nullish() }),
    reply: reply<Empty>(),
  }),
  'supply/consume': defineRequest({
    ...command,
    input: ofSupply.extend({ issueId: Id, count: Some.nullish(), words: Why.nullish() }),
    reply: reply<Empty>(),
  }),
  /** `batchId` left out: what has expired, or expires, first. */
  'supply/dispose': defineRequest({
    ...command,
    input: ofSupply.extend({
      batchId: Id.nullish(),
      count: Some,
      why: z.enum(DISPOSALS),
      words: Why.nullish(),
    }),
    reply: reply<Empty>(),
  }),
  /** `by`: who checked it; left out who sends it. Not `ok` needs `words`. */
  'supply/check': defineRequest({
    ...command,
    input: ofSupply.extend({ ok: z.boolean(), words: Why.nullish(), by: Name.nullish() }),
    reply: reply<Empty>(),
  }),
  /** It leaves the register, with nothing of it left. */
  'supply/withdraw': defineRequest({
    ...command,
    input: ofSupply.extend({ reason: Why }),
    reply: reply<Empty>(),
  }),
  /** It is in the register again, as it was. */
  'supply/restore': defineRequest({ ...command, input: ofSupply, reply: reply<Empty>() }),
  /** `turnId`: its last one, nothing recorded since; within 24 hours. */
  'supply/undo': defineRequest({
    ...command,
    input: ofSupply.extend({ turnId: Id }),
    reply: reply<Empty>(),
  }),
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'supply/import': defineRequest({
    ...command,
    large: true,
    prepare: true,
    code: true,
    input: z.strictObject({
      rows: z.array(row).min(1).max(2000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
  'supply/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<SuppliesReply>(),
  }),
  /** With all that was recorded of it, in order. */
  'supply/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: ofSupply,
    reply: reply<{ supply: SupplyRead; lines: readonly SupplyLine[] }>(),
  }),
  /** What was issued for it, the last first. */
  'supply/of-incident': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id }),
    reply: reply<{ issues: readonly IncidentIssueRead[] }>(),
  }),
}
