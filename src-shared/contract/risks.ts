/** The requests of the register of risks (风险): what may happen, how grave, what is done. */
import { z } from 'zod'
import type { ImportedRow } from '../domain/imported-row.ts'
import { RISK_GRADES, RISK_KINDS, type RiskGrade, type RiskKind } from '../domain/risk/risk.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate } from './dates.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const

/** The whole of it; without `riskId` it is a new one. `assessedOn`: local day. */
const risk = z.strictObject({
  riskId: Id.nullish(),
  what: personal(500),
  place: personal(200).nullish(),
  kind: z.enum(RISK_KINDS),
  grade: z.enum(RISK_GRADES),
  measures: personal(5_000),
  planId: Id.nullish(),
  owner: owner.nullish(),
  assessedOn: LocalDate,
})

/**
 * A row of a table; plan and owner by their names, `assessedOn` a local day, today where it is left
 * out. A risk that stands under the same words at the same place is that one.
 */
const riskRow = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  what: personal(500),
  place: personal(200).nullish(),
  kind: z.enum(RISK_KINDS),
  grade: z.enum(RISK_GRADES),
  measures: personal(5_000),
  plan: Short.nullish(),
  owner: personal(200).nullish(),
  assessedOn: LocalDate.nullish(),
})

/** Days are local. `due`: by when it is assessed again; null: no policy says so. */
export type RiskRead = {
  id: string
  what: string
  place: string | null
  kind: RiskKind
  grade: RiskGrade
  measures: string
  planId: string | null
  planTitle: LocalizedText | null
  owner: { postId: string | null; personId: string | null; name: LocalizedText } | null
  assessedOn: string
  due: string | null
  earlier: readonly { grade: RiskGrade; assessedOn: string }[]
  by: string
  withdrawn: { at: number; by: string; reason: string } | null
}

export const riskRequests = {
  'risk/assess': defineRequest({
    ...command,
    input: risk,
    reply: reply<{ riskId: string }>(),
  }),
  'risk/withdraw': defineRequest({
    ...command,
    input: z.strictObject({ riskId: Id, reason: personal(2_000) }),
    reply: reply<Empty>(),
  }),
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'risk/import': defineRequest({
    ...command,
    large: true,
    prepare: true,
    input: z.strictObject({
      rows: z.array(riskRow).min(1).max(1_000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
  /** The gravest first, then what was withdrawn. `today`: local date of the site. */
  'risk/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ risks: readonly RiskRead[]; today: string }>(),
  }),
}
