/**
 * `ipcMain`: handlers and listeners, and how a message of a page reaches them. What comes in is
 * whatever a page, or a test in its stead, has sent.
 */
import { EventEmitter } from 'node:events'
import type { WebContents } from './contents.ts'
import { state } from './state.ts'

/** A frame as a handler sees its sender. */
export type SenderFrame = { url: string; parent: unknown; isDestroyed(): boolean }
export type Sent = { senderFrame: SenderFrame | null; sender: WebContents }
type Handler = (event: Sent, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** For the test: the channels that answer. */
  channels(): string[] {
    return [...this.#handlers.keys()]
  }

  /** Answers as the page would get it: a copy. Rejects as `ipcRenderer.invoke` does. */
  async receive(channel: string, event: Sent, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return structuredClone(await handler(event, ...args))
  }

  /**
   * Electron throws where nobody listens to a synchronous message only; one-way messages are lost.
   */
  hear(channel: string, event: Sent, args: readonly unknown[]): void {
    try {
      this.emit(channel, event, ...args)
    } catch (error) {
      state.faults.push(`a listener of ${channel} threw: ${String(error)}`)
    }
  }
}

export const ipcMain = new IpcMain()
