/**
 * Keeps the page of one window alive: after a crash, a hang or a failed load it loads again by
 * itself, as recovery-policy.ts decides.
 */
import type { BrowserWindow } from 'electron'
import type { Json, Log } from '#main/core/ports.ts'
import { createRecoveryPolicy, type Trouble } from './recovery-policy.ts'

export type KeepAliveOptions = {
  window: BrowserWindow
  name: string
  address(): string
  /** The page without script that it falls back on; null: it has none. */
  plain: string | null
  /** Called before each load. */
  showing(page: 'page' | 'plain'): void
  log: Log
  mono(): number
}

export type PageKeeper = {
  load(): void
  trouble(kind: Trouble): void
  /** Ends the process of a page that does not answer, and loads it again. */
  hung(): void
  /** The page has sent hello. */
  recovered(): void
  stop(): void
}

const GRACE = 10_000 // ms that a page may be unresponsive
const GONE_WITHIN = 2_000 // ms within which an ended process is reported
const ABORTED = -3 // another load has taken its place

export function keepPageAlive({
  window,
  name,
  address,
  plain,
  showing,
  log,
  mono,
}: KeepAliveOptions): PageKeeper {
  const { webContents: contents } = window
  const policy = createRecoveryPolicy(plain !== null)
  let next: NodeJS.Timeout | undefined // the next load
  let grace: NodeJS.Timeout | undefined
  let forced = false

  function show(page: 'page' | 'plain'): void {
    if (window.isDestroyed()) return
    showing(page)
    // did-fail-load reports it
    window.loadURL(page === 'plain' && plain !== null ? plain : address()).catch(() => undefined)
  }

  const later = (ms: number, run: () => void): void => {
    clearTimeout(next)
    next = setTimeout(run, ms) // never at once: the event of a dying page must be over first
  }

  function trouble(kind: Trouble, detail: Readonly<Record<string, Json>> = {}): void {
    clearTimeout(grace)
    forced = false
    const remedy = policy.remedyFor(kind, mono())
    log.error('page-trouble', new Error(kind), { window: name, ...detail, ...remedy })
    if (remedy.show === 'page') return later(remedy.afterMs, () => show('page'))
    later(remedy.afterMs, () => {
      show('plain')
      later(remedy.againMs, () => {
        policy.retrying()
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
    recovered: () => policy.recovered(mono()),
    stop,
  }
}
