/**
 * `session`: a profile is a browser context of its own; its guards and protocols decide on every
 * request of its pages.
 */
import { EventEmitter } from 'node:events'
import type { BrowserContext } from 'playwright-core'
import type { WebContents } from './contents.ts'
import { lead } from './network.ts'
import { happening, needsReady, state } from './state.ts'

type Handler = (request: Request) => Response | Promise<Response>
type RequestListener = (
  details: { url: string; resourceType: string },
  answer: (response: { cancel?: boolean }) => void,
) => void
type Details = { requestingUrl: string; isMainFrame: boolean }
type PermissionRequest = (
  contents: WebContents | null,
  permission: string,
  answer: (granted: boolean) => void,
  details: Details,
) => void
type PermissionCheck = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: object,
) => boolean

class Protocol {
  readonly handlers = new Map<string, Handler>()
  handle(scheme: string, handler: Handler): void {
    if (this.handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been handled`)
    this.handlers.set(scheme, handler)
  }
}

class WebRequest {
  #listener: RequestListener | null = null
  onBeforeRequest(listener: RequestListener | null): void {
    this.#listener = listener
  }
  /** Whether the program refuses this load; without a listener everything goes through. */
  cancels(url: string, resourceType = 'other'): boolean {
    let cancel = false
    this.#listener?.({ url, resourceType }, (response) => {
      cancel = response.cancel ?? false
    })
    return cancel
  }
}

export class Session extends EventEmitter {
  readonly partition: string
  readonly protocol = new Protocol()
  readonly webRequest = new WebRequest()
  readonly contents: WebContents[] = []
  /** What pages wanted to save, and whether the program held it up. */
  readonly downloaded: { url: string; stopped: boolean }[] = []
  #request: PermissionRequest | null = null
  #check: PermissionCheck | null = null
  #device: ((details: object) => boolean) | null = null
  #display: ((request: object, answer: (streams: object) => void) => void) | null = null
  #context: Promise<BrowserContext> | null = null

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#request = handler
  }
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#check = handler
  }
  setDevicePermissionHandler(handler: ((details: object) => boolean) | null): void {
    this.#device = handler
  }
  setDisplayMediaRequestHandler(
    handler: ((request: object, answer: (streams: object) => void) => void) | null,
  ): void {
    this.#display = handler
  }

  /**
   * For the test: what a page would be answered. Without a handler Electron grants everything, and
   * so does this.
   */
  asks(permission: string, details: Details): boolean {
    let granted = this.#request === null
    this.#request?.(
      null,
      permission,
      (answer) => {
        granted = answer
      },
      details,
    )
    return granted
  }
  checks(permission: string, origin: string): boolean {
    return this.#check?.(null, permission, origin, {}) ?? true
  }
  givesDevice(details: object): boolean {
    return this.#device?.(details) ?? true
  }
  sharesScreen(): boolean {
    let shared = this.#display === null
    this.#display?.({}, (streams) => {
      shared = Object.keys(streams).length > 0
    })
    return shared
  }

  /** Tells the program of a download; true if it holds it up. */
  downloads(url: string): boolean {
    const event = happening()
    this.emit('will-download', event, { getURL: () => url }, this.contents[0])
    this.downloaded.push({ url, stopped: event.defaultPrevented })
    return event.defaultPrevented
  }

  /** The browser's own profile, made at its first page. */
  context(): Promise<BrowserContext> {
    return (this.#context ??= this.#open())
  }

  async #open(): Promise<BrowserContext> {
    if (!state.browser) throw new Error('no browser was given to the double')
    const context = await state.browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      colorScheme: 'dark',
      bypassCSP: state.bypassPolicy,
    })
    for (const script of state.everyPage) await context.addInitScript({ content: script })
    await context.route('**/*', (route) => lead(this, route))
    return context
  }

  async end(): Promise<void> {
    await (await this.#context?.catch(() => null))?.close()
  }
}

const defaultProfile = new Session('')
export const partitions = new Map<string, Session>([['', defaultProfile]])

export const session = {
  get defaultSession(): Session {
    needsReady('Session can only be received when app is ready: defaultSession')
    return defaultProfile
  },
  fromPartition(partition: string): Session {
    needsReady('Session can only be received when app is ready: fromPartition')
    const known = partitions.get(partition) ?? new Session(partition)
    partitions.set(partition, known)
    return known
  },
}
