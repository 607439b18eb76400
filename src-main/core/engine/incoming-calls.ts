/**
 * Holds calls that a telephone system has announced and that nobody has dealt with: whoever claims
 * one first has it. Nothing of it is recorded; a call that is forgotten goes by itself.
 */
import type { IncomingCall } from '#shared/domain/board/incoming-call.ts'

/** A call that nobody claims, and one that was claimed, is shown for so long. */
const RINGING_MS = 120_000
const CLAIMED_MS = 10_000
const MOST = 20

export type IncomingCalls = {
  /** The same call announced twice is one. */
  announce: (call: Pick<IncomingCall, 'id' | 'number' | 'line'>, now: number) => void
  /** Whether `who` has it now: nobody claimed it before. `by`: what the others are told. */
  claim: (id: string, who: { key: string; by: string }, now: number) => boolean
  end: (id: string) => void
  /** Those that are shown now, the longest ringing first. `now` in UTC ms. */
  shown: (now: number) => readonly IncomingCall[]
}

export function createIncomingCalls(): IncomingCalls {
  let calls: readonly IncomingCall[] = []
  const owners = new Map<string, string>() // by call: whose console claimed it

  const isShown = ({ since, claimed }: IncomingCall, now: number): boolean =>
    claimed ? now - claimed.at < CLAIMED_MS : now - since < RINGING_MS
  const renew = (now: number): void => {
    calls = calls.filter((call) => isShown(call, now))
    for (const id of owners.keys()) if (calls.every((call) => call.id !== id)) owners.delete(id)
  }

  return {
    announce(call, now) {
      renew(now)
      if (calls.some(({ id }) => id === call.id)) return
      calls = [...calls, { ...call, since: now, claimed: null }].slice(-MOST)
    },
    claim(id, { key, by }, now) {
      renew(now)
      const call = calls.find((known) => known.id === id)
      if (!call) return false
      if (call.claimed) return owners.get(id) === key
      owners.set(id, key)
      calls = calls.map((known) =>
        known.id === id ? { ...known, claimed: { by, at: now } } : known,
      )
      return true
    },
    end(id) {
      calls = calls.filter((call) => call.id !== id)
    },
    shown(now) {
      renew(now)
      return calls
    },
  }
}
