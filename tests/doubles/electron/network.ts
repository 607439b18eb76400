/**
 * Leads each address to its handler. A browser knows no `app:` scheme, so each host of it has a
 * stand-in origin over https that exists nowhere: what is asked of it goes to the handler of the
 * profile, and its answer, headers and all, to the page.
 */
import type { Frame, Request as Asked, Route } from 'playwright-core'
import type { Session } from './session.ts'
import { happening } from './state.ts'

const STAND_IN = /^https:\/\/([^/]+)\.app\.invalid(?=\/|$)/

/** `app://console/x` → the address that the browser is told. Others stay as they are. */
export const standIn = (url: string): string =>
  url.replace(/^app:\/\/([^/?#]+)\/?/, 'https://$1.app.invalid/')
/** The address as the program knows it. */
export const realUrl = (url: string): string => url.replace(STAND_IN, 'app://$1')

/** Null for a window that the page wants to open: the browser knows no frame for it yet. */
function frameOf(request: Asked): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

/** Asks the guards of the window. `url` as the program knows it. */
function isLetThrough(profile: Session, request: Asked, url: string): boolean {
  const frame = frameOf(request)
  if (!frame) {
    for (const contents of profile.contents) contents.wouldOpen(url)
    return false
  }
  const contents = profile.contents.find((candidate) => candidate.has(frame.page()))
  if (!contents) return false
  const isMainFrame = frame.parentFrame() === null
  return (isMainFrame && contents.expects(url)) || contents.wouldNavigate(url, isMainFrame)
}

async function answer(profile: Session, route: Route, url: string): Promise<void> {
  const request = route.request()
  const handle = profile.protocol.handlers.get(new URL(url).protocol.slice(0, -1))
  const response = await Promise.resolve(
    handle?.(new Request(url, { method: request.method() })),
  ).catch(() => undefined)
  if (!response) return route.abort('failed')
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

/**
 * What happens to each request of a profile: the window's guards, then the profile's, then its
 * protocols, then the network.
 */
export async function lead(profile: Session, route: Route): Promise<void> {
  const request = route.request()
  const url = realUrl(request.url())
  try {
    if (request.isNavigationRequest() && !isLetThrough(profile, request, url))
      return await route.abort('aborted')
    if (profile.webRequest.cancels(url, request.resourceType()))
      return await route.abort('blockedbyclient')
    return await (STAND_IN.test(request.url()) ? answer(profile, route, url) : route.continue())
  } catch {
    // the page, or the whole profile, has gone meanwhile
  }
}

const CODES: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_CONNECTION_RESET: -101,
  ERR_EMPTY_RESPONSE: -324,
  ERR_NAME_NOT_RESOLVED: -105,
}

/** Chromium's number and word of a failed load; null if the words tell of something else. */
export function netError(message: string): { code: number; description: string } | null {
  const description =
    /net::(ERR_[A-Z_]+)/.exec(message)?.[1] ??
    (message.includes('interrupted by another navigation') ? 'ERR_ABORTED' : null)
  return description === null ? null : { code: CODES[description] ?? -2, description }
}

export const navigation = (url: string, isMainFrame: boolean) =>
  happening({ url, isMainFrame, isSameDocument: false })
