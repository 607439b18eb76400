/**
 * Runs in a page before its own scripts: the preload with a `require` that knows nothing but
 * contextBridge and ipcRenderer, and the bolts that a browser lacks. These functions are sent to
 * the page as text: they use nothing from outside themselves.
 */

export type Message =
  | { kind: 'invoke' | 'send'; channel: string; args: unknown[] }
  | { kind: 'exposed'; at: string; type: string }
  | { kind: 'leak'; at: string; what: string }
  | { kind: 'fault'; what: string }
  | { kind: 'open' | 'navigate'; url: string }
export type Reply = { ok: true; value: unknown } | { ok: false; message: string }

/**
 * Windows of the page's own are asked for, never opened; where no request would show it, a
 * navigation is asked for, too.
 */
export function bolts(tell: (message: Message) => unknown): void {
  window.open = (url) => {
    tell({ kind: 'open', url: String(new URL(String(url ?? 'about:blank'), location.href)) })
    return null
  }
  navigation?.addEventListener('navigate', (event) => {
    const { url, sameDocument } = event.destination
    if (sameDocument || /^https?:/.test(url) || !event.cancelable || event.downloadRequest !== null)
      return
    event.preventDefault()
    tell({ kind: 'navigate', url })
  })
}

/**
 * `run` is the preload's text as a CommonJS module. `mailbox` is the name under which the main
 * process reaches its listeners.
 */
export function preloaded(
  tell: (message: Message) => Promise<Reply>,
  run: (require: unknown, module: unknown, exports: unknown) => void,
  mailbox: string,
): void {
  type Any = (...args: unknown[]) => unknown
  class IpcRendererEvent {}
  const listeners = new Map<string, Set<Any>>()
  // refuses what cannot cross, with Electron's own words
  const pass = (args: unknown[]): unknown[] => structuredClone(args)

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const reply = await tell({ kind: 'invoke', channel, args: pass(args) })
      if (reply.ok) return reply.value
      throw new Error(`Error invoking remote method '${channel}': ${reply.message}`)
    },
    send: (channel: string, ...args: unknown[]) =>
      void tell({ kind: 'send', channel, args: pass(args) }),
    sendSync: () => void tell({ kind: 'fault', what: 'ipcRenderer.sendSync' }),
    on(channel: string, listener: Any) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: Any) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const rendererParts = new Set<unknown>(Object.values(ipcRenderer))

  /**
   * What crosses is a copy; a function becomes one that copies what it is given and what it
   * answers.
   */
  function cross(value: unknown, at: string): unknown {
    const leak = (what: string): object => {
      void tell({ kind: 'leak', at, what })
      return {}
    }
    if (value === ipcRenderer || rendererParts.has(value)) return leak('ipcRenderer')
    if (value instanceof IpcRendererEvent) return leak('event')
    if (typeof value === 'function')
      return (...args: unknown[]) =>
        cross((value as Any)(...args.map((arg, n) => cross(arg, `${at}(${n})`))), `${at}()`)
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise)
      return value.then(
        (result) => cross(result, at),
        (error: unknown) =>
          Promise.reject(new Error(error instanceof Error ? error.message : String(error))),
      )
    if (Array.isArray(value)) return value.map((item, n) => cross(item, `${at}[${n}]`))
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) return structuredClone(value)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, cross(item, `${at}.${key}`)]),
    )
  }

  function freeze(value: unknown, at: string): unknown {
    void tell({ kind: 'exposed', at, type: typeof value })
    if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) freeze(item, `${at}.${key}`)
    return Object.freeze(value)
  }

  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in window)
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, name, {
        value: freeze(cross(api, name), name),
        enumerable: true,
      })
    },
  }

  function deliver(channel: string, args: unknown[]): void {
    for (const listener of [...(listeners.get(channel) ?? [])])
      try {
        listener(new IpcRendererEvent(), ...args)
      } catch (error) {
        reportError(error)
      }
  }
  Object.defineProperty(window, mailbox, { value: deliver })

  const module = { exports: {} }
  run(
    (name: string) => {
      if (name === 'electron') return { contextBridge, ipcRenderer }
      throw new Error(`module not found: ${name}`)
    },
    module,
    module.exports,
  )
}

/**
 * The whole of it as one script. `line` is the binding that leads to the main process; it is taken
 * away before any script of the page runs.
 */
export function pageScript(line: string, mailbox: string, preload: string | null): string {
  const shim =
    preload === null
      ? ''
      : `(${preloaded.toString()})(tell, function (require, module, exports) {\n${preload}\n}, ${JSON.stringify(mailbox)});`
  return `{
    const tell = globalThis[${JSON.stringify(line)}]
    delete globalThis[${JSON.stringify(line)}]
    if (window.top === window) {
      ;(${bolts.toString()})(tell);
      ${shim}
    }
  }`
}
