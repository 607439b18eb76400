/**
 * `app`: the program's life as the test leads it. Ready comes when the test says so; ending is
 * recorded, since the process is the test's own.
 */
import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { called, happening, state } from './state.ts'
import { destroyAll, liveWindows } from './windows.ts'

type Used =
  | 'whenReady'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'disableHardwareAcceleration'
  | 'requestSingleInstanceLock'
  | 'setLoginItemSettings'
  | 'setBadgeCount'
  | 'getBadgeCount'
  | 'relaunch'
  | 'exit'
  | 'quit'

const beforeReady = (what: string, ...args: unknown[]): void => {
  if (state.ready) throw new Error(`${what} can only be called before app is ready`)
  called(what, ...args)
}

class App extends EventEmitter implements Pick<Electron.App, Used> {
  isPackaged = true
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => called('appendSwitch', name, value),
  }
  readonly #paths = new Map<string, string>()
  readonly #relaunched: { args: readonly string[] }[] = []
  #badge = 0
  #markReady: () => void = () => undefined
  readonly #ready = new Promise<void>((ready) => {
    this.#markReady = ready
  })

  /** For the test: what Electron does once the entry has been evaluated. */
  becomeReady(): void {
    state.ready = true
    this.emit('ready', happening(), {})
    this.#markReady()
  }

  whenReady(): Promise<void> {
    called('whenReady')
    return this.#ready
  }

  getPath(name: string): string {
    if (!this.#paths.has('userData'))
      this.#paths.set('userData', mkdtempSync(join(tmpdir(), 'vigil-double-')))
    return this.#paths.get(name) ?? join(this.#paths.get('userData')!, name)
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`)
    called('setPath', name, path)
    this.#paths.set(name, path)
  }

  getVersion(): string {
    return '0.0.0'
  }
  enableSandbox(): void {
    beforeReady('enableSandbox')
  }
  setAppUserModelId(id: string): void {
    called('setAppUserModelId', id)
  }
  disableHardwareAcceleration(): void {
    beforeReady('disableHardwareAcceleration')
  }
  requestSingleInstanceLock(): boolean {
    called('requestSingleInstanceLock')
    return state.lockFree
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    called('setLoginItemSettings', settings)
  }
  getBadgeCount(): number {
    return this.#badge
  }
  setBadgeCount(count = 0): boolean {
    called('setBadgeCount', count)
    this.#badge = count
    return true
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    called('relaunch', options)
    this.#relaunched.push({ args: options.args ?? process.argv.slice(1) })
  }

  /** Ends at once: windows are not asked, and neither before-quit nor will-quit is heard. */
  exit(code = 0): void {
    called('exit', code)
    state.ended ??= { code, relaunched: this.#relaunched }
    destroyAll()
    this.emit('quit', happening(), code)
  }

  /**
   * Asks everyone: before-quit, each window's close, will-quit. Anyone who prevents one of them
   * keeps the program running.
   */
  quit(): void {
    const before = happening()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    for (const window of liveWindows()) window.close()
    if (liveWindows().length > 0) return
    const will = happening()
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }
}

export const app = new App()
