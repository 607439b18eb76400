/**
 * `Notification`: kept for the spec to read and click. The desktop shows it, refuses it, or says
 * nothing at all, as the test wants.
 */
import { EventEmitter } from 'node:events'
import { happening } from './state.ts'

export type Manner = 'shows' | 'refuses' | 'says nothing'

export class Notification extends EventEmitter {
  static readonly all: Notification[] = []
  static manner: Manner = 'shows'
  static supported = true
  static isSupported(): boolean {
    return Notification.supported
  }

  readonly options: Electron.NotificationConstructorOptions
  closed = false

  constructor(options: Electron.NotificationConstructorOptions) {
    super()
    this.options = options
    Notification.all.push(this)
  }

  show(): void {
    const { manner } = Notification
    setImmediate(() => {
      if (manner === 'shows') this.emit('show', happening())
      if (manner === 'refuses') this.emit('failed', happening(), 'refused by the desktop')
    })
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    setImmediate(() => this.emit('close', happening()))
  }

  /** For the test: somebody clicks it. */
  click(): void {
    this.emit('click', happening())
  }
}
