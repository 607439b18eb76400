/**
 * Starts the desktop program, the real one, over the double of Electron: entry, station, record,
 * pages. Each start loads everything again, as a process would. At its end nothing may be left, no
 * page may have shown an error, and nobody may have been asked to click.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, expect, vi } from 'vitest'
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import { CHANNELS } from '#shared/contract/bridge.ts'
import type { Answered, Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type * as Double from '../../doubles/electron/index.ts'
import { until } from '../../kit/until.ts'

export type Electron = typeof Double
export type Window = Double.BrowserWindow
export type Kind = 'console' | 'wall' | 'notice' | 'print'
export type Line = { level: string; event: string } & Record<string, unknown>

export const ROOT = resolve(import.meta.dirname, '../../..')
export const ENTRY = join(ROOT, 'src-main/hosts/electron/index.ts')
export const BUILT_ENTRY = join(ROOT, 'out/main/index.js')

export type Start = {
  /** Null: windows open no pages. */
  browser: Browser | null
  dir?: string
  /** Of the command line, in place of the usual site and zone. */
  args?: readonly string[]
  entry?: string
  settings?: object
  /** What is the case on the machine before the program is started. */
  given?: (electron: Electron) => void
  /** Errors that its pages are allowed to show. */
  except?: RegExp
  /** Names of the errors that its log is allowed to hold. */
  troubles?: readonly string[]
}

export type Program = {
  electron: Electron
  dir: string
  /** The one open window of that kind. Fails if there is none. */
  window(kind: Kind): Window
  has(kind: Kind): boolean
  page(kind: Kind): Promise<Page>
  /** Asks as the console's page does. A refusal fails the test. */
  ask<N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>>
  board(): Promise<Board>
  log(): Line[]
  logged(event: string): Line[]
  /**
   * Ends it as the menu does; what ended by itself is cleared away, and so is its folder unless it
   * is to be kept.
   */
  end(keep?: 'folder'): Promise<void>
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is gone after the file. */
export function newFolder(name = 'vigil-desktop-'): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  folders.push(folder)
  return folder
}

/** A profile of the desktop's user for this file: nothing of the real one is read or written. */
const home = newFolder('vigil-home-')
export const AUTOSTART = join(home, 'autostart/vigil.desktop')

const windowKind = ({ options: { webPreferences } }: Window): Kind =>
  webPreferences?.preload !== undefined
    ? 'console'
    : webPreferences?.partition !== undefined
      ? 'wall'
      : webPreferences?.javascript === false
        ? 'print'
        : 'notice'

function linesOf(dir: string): Line[] {
  try {
    return readFileSync(join(dir, 'logs/station.log'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
  } catch {
    return []
  }
}

/** What the program hangs on the process, so that the test's own process gets rid of it. */
function watchProcess(): () => void {
  const EVENTS = ['uncaughtException', 'unhandledRejection'] as const
  const before = EVENTS.map(
    (event) => new Set<unknown>(process.listeners(event as 'uncaughtException')),
  )
  const { argv, umask } = { argv: process.argv, umask: process.umask() }
  const streams = [process.stderr, process.stdout].map((stream) => ({
    stream,
    errors: new Set<unknown>(stream.listeners('error')),
  }))
  return () => {
    EVENTS.forEach((event, n) => {
      for (const listener of process.listeners(event as 'uncaughtException'))
        if (!before[n]?.has(listener)) process.off(event, listener)
    })
    for (const { stream, errors } of streams)
      for (const listener of stream.listeners('error'))
        if (!errors.has(listener)) stream.off('error', listener as () => void)
    process.argv = argv
    process.umask(umask)
  }
}

/**
 * Evaluates the entry and no more: Electron is not ready yet. Rejects if that takes longer than
 * `within` ms, as an await at its top would make it.
 */
export async function load(
  {
    browser,
    dir = newFolder(),
    args = ['--site', 'all', '--zone', 'Asia/Shanghai'],
    entry = ENTRY,
    settings = {},
    given,
    except,
    troubles = [],
  }: Start,
  within = 20_000,
): Promise<Program> {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'settings.json'), JSON.stringify({ port: 0, ...settings }))
  const restore = watchProcess()
  process.argv = ['vigil', '--data', dir, ...args]
  vi.stubEnv('XDG_CONFIG_HOME', home)
  vi.resetModules()
  const electron = (await import('electron')) as unknown as Electron
  const { state, windows, liveWindows } = electron.double
  state.browser = browser
  state.everyPage.push(COUNT_TONES)
  given?.(electron)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_done, fail) => {
    timer = setTimeout(
      () => fail(new Error('the entry was never evaluated: Electron would never be ready')),
      within,
    )
  })
  try {
    await Promise.race([import(/* @vite-ignore */ entry), late])
  } catch (error) {
    restore()
    throw error
  } finally {
    clearTimeout(timer)
  }

  const find = (kind: Kind): Window | undefined =>
    liveWindows().find((window) => windowKind(window) === kind)
  const window = (kind: Kind): Window => {
    const window = find(kind)
    if (!window) throw new Error(`no ${kind} among ${windows.length} windows`)
    return window
  }
  const http = async (path: string): Promise<unknown> => {
    const { url } = JSON.parse(readFileSync(join(dir, 'station.json'), 'utf8')) as { url: string }
    const answer = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${readFileSync(join(dir, 'local-token'), 'utf8')}` },
    })
    return answer.json()
  }
  return {
    electron,
    dir,
    window,
    has: (kind) => find(kind) !== undefined,
    page: (kind) => window(kind).page(),
    async ask<N extends Name>(name: N, input: Input<N>): Promise<ReplyOf<N>> {
      const call = { id: crypto.randomUUID(), name, input }
      const answer = (await window('console').webContents.forge(CHANNELS.request, [call], {
        url: 'app://console/',
      })) as Answered<N>
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message.en}`)
      return answer.reply
    },
    board: () => http('/api/board') as Promise<Board>,
    log: () => linesOf(dir),
    logged: (event) => linesOf(dir).filter((line) => line.event === event),
    async end(keep) {
      if (state.ended) electron.app.emit('will-quit', { preventDefault: () => undefined })
      else electron.app.quit()
      await until(() => {
        expect(state.ended, 'the program has not ended').not.toBeNull()
        const lock = lockDataFolder(dir)
        if (!('release' in lock)) throw new Error('the data folder is still held')
        lock.release()
      })
      await electron.double.end()
      restore()
      vi.unstubAllEnvs()
      const errors = linesOf(dir).filter(
        ({ level, event }) => level === 'error' && !troubles.includes(event),
      )
      if (keep === undefined) rmSync(dir, { recursive: true, force: true, maxRetries: 10 })
      expect(state.faults, 'faults').toEqual([])
      expect(
        state.problems.filter((problem) => !except?.test(problem)),
        'errors shown by pages',
      ).toEqual([])
      expect(errors, 'errors in the log').toEqual([])
    },
  }
}

/**
 * Starts it and waits until the console's page has said hello (or, without pages, until everything
 * is open).
 */
export async function start(options: Start): Promise<Program> {
  const program = await load(options)
  program.electron.app.becomeReady()
  await until(() => expect(program.logged('phase').at(-1)).toMatchObject({ name: 'notifications' }))
  if (options.browser) await greeted(program)
  return program
}

/** The page of the console has said hello once more than `before` times. */
export const greeted = (program: Program, before = 0): Promise<void> =>
  until(() => expect(hellos(program)).toBeGreaterThan(before))

export const hellos = (program: Program): number =>
  program.window('console').webContents.heard.filter(({ channel }) => channel === CHANNELS.hello)
    .length

/** Counts the tones that really start in a page, as `tones`. */
const COUNT_TONES = `{
  const start = OscillatorNode.prototype.start
  globalThis.tones = 0
  OscillatorNode.prototype.start = function (...when) { globalThis.tones += 1; start.apply(this, when) }
}`
export const tones = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { tones: number }).tones)
