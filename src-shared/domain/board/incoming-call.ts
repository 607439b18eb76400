/** A call that a telephone system announces, as consoles are told of it with each beat. */

/**
 * `id`: as the telephone system names it. `line`: the number that was dialled. `since` in UTC ms;
 * `claimed`: who took it, and when.
 */
export type IncomingCall = {
  id: string
  number: string
  line: string | null
  since: number
  claimed: { by: string; at: number } | null
}
