/** The requests of the register of risks (风险): what may happen, how grave, what is done. */
import { z } from 'zod'
import { RISK_GRADES, RISK_KINDS, type RiskGrade, type RiskKind } from '../domain/risk/risk.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate } from './dates.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
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
  /** The gravest first, then what was withdrawn. `today`: local date of the site. */
  'risk/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ risks: readonly RiskRead[]; today: string }>(),
  }),
}
