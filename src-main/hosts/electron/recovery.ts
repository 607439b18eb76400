/**
 * Keeps the page of one window alive: after a crash, a hang or a failed load it comes back by
 * itself. What to do is decided in rescue.ts.
 */
import type { BrowserWindow } from 'electron'
import type { Json, Log } from '#main/core/ports.ts'
import { createRecoveryPolicy, type Trouble } from './recovery-policy.ts'

export type KeepAliveOptions = {
  window: BrowserWindow
  name: string
  /** Where its page is now. */
  address(): string
  /** The page without script that it falls back on; null: it has none. */
  plain: string | null
  /** Told before each load, what is going to be shown. */
  showing(what: 'page' | 'plain'): void
  log: Log
  mono(): number
}

export type Keeper = {
  load(): void
  trouble(kind: Trouble): void
  /** It does not answer: its process is ended, and it is loaded anew. */
  hung(): void
  /** The page has said hello. */
  well(): void
  stop(): void
}

const GRACE = 10_000 // ms that a page may be unresponsive
const GONE_WITHIN = 2_000 // ms within which an ended process is reported
const ABORTED = -3 // another load has taken its place

export function keepAlive({
  window,
  name,
  address,
  plain,
  showing,
  log,
  mono,
}: KeepAliveOptions): Keeper {
  const { webContents: contents } = window
  const rescue = createRecoveryPolicy(plain !== null)
  let next: NodeJS.Timeout | undefined // the next load
  let grace: NodeJS.Timeout | undefined
  let forced = false

  function show(what: 'page' | 'plain'): void {
    if (window.isDestroyed()) return
    showing(what)
    // told by did-fail-load
    window.loadURL(what === 'plain' && plain !== null ? plain : address()).catch(() => undefined)
  }

  const later = (ms: number, run: () => void): void => {
    clearTimeout(next)
    next = setTimeout(run, ms) // never at once: the event of a dying page must be over first
  }

  function trouble(kind: Trouble, detail: Readonly<Record<string, Json>> = {}): void {
    clearTimeout(grace)
    forced = false
    const remedy = rescue.trouble(kind, mono())
    log.error('page-trouble', new Error(kind), { window: name, ...detail, ...remedy })
    if (remedy.show === 'page') return later(remedy.afterMs, () => show('page'))
    later(remedy.afterMs, () => {
      show('plain')
      later(remedy.againMs, () => {
        rescue.again()
        show('page')
      })
    })
  }

  function hung(): void {
    if (window.isDestroyed()) return
    forced = true
    clearTimeout(grace)
    grace = setTimeout(() => trouble('hung'), GONE_WITHIN)
    contents.forcefullyCrashRenderer()
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') trouble(forced ? 'hung' : 'gone', { reason, exitCode })
  })
  contents.on('did-fail-load', (_event, code, description, _url, mainFrame) => {
    if (mainFrame && code !== ABORTED) trouble('load-failed', { code, description })
  })
  window.on('unresponsive', () => {
    log.info('page-unresponsive', { window: name })
    clearTimeout(grace)
    grace = setTimeout(hung, GRACE)
  })
  window.on('responsive', () => clearTimeout(grace))

  function stop(): void {
    clearTimeout(next)
    clearTimeout(grace)
  }
  window.on('closed', stop)

  return {
    load: () => show('page'),
    trouble,
    hung,
    well: () => rescue.well(mono()),
    stop,
  }
}
