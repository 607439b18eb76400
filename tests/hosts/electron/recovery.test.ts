/**
 * The keeper of a window's page: what follows when the page dies, hangs or does not load (R01). The
 * window is a stand-in that records every call.
 */
import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepPageAlive, type PageKeeper } from '#main/hosts/electron/recovery.ts'

class StandIn extends EventEmitter {
  readonly loaded: string[] = []
  crashes = 0
  destroyed = false
  readonly webContents = Object.assign(new EventEmitter(), {
    forcefullyCrashRenderer: () => {
      this.crashes += 1
    },
  })
  isDestroyed = (): boolean => this.destroyed
  loadURL = async (url: string): Promise<void> => void this.loaded.push(url)
  gone = (reason = 'crashed'): boolean =>
    this.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 })
  failed = (code: number, mainFrame = true): boolean =>
    this.webContents.emit('did-fail-load', {}, code, 'why', 'app://console/', mainFrame)
}

let window: StandIn
let keeper: PageKeeper
let pages: string[]
let logged: string[]

function keep(plain: string | null = 'plain'): void {
  window = new StandIn()
  pages = []
  logged = []
  keeper = keepPageAlive({
    window: window as unknown as BrowserWindow,
    name: 'console',
    address: () => 'page',
    plain,
    showing: (page) => void pages.push(page),
    mono: () => Date.now(),
    log: {
      info: () => undefined,
      error: (_event, error) => void logged.push((error as Error).message),
    },
  })
  keeper.load()
}

beforeEach(() => {
  vi.useFakeTimers()
  keep()
})
afterEach(() => vi.useRealTimers())

describe('a page that is gone', () => {
  it('is loaded again within three seconds, and never while the event lasts', () => {
    window.gone('oom')
    expect(window.loaded).toEqual(['page'])
    vi.advanceTimersByTime(3_000)
    expect(window.loaded).toEqual(['page', 'page'])
    expect(logged).toEqual(['gone'])
  })

  it('that ended as it should is left alone', () => {
    window.gone('clean-exit')
    vi.advanceTimersByTime(60_000)
    expect(window.loaded).toEqual(['page'])
  })

  it('for the fourth time in a minute is replaced by the plain page, and comes back by itself', () => {
    for (let n = 0; n < 4; n += 1) {
      window.gone()
      vi.advanceTimersByTime(100)
    }
    expect(window.loaded).toEqual(['page', 'page', 'page', 'page', 'plain'])
    vi.advanceTimersByTime(60_000)
    expect(window.loaded.at(-1)).toBe('page')
    expect(pages).toEqual(window.loaded)
  })

  it('of the wall is loaded for ever', () => {
    keep(null)
    for (let n = 0; n < 20; n += 1) {
      window.gone()
      vi.advanceTimersByTime(31_000)
    }
    expect(window.loaded).toEqual(Array.from({ length: 21 }, () => 'page'))
  })
})

describe('a page that does not answer', () => {
  it('has ten seconds, then its process is ended and it is loaded anew', () => {
    window.emit('unresponsive')
    vi.advanceTimersByTime(9_999)
    expect(window.crashes).toBe(0)
    vi.advanceTimersByTime(1)
    expect(window.crashes).toBe(1)
    window.gone('killed')
    vi.advanceTimersByTime(3_000)
    expect(window.loaded).toEqual(['page', 'page'])
    expect(logged).toEqual(['hung'])
  })

  it('is left alone if it comes round in time', () => {
    window.emit('unresponsive')
    vi.advanceTimersByTime(5_000)
    window.emit('responsive')
    vi.advanceTimersByTime(60_000)
    expect([window.crashes, window.loaded.length]).toEqual([0, 1])
  })

  it('is loaded anew though nobody reports that its process has ended', () => {
    keeper.hung()
    vi.advanceTimersByTime(2_001)
    expect([window.crashes, window.loaded.length, logged.length]).toEqual([1, 2, 1])
  })
})

describe('a page that cannot be loaded', () => {
  it('is asked for ever more slowly', () => {
    window.failed(-102)
    vi.advanceTimersByTime(500)
    window.failed(-102)
    vi.advanceTimersByTime(999)
    expect(window.loaded).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(window.loaded).toHaveLength(3)
  })

  it('because another load took its place, or inside a frame, is no trouble', () => {
    window.failed(-3)
    window.failed(-102, false)
    vi.advanceTimersByTime(60_000)
    expect(window.loaded).toEqual(['page'])
  })
})

it('a window that is closed is left in peace', () => {
  window.gone()
  window.destroyed = true
  window.emit('closed')
  vi.advanceTimersByTime(60_000)
  expect(window.loaded).toEqual(['page'])
})
