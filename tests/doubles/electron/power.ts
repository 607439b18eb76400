/**
 * `powerMonitor` and `powerSaveBlocker`: the machine goes to sleep, and the desktop ends what keeps
 * it awake, when a test says so.
 */
import { EventEmitter } from 'node:events'

export const powerMonitor = new EventEmitter()

class PowerSaveBlocker {
  readonly started: string[] = []
  #running = new Set<number>()

  start(type: string): number {
    this.started.push(type)
    this.#running.add(this.started.length)
    return this.started.length
  }
  stop(id: number): boolean {
    return this.#running.delete(id)
  }
  isStarted(id: number): boolean {
    return this.#running.has(id)
  }
  /** For the test. */
  running(): number {
    return this.#running.size
  }
  expire(): void {
    this.#running.clear()
  }
}

export const powerSaveBlocker = new PowerSaveBlocker()
