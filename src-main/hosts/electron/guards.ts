/**
 * Guards every page and both profiles by navigation-policy.ts: where they may go, what they may
 * load and ask for. No page opens anything outside.
 */
import { app, session, type Session, type WebContents } from 'electron'
import type { Log } from '#main/core/ports.ts'
import { mayLoad, mayNavigate, mayUse, type Profile } from './navigation-policy.ts'
import { WALL_PARTITION } from './window-options.ts'

export type Guarding = {
  /** Origin of the station over HTTP, null while it is not served. */
  station(): string | null
  packaged: boolean
  log: Log
}

/** The origin for the log; the rest of an address may hold a key. */
const originOf = (address: string): string =>
  URL.canParse(address) ? `${new URL(address).protocol}//${new URL(address).host}` : 'unreadable'

type NavigationEvent = { url: string; isMainFrame: boolean; preventDefault(): void }

function guardContents(contents: WebContents, profile: Profile, { station, log }: Guarding): void {
  const refuseForeign = (event: NavigationEvent): void => {
    if (mayNavigate(profile, event.url, event.isMainFrame, station())) return
    event.preventDefault()
    log.info('navigation-refused', { profile, to: originOf(event.url) })
  }
  contents.on('will-navigate', refuseForeign)
  contents.on('will-frame-navigate', refuseForeign)
  contents.on('will-redirect', refuseForeign)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function guardSession(
  profileSession: Session,
  profile: Profile,
  { station, packaged }: Guarding,
): void {
  profileSession.setPermissionRequestHandler(
    (_contents, permission, answer, { requestingUrl, isMainFrame }) =>
      answer(profile === 'app' && mayUse(permission, requestingUrl, isMainFrame)),
  )
  profileSession.setPermissionCheckHandler(
    (_contents, permission, origin) => profile === 'app' && mayUse(permission, origin),
  )
  profileSession.setDevicePermissionHandler(() => false)
  profileSession.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  profileSession.webRequest.onBeforeRequest(({ url, resourceType }, answer) =>
    answer({ cancel: !mayLoad(profile, url, station(), packaged, resourceType) }),
  )
  profileSession.on('will-download', (event) => event.preventDefault())
}

/** Call once the program is ready, before the first window. */
export function installGuards(guarding: Guarding): void {
  const wall = session.fromPartition(WALL_PARTITION)
  guardSession(session.defaultSession, 'app', guarding)
  guardSession(wall, 'wall', guarding)
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, contents.session === wall ? 'wall' : 'app', guarding),
  )
}
