/** The port of the pages that are signed in at this station. */

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
