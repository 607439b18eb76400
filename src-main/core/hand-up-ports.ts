/** The ports of the relay: the way to HQ, and where the pairing with it is kept. */
import type { HandUpRefused } from '#shared/contract/hand-up.ts'

/**
 * Where HQ is. `url`: its address without a path; `fingerprint`: SHA-256 of its certificate (DER)
 * in hex, the only one that is trusted; null: those that the system trusts.
 */
export type HqAddress = { url: string; fingerprint: string | null }
/** `token` is a secret: it stands in no event, no answer, no log. */
export type Pairing = HqAddress & { site: string; token: string; hq: { name: string; key: string } }

/** The pairing of this machine with HQ. It lies beside the record, never in it. */
export interface PairingFile {
  /** Null: not paired, or the file holds no pairing. */
  read(): Pairing | null
  /** Resolves once it is on disk; rejects if it cannot be written, and what was there stays. */
  set(pairing: Pairing | null): Promise<void>
}

/**
 * What came back. `unreachable`: nobody answered, or not in time; `other-certificate`: somebody
 * answered whose certificate is not the pinned one; `not-understood`: an answer of something else.
 */
export type HqAnswer =
  | { ok: true; reply: unknown }
  | { ok: false; refused: HandUpRefused }
  | { ok: false; refused: null; why: 'unreachable' | 'other-certificate' | 'not-understood' }

/** The way to HQ. It never rejects, and gives up by itself after half a minute. */
export interface HqLine {
  /** `path`: one of `HAND_UP_PATHS`; `input` null: it is only read (GET). */
  ask(address: HqAddress, path: string, input: unknown, token: string | null): Promise<HqAnswer>
  /** Whether `signature` (base64) is HQ's over this text; `key` as the pairing has it. */
  isSigned(key: string, text: string, signature: string): boolean
  /** Gives up what is on its way. */
  stop(): void
}
