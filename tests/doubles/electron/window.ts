/**
 * `BrowserWindow`: keeps its options for the spec to read, and shows a real page of a browser. Used
 * after its end it throws, as Electron does.
 */
import { EventEmitter } from 'node:events'
import { WebContents } from './contents.ts'
import { session, type Session } from './session.ts'
import { happening, needsReady, state } from './state.ts'
import { windows } from './windows.ts'

type Used =
  | 'isDestroyed'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isMaximized'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'loadURL'
  | 'close'
  | 'destroy'
  | 'removeMenu'
  | 'flashFrame'
  | 'setOverlayIcon'

const PLACE = { x: 0, y: 0, width: 800, height: 600 }

export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, Used> {
  static getAllWindows(): BrowserWindow[] {
    return windows.filter((window) => !window.isDestroyed())
  }

  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: WebContents
  /** What was asked of the taskbar's button, in order. */
  readonly flashed: boolean[] = []
  readonly overlays: { icon: unknown; description: string }[] = []
  menu = true
  #bounds: Electron.Rectangle
  #destroyed = false
  #visible: boolean
  #focused = false
  #minimised = false
  #maximised = false
  #drawn = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    needsReady('Cannot create BrowserWindow')
    this.options = options
    const { x = PLACE.x, y = PLACE.y, width = PLACE.width, height = PLACE.height } = options
    this.#bounds = { x, y, width, height }
    this.#visible = options.show ?? true
    windows.push(this)
    const { partition, preload } = options.webPreferences ?? {}
    const profile: Session =
      partition === undefined ? session.defaultSession : session.fromPartition(partition)
    this.webContents = new WebContents(profile, { preload, width, height })
    this.webContents.on('did-finish-load', () => {
      if (this.#drawn || this.#destroyed) return
      this.#drawn = true
      this.emit('ready-to-show')
    })
  }

  #alive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }
  isVisible(): boolean {
    this.#alive()
    return this.#visible
  }
  isFocused(): boolean {
    this.#alive()
    return this.#focused
  }
  isMinimized(): boolean {
    this.#alive()
    return this.#minimised
  }
  isMaximized(): boolean {
    this.#alive()
    return this.#maximised
  }

  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    this.#alive()
    this.#visible = true
    this.emit('show')
  }

  hide(): void {
    this.#alive()
    this.#visible = false
    this.#focused = false
    this.emit('hide')
  }

  focus(): void {
    this.#alive()
    for (const other of BrowserWindow.getAllWindows()) other.#focused = false
    this.#focused = true
    this.emit('focus')
  }

  /** For the test: somebody clicks another program. */
  blur(): void {
    this.#alive()
    this.#focused = false
    this.emit('blur')
  }

  minimize(): void {
    this.#alive()
    this.#minimised = true
  }
  restore(): void {
    this.#alive()
    this.#minimised = false
  }
  maximize(): void {
    this.#alive()
    this.#maximised = true
    this.emit('maximize')
  }

  getBounds(): Electron.Rectangle {
    this.#alive()
    return { ...this.#bounds }
  }
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#alive()
    this.#bounds = { ...this.#bounds, ...bounds }
    this.emit('move')
    this.emit('resize')
  }

  loadURL(url: string): Promise<void> {
    this.#alive()
    return this.webContents.loadURL(url)
  }

  close(): void {
    this.#alive()
    const closing = happening()
    this.emit('close', closing)
    if (!closing.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.webContents.end()
    this.emit('closed')
  }

  removeMenu(): void {
    this.#alive()
    this.menu = false
  }
  flashFrame(on: boolean): void {
    this.#alive()
    this.flashed.push(on)
  }
  setOverlayIcon(icon: Electron.NativeImage | null, description: string): void {
    this.#alive()
    this.overlays.push({ icon, description })
  }

  /** For the test: the page on it now. Fails if windows open no pages here. */
  page(): ReturnType<WebContents['page']> {
    if (!state.browser) throw new Error('no browser was given to the double')
    return this.webContents.page()
  }
}
