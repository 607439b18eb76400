/**
 * Opens the console's window: it gets every push, hides instead of closing, recovers by itself, and
 * gives way to a plain page when it cannot.
 */
import type { BrowserWindow, Rectangle, WebContents } from 'electron'
import type { Log } from '#main/core/ports.ts'
import { CHANNELS } from '#shared/contract/bridge.ts'
import { CONSOLE_URL } from './navigation-policy.ts'
import { createHeartbeat } from './heartbeat.ts'
import { keepPageAlive } from './recovery.ts'
import { makeWindow, showWhenDrawn } from './window-factory.ts'
import type { Program } from './window-options.ts'

export const PLAIN_PATH = '/plain'
const PLAIN_URL = `${CONSOLE_URL.slice(0, -1)}${PLAIN_PATH}`
const PLAIN_EVERY = 10_000 // ms; the plain page has no script that could renew it
const SAVE_AFTER = 500 // ms after the last move

export type Place = { bounds: Rectangle; maximised: boolean }
export type ConsoleOptions = {
  program: Program
  title: string
  icon: string
  place: { bounds: Rectangle | undefined; maximised: boolean }
  moved(place: Place): void
  /** The board as a push, for a page that has just sent hello. */
  board(): Promise<string>
  /** Whether the program ends: only then may the window close. */
  leaving(): boolean
  log: Log
  mono(): number
}

export type ConsoleWindow = {
  readonly window: BrowserWindow
  is(contents: WebContents): boolean
  /** Brings it to the front, also if it was hidden or minimised. */
  show(): void
  /** Makes it visible without taking the keyboard from another window. */
  appear(): void
  openIncident(incidentId: string): void
  push(text: string): void
  hello(): Promise<void>
  /** The page has answered a push. */
  answered(): void
  /** Loads the plain page again, if that is shown. */
  renew(): void
  /** Whether its page answers, so that its alarm can be heard. */
  alive(): boolean
  stop(): void
}

export function openConsole({
  program,
  title,
  icon,
  place,
  moved: onMoved,
  board,
  leaving,
  log,
  mono,
}: ConsoleOptions): ConsoleWindow {
  const window = makeWindow('console', { title, icon, bounds: place.bounds }, program)
  const { webContents: contents } = window
  const heartbeat = createHeartbeat()
  let greeted = false
  let plain = false
  let renewedAt = -Infinity
  let pendingIncidentId: string | null = null // to be opened once the page has sent hello
  let save: NodeJS.Timeout | undefined

  const keeper = keepPageAlive({
    window,
    name: 'console',
    address: () => CONSOLE_URL,
    plain: PLAIN_URL,
    log,
    mono,
    showing(shown) {
      greeted = false
      plain = shown === 'plain'
      renewedAt = mono()
      if (plain) heartbeat.pause()
      else heartbeat.loading(mono())
    },
  })

  function renew(): void {
    if (!plain || window.isDestroyed()) return
    renewedAt = mono()
    window.loadURL(PLAIN_URL).catch(() => undefined) // did-fail-load reports it
  }

  const timer = setInterval(() => {
    const verdict = heartbeat.check(mono())
    if (verdict !== null && !window.isDestroyed() && contents.isDevToolsOpened())
      heartbeat.hello(mono()) // the page stands at a breakpoint
    else if (verdict === 'hung') keeper.hung()
    else if (verdict === 'silent') keeper.trouble('silent')
    if (plain && mono() - renewedAt >= PLAIN_EVERY) renew()
  }, 1_000)

  const remember = (): void => {
    clearTimeout(save)
    save = setTimeout(() => {
      if (!window.isDestroyed() && !window.isMinimized())
        onMoved({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
    }, SAVE_AFTER)
  }
  window.on('move', remember)
  window.on('resize', remember)
  window.on('maximize', remember)
  window.on('unmaximize', remember)
  window.on('close', (event) => {
    if (leaving()) return
    event.preventDefault()
    window.hide()
  })
  showWhenDrawn(window, place.maximised)

  function stop(): void {
    clearInterval(timer)
    clearTimeout(save)
    keeper.stop()
  }
  window.on('closed', stop)

  function show(): void {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  keeper.load()
  return {
    window,
    is: (candidate) => candidate === contents,
    show,
    appear: () => {
      if (!window.isDestroyed() && !window.isVisible()) window.showInactive()
    },
    openIncident(incidentId) {
      show()
      if (greeted) contents.send(CHANNELS.openIncident, incidentId)
      else pendingIncidentId = incidentId
    },
    push(text) {
      if (greeted && !window.isDestroyed()) contents.send(CHANNELS.push, text)
    },
    async hello() {
      const text = await board()
      if (window.isDestroyed()) return
      keeper.recovered()
      heartbeat.hello(mono())
      greeted = true
      contents.send(CHANNELS.push, text)
      if (pendingIncidentId !== null) contents.send(CHANNELS.openIncident, pendingIncidentId)
      pendingIncidentId = null
    },
    answered: () => heartbeat.answered(mono()),
    renew,
    alive: () => heartbeat.alive(mono()),
    stop,
  }
}
