/** The ports of the spare: who goes on with the record, and the door through which it is copied. */
import type { Claim } from '#shared/contract/follow.ts'

/** The spare as its station sees it: `seq` of the last event that it had, `at` UTC ms. */
export type FollowerSeen = { host: string; seq: number; at: number }

/** `port`: where this machine answers; `hosts`: its addresses in the room; null while shut. */
export type DoorState = {
  open: { port: number; hosts: readonly string[]; fingerprint: string } | null
  follower: FollowerSeen | null
}

/**
 * The door to the spare, and the fence: who has taken the record over in a later epoch. It stands
 * in a file beside the record, so that it holds over restarts.
 */
export interface SpareDoor {
  state(): DoorState
  /** Who goes on with this record; null: this machine. */
  claim(): Claim | null
  /**
   * Asks the spare whether it has taken over, for a second at most; nobody to be asked or no
   * answer: what was known. It never rejects.
   */
  ask(): Promise<Claim | null>
  /** Hears of a claim that came by itself. */
  onClaim(listener: (claim: Claim) => void): void
  /**
   * Opens the door if need be and answers a text that pairs a spare, once. A spare of before is let
   * in no more once another is paired. Rejects with what the system says.
   */
  invite(): Promise<string>
  /** Nobody follows any more. */
  shut(): Promise<void>
}
