/**
 * `webContents`: what a window shows and hears. A page that crashed is replaced by the next load,
 * as Electron replaces a renderer's process.
 */
import { EventEmitter } from 'node:events'
import type { Frame, Page } from 'playwright-core'
import { app } from './app.ts'
import { ipcMain, type SenderFrame, type Sent } from './ipc.ts'
import { navigation, netError, realUrl, standIn } from './network.ts'
import { openTab, type Tab } from './page.ts'
import { printing } from './printing.ts'
import type { Session } from './session.ts'
import type { Message, Reply } from './shim.ts'
import { called, happening, state } from './state.ts'

type Sheet = { preload: string | undefined; width: number; height: number }
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

const sender = (frame: Frame): SenderFrame => {
  const parent = frame.parentFrame()
  return {
    url: realUrl(frame.url()),
    parent: parent && sender(parent),
    isDestroyed: () => frame.isDetached(),
  }
}

export class WebContents extends EventEmitter {
  readonly session: Session
  /** What came from this window's pages, by any channel. */
  readonly heard: { channel: string; args: readonly unknown[] }[] = []
  /** What the preload has put into the page: path → type of value. */
  readonly exposed = new Map<string, string>()
  /** What of Electron itself reached the page. */
  readonly leaks: string[] = []
  /** How the processes of its pages have ended. */
  readonly gone: string[] = []
  readonly #sheet: Sheet
  #open: OpenHandler | null = null
  #tab: Promise<Tab> | null = null
  #page: Page | null = null
  #url = ''
  #turn = 0
  #ended = false
  #killed = false

  constructor(session: Session, sheet: Sheet) {
    super()
    this.session = session
    this.#sheet = sheet
    session.contents.push(this)
    app.emit('web-contents-created', happening(), this)
  }

  getURL(): string {
    return this.#url
  }
  isDestroyed(): boolean {
    return this.#ended
  }
  isDevToolsOpened(): boolean {
    return false
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#open = handler
  }

  async loadURL(url: string): Promise<void> {
    const turn = ++this.#turn
    this.#url = url
    if (!state.browser) return this.#pretend()
    try {
      const { page } = await this.#current()
      if (turn === this.#turn && !this.#ended) await page.goto(standIn(url), { waitUntil: 'load' })
    } catch (error) {
      const failed = netError(String(error))
      if (failed && !this.#ended)
        this.emit('did-fail-load', happening(), failed.code, failed.description, url, true)
      throw error
    }
  }

  /** Without a browser every page is there at once. */
  async #pretend(): Promise<void> {
    await Promise.resolve()
    if (!this.#ended) this.emit('did-finish-load')
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#ended) throw new TypeError('Object has been destroyed')
    structuredClone(args)
    void this.#tab?.then(
      (tab) => tab.post(channel, args),
      () => undefined,
    )
  }

  forcefullyCrashRenderer(): void {
    called('forcefullyCrashRenderer')
    this.#killed = true
    this.crash()
  }

  /** For the test: the process of its page ends, as by a fault of its own. */
  crash(): void {
    if (!state.browser) return void setImmediate(() => this.#gone())
    void this.#tab?.then(
      (tab) => tab.crash(),
      () => undefined,
    )
  }

  #gone(): void {
    this.#tab = null
    if (this.#ended) return
    const details = { reason: this.#killed ? 'killed' : 'crashed', exitCode: this.#killed ? 9 : 5 }
    this.#killed = false
    this.gone.push(details.reason)
    this.emit('render-process-gone', happening(), details)
    app.emit('render-process-gone', happening(), this, details)
  }

  #current(): Promise<Tab> {
    return (this.#tab ??= openTab(this.session, this.#sheet.preload, this.#sheet, {
      said: (message, frame) => this.#said(message, frame),
      crashed: () => this.#gone(),
      loaded: () => {
        if (!this.#ended) this.emit('did-finish-load')
      },
      troubled: (problem) => {
        if (!this.#ended) state.problems.push(problem)
      }, // a page on its way out sees its station go first
    }).then((tab) => {
      this.#page = tab.page
      return tab
    }))
  }

  async #said(message: Message, frame: Frame): Promise<Reply> {
    switch (message.kind) {
      case 'invoke':
        return this.#invoked(message.channel, message.args, sender(frame))
      case 'send':
        this.heard.push({ channel: message.channel, args: message.args })
        ipcMain.hear(message.channel, { sender: this, senderFrame: sender(frame) }, message.args)
        break
      case 'exposed':
        this.exposed.set(message.at, message.type)
        break
      case 'leak':
        this.leaks.push(`${message.what} at ${message.at}`)
        break
      case 'fault':
        state.faults.push(message.what)
        break
      case 'open':
        this.wouldOpen(message.url)
        break
      case 'navigate':
        if (this.wouldNavigate(realUrl(message.url), true))
          await this.loadURL(realUrl(message.url)).catch(() => undefined)
        break
    }
    return { ok: true, value: undefined }
  }

  async #invoked(
    channel: string,
    args: readonly unknown[],
    senderFrame: SenderFrame | null,
  ): Promise<Reply> {
    this.heard.push({ channel, args })
    try {
      return {
        ok: true,
        value: await ipcMain.receive(channel, { sender: this, senderFrame }, args),
      }
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) }
    }
  }

  /**
   * For the test: a message as a page could send it that has been taken over; its frame is whatever
   * the test says.
   */
  forge(
    channel: string,
    args: readonly unknown[],
    frame: Partial<SenderFrame> | null = {},
  ): Promise<unknown> {
    return ipcMain.receive(channel, this.#as(frame), args)
  }

  forgeOneWay(
    channel: string,
    args: readonly unknown[],
    frame: Partial<SenderFrame> | null = {},
  ): void {
    ipcMain.hear(channel, this.#as(frame), args)
  }

  #as(frame: Partial<SenderFrame> | null): Sent {
    return {
      sender: this,
      senderFrame: frame && { url: this.#url, parent: null, isDestroyed: () => false, ...frame },
    }
  }

  /** Whether the program itself has asked for this page: nobody is asked then. */
  expects(url: string): boolean {
    return url === this.#url.replace(/#.*$/, '')
  }
  has(page: Page): boolean {
    return this.#page === page
  }

  /** What a page's own navigation meets; true if nobody holds it up. */
  wouldNavigate(url: string, isMainFrame: boolean): boolean {
    const any = navigation(url, isMainFrame)
    this.emit('will-frame-navigate', any)
    const main = navigation(url, isMainFrame)
    if (isMainFrame) this.emit('will-navigate', main)
    return !any.defaultPrevented && !main.defaultPrevented
  }

  /** Without a handler Electron opens a window; the double has none for it, so that is a fault. */
  wouldOpen(url: string): 'allow' | 'deny' {
    const action = this.#open?.({ url }).action ?? 'allow'
    if (action === 'allow') state.faults.push(`a page opened a window: ${url}`)
    return action
  }

  /** A printer that takes the page, or none: as the test says. */
  print(
    { silent }: { silent: boolean; printBackground: boolean; pageSize: 'A4' },
    done: (success: boolean) => void,
  ): void {
    if (!silent) state.faults.push('a page was printed with a question')
    printing.pages += 1
    done(printing.takes)
  }

  /** The browser's own print of the page. */
  async printToPDF({
    preferCSSPageSize,
    printBackground,
  }: {
    preferCSSPageSize: boolean
    printBackground: boolean
  }): Promise<Buffer> {
    return (await this.page()).pdf({ preferCSSPageSize, printBackground })
  }

  async page(): Promise<Page> {
    if (!this.#tab) throw new Error('nothing has been loaded')
    return (await this.#tab).page
  }

  end(): void {
    this.#ended = true
    this.session.contents.splice(this.session.contents.indexOf(this), 1)
    void this.#tab
      ?.then(
        ({ page }) => page.close(),
        () => undefined,
      )
      .catch(() => undefined)
  }
}
