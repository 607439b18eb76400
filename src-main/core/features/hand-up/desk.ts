/**
 * The desk of the hand-up: the way to HQ, the pairing of this machine, and how the relay is doing.
 * Relay and handlers share it.
 */
import type { HandUpTrouble } from '#shared/contract/hand-up-requests.ts'
import type { HandUpRefused } from '#shared/contract/hand-up.ts'
import type { Point } from '#shared/domain/hand-up/point.ts'
import { NEVER_PAIRED, type HandUp } from '#shared/domain/hand-up/stream.ts'
import type { Memory } from '../../engine/memory.ts'
import type { HqAnswer, HqLine, Pairing, PairingFile } from '../../ports.ts'

/** `program`: the version of the station, for HQ. */
export type HandUpParts = { line: HqLine; file: PairingFile; program: string }

/**
 * `cursor`: what HQ answered last; null: it has to be asked. `offlineSince`, `onlineSince`: UTC ms;
 * both null: it was not reached since the start, nor missed.
 */
export type RelayStatus = {
  cursor: Point | null
  confirmed: number | null // the last `seq` that it answered, also while it is out of reach
  trouble: HandUpTrouble | null
  offlineSince: number | null
  onlineSince: number | null
}
export type HandUpDesk = HandUpParts & { status: RelayStatus }

export const createHandUpDesk = (parts: HandUpParts): HandUpDesk => ({
  ...parts,
  status: { cursor: null, confirmed: null, trouble: null, offlineSince: null, onlineSince: null },
})

export const handUpOf = ({ documents }: Pick<Memory, 'documents'>): HandUp =>
  documents.get('hand-up', 'hand-up') ?? NEVER_PAIRED

/** What came back, read by the wire. `refused` null: nobody answered, or something else did. */
export type HqReply<T> =
  { ok: true; reply: T } | { ok: false; refused: HandUpRefused } | { ok: false; refused: null }

/** A form of the wire, as the contract defines it. */
type Form<T> = {
  safeParse: (value: unknown) => { success: true; data: T } | { success: false }
}

/** Asks as the paired site. */
export const askHq = async <T>(
  line: HqLine,
  pairing: Pairing,
  path: string,
  input: unknown,
  form: Form<T>,
): Promise<HqReply<T>> => readBy(await line.ask(pairing, path, input, pairing.token), form)

export function readBy<T>(answer: HqAnswer, form: Form<T>): HqReply<T> {
  if (!answer.ok) return { ok: false, refused: answer.refused }
  const reply = form.safeParse(answer.reply)
  return reply.success ? { ok: true, reply: reply.data } : { ok: false, refused: null }
}
