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

export type Session = { token: string; name: string; role?: string }
const KEPT = 'vigil.session'

/**
 * The session of this tab, kept for a reload and forgotten with the tab. No cookie: other ports of
 * this host would get it.
 */
export const storedSession = (): Session | null => {
  const stored = sessionStorage.getItem(KEPT)
  return stored ? (JSON.parse(stored) as Session) : null
}
export const storeSession = (session: Session): void =>
  sessionStorage.setItem(KEPT, JSON.stringify(session))
