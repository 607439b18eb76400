/** `screen`: displays that a test plugs in and pulls out. */
import { EventEmitter } from 'node:events'
import { happening, needsReady } from './state.ts'

export type Display = { id: number; label: string; bounds: Electron.Rectangle }

class Screen extends EventEmitter {
  #displays: Display[] = [
    { id: 1, label: 'desk', bounds: { x: 0, y: 0, width: 1920, height: 1080 } },
  ]

  getAllDisplays(): Display[] {
    needsReady('The `screen` module cannot be used')
    return [...this.#displays]
  }
  getPrimaryDisplay(): Display {
    needsReady('The `screen` module cannot be used')
    return this.#displays[0]!
  }

  /** For the test. */
  plug(display: Display): void {
    this.#displays.push(display)
    this.emit('display-added', happening(), display)
  }
  pull(id: number): void {
    const gone = this.#displays.find((display) => display.id === id)
    this.#displays = this.#displays.filter((display) => display !== gone)
    this.emit('display-removed', happening(), gone)
  }
  resize(id: number, bounds: Electron.Rectangle): void {
    this.#displays = this.#displays.map((display) =>
      display.id === id ? { ...display, bounds } : display,
    )
    this.emit(
      'display-metrics-changed',
      happening(),
      this.#displays.find((display) => display.id === id),
      ['bounds'],
    )
  }
}

export const screen = new Screen()
