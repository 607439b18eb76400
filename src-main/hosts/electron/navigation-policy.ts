/** Decides where a page may go, what it may load and which permissions it gets. */

/**
 * Compared part by part: for a scheme of our own, Node's `origin` is the word `null`, which would
 * match any other such scheme.
 */
export const APP = { scheme: 'app', protocol: 'app:', host: 'console' } as const
export const CONSOLE_URL = `${APP.scheme}://${APP.host}/`

/** The profile in which a page lives: `app` the console's, `wall` the wall's. */
export type Profile = 'app' | 'wall'

const parsed = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** A page of ours under `app:`. An address with credentials or a port is none. */
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
 * Whether a page may take its window there. Frames inside a page go nowhere, since our pages
 * have none. `station`: its origin over HTTP, null while it is not served.
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

/** What a page of ours may carry itself, in Electron's words. */
const CARRIED: ReadonlySet<string> = new Set(['image', 'font', 'media'])

/**
 * Whether an address may be loaded into a profile as this type of resource: never a file, never
 * another machine, developer tools only in a program that is not packaged.
 */
export function mayLoad(
  profile: Profile,
  address: string,
  station: string | null,
  packaged: boolean,
  resourceType: string,
): boolean {
  const url = parsed(address)
  if (!url) return false
  if (url.protocol === 'data:' || url.protocol === 'blob:') return CARRIED.has(resourceType)
  if (url.protocol === 'devtools:') return !packaged
  return profile === 'app' ? isAppPage(address) : isStationPage(address, station)
}

const ALLOWED: ReadonlySet<string> = new Set([
  'notifications',
  'fullscreen',
  'speaker-selection',
  'clipboard-sanitized-write',
])

/** Whether the page at this address gets the permission; the wall gets none. */
export const mayUse = (permission: string, address: string, mainFrame = true): boolean =>
  ALLOWED.has(permission) && mainFrame && isAppPage(address)

/** The properties of a sender's frame that count. */
export type Frame = { readonly url: string; readonly parent: unknown; isDestroyed(): boolean }

/**
 * Whether this is the main frame of a page of ours, not destroyed. An empty address or about:blank
 * is none, since it has the origin of its opener.
 */
export const isOurFrame = (frame: Frame | null): boolean =>
  frame !== null && !frame.isDestroyed() && frame.parent === null && isAppPage(frame.url)
