/** The ports of who is let in: the pages that are signed in, and the address of walls. */

/**
 * A page that is signed in. `session` names it without giving its token away; `device`: its
 * browser, empty where nobody knows; `since`: null of one that signed in before there was a list;
 * `public`: a wall that learns nothing of discreet incidents. Instants in UTC ms.
 */
export type SignedIn = {
  session: string
  role: 'dispatcher' | 'wall'
  device: string
  since: number | null
  seen: number
  ends: number | null
  public?: true
}

/** The pages that are signed in at this station. */
export interface Sessions {
  list(): readonly SignedIn[]
  /**
   * Ends one for good, at once; false if none has this name. Rejects if that cannot be kept: then
   * it goes on.
   */
  end(session: string): Promise<boolean>
}

/** The keys in the addresses by which walls are opened on this machine. They hold over restarts. */
export interface WallAddress {
  /**
   * New keys, for the room's walls and for public ones: whoever has an address of before signs in
   * with it no more. Resolves once it is on disk; rejects if it cannot be written, and the
   * addresses stay.
   */
  renew(): Promise<void>
}
