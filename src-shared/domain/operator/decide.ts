/** Decides who signs on at a desk. */
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import type { Guarded } from '../sealed.ts'
import { STATION_NAMES } from '../station/names.ts'
import type { OperatorEvent } from './stream.ts'

/** `sealed`: the name as the record has it. */
export type SignOn = { type: 'SignOn'; person: string | null; sealed: Guarded | null }
export type OperatorCommand = SignOn

const noDesk = (): Refusal =>
  refuse(
    'no-desk',
    localized(
      '本机程序不是控制台，不能登记值班员',
      'Nobody can sign on at a program: sign on at a console',
    ),
  )
/** For whoever signs anything by a name. */
export const nameReserved = (name: string): Refusal =>
  refuse(
    'name-reserved',
    localized(
      `“${name}”是值守站自己在记录里用的名字，请填本人姓名`,
      `The station itself uses “${name}” in the record: enter the person's own name`,
    ),
  )

/**
 * `session`: of the console at the desk; null: a program sends the command. From then on the record
 * shows this person for what the desk does; `person` null: nobody in particular. Refusals:
 * `no-desk`, `name-reserved`.
 */
export function decideOperator(
  { person, sealed }: OperatorCommand,
  { session }: { session: string | null },
): Decision<OperatorEvent> {
  if (session === null) return noDesk()
  if (person !== null && STATION_NAMES.includes(person)) return nameReserved(person)
  return accept({ type: 'DeskSignedOn', person: sealed })
}
