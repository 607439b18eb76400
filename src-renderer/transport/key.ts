/**
 * Takes a page's way in: the key after `#` in its address. It is taken once and never left in the
 * address or the history.
 */

/**
 * The key of `/#key=…` or `/wall#key=…`, null if there is none. The address bar loses it at once.
 */
export function takeKey(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key')
  if (key !== null) history.replaceState(history.state, '', location.pathname + location.search)
  return key
}

/**
 * A new link pasted into this tab changes nothing but the `#` of its address: no page is loaded, so
 * its key is taken here. Returns how to stop.
 */
export function onKey(listener: (key: string) => void): () => void {
  const take = (): void => {
    const key = takeKey()
    if (key !== null) listener(key)
  }
  addEventListener('hashchange', take)
  return () => removeEventListener('hashchange', take)
}

export type Face = 'console' | 'wall'
/** `public`: of a wall that learns no more than the public may. */
export type Session = { token: string; name: string; role?: string; public?: true }
const KEPT = 'vigil.session'

/** Null also for what nobody can read, and for the other face's: a tab may have shown that. */
function sessionIn(storage: Storage, face: Face): Session | null {
  try {
    const session = JSON.parse(storage.getItem(KEPT) ?? 'null') as Session | null
    return session && (session.role === 'wall') === (face === 'wall') ? session : null
  } catch {
    return null
  }
}

/**
 * A console's session of this browser: another tab, and a start after a power cut, go on with it. A
 * wall has none, since its address lasts, and a public one must never become the room's. No cookie:
 * other ports of this host would get it.
 */
export const browserSession = (face: Face): Session | null =>
  face === 'console' ? sessionIn(localStorage, face) : null

/** This tab's own, through a reload; else the browser's. */
export const storedSession = (face: Face): Session | null =>
  sessionIn(sessionStorage, face) ?? browserSession(face)

export function storeSession(session: Session): void {
  const text = JSON.stringify(session)
  sessionStorage.setItem(KEPT, text)
  if (session.role !== 'wall') localStorage.setItem(KEPT, text)
}
