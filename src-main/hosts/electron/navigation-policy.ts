/**
 * Who may go where and ask for what. Pure: an address, a permission or a frame in, yes or no out.
 */

/**
 * Compared part by part: for a scheme of one's own, Node's `origin` is the word `null`, which would
 * match any other such scheme.
 */
export const APP = { scheme: 'app', protocol: 'app:', host: 'console' } as const
export const CONSOLE_URL = `${APP.scheme}://${APP.host}/`

/**
 * Which profile a page lives in. `station`: the station's own origin over HTTP, null while it is
 * not served.
 */
export type Profile = 'app' | 'wall'

const parsed = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** A page of ours under `app:`. Credentials or a port in the address make it another one. */
export function isAppPage(address: string): boolean {
  const url = parsed(address)
  return (
    url?.protocol === APP.protocol &&
    url.host === APP.host &&
    url.username === '' &&
    url.password === ''
  )
}

const isStationPage = (address: string, station: string | null): boolean => {
  const url = parsed(address)
  return (
    station !== null &&
    url?.protocol === 'http:' &&
    url.origin === station &&
    url.username === '' &&
    url.password === ''
  )
}

/**
 * Where a page may take its window (E03). Frames inside a page go nowhere at all: none of ours has
 * any.
 */
export function mayNavigate(
  profile: Profile,
  address: string,
  mainFrame: boolean,
  station: string | null,
): boolean {
  if (!mainFrame) return false
  return profile === 'app' ? isAppPage(address) : isStationPage(address, station)
}

/**
 * What may be loaded into a profile, by whichever way: never a file, never another machine.
 * Developer tools only while they exist.
 */
export function mayLoad(
  profile: Profile,
  address: string,
  station: string | null,
  packaged: boolean,
): boolean {
  const url = parsed(address)
  if (!url) return false
  // pictures and sounds that a page of ours carries itself
  if (url.protocol === 'data:' || url.protocol === 'blob:') return true
  if (url.protocol === 'devtools:') return !packaged
  return profile === 'app' ? isAppPage(address) : isStationPage(address, station)
}

const ALLOWED: ReadonlySet<string> = new Set([
  'notifications',
  'fullscreen',
  'speaker-selection',
  'clipboard-sanitized-write',
])

/** Judged by the address that asks: the window is not always known. The wall is granted nothing. */
export const mayUse = (permission: string, address: string, mainFrame = true): boolean =>
  ALLOWED.has(permission) && mainFrame && isAppPage(address)

/** What of a sender's frame is looked at. */
export type Frame = { readonly url: string; readonly parent: unknown; isDestroyed(): boolean }

/**
 * The main frame of a page of ours, still there. No empty address and no about:blank: those have
 * the origin of whoever made them.
 */
export const isOurFrame = (frame: Frame | null): boolean =>
  frame !== null && !frame.isDestroyed() && frame.parent === null && isAppPage(frame.url)
