/** What whatever answers a request of a page gives back. */
import type { HqInput, HqRefusalCode, HqRequestName } from '#shared/contract/hq.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'
import type { DeskAnswer } from './hq-api.ts'

export type Handler<N extends HqRequestName> = (
  input: HqInput<N>,
  person: HqPerson,
) => Promise<DeskAnswer>

export const done = (reply: unknown = {}): DeskAnswer => ({ ok: true, reply })
export const refuse = (code: HqRefusalCode): DeskAnswer => ({ ok: false, code })
