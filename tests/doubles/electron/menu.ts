/** `Menu` and `Tray`: what they offer, for the spec to read and choose from. */
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { needsReady } from './state.ts'

type Template = Electron.MenuItemConstructorOptions

export class Menu {
  static shown: Menu | null = null
  static setApplicationMenu(menu: Menu | null): void {
    Menu.shown = menu
  }
  static buildFromTemplate(template: readonly Template[]): Menu {
    return new Menu(template)
  }

  readonly template: readonly Template[]
  constructor(template: readonly Template[]) {
    this.template = template
  }

  /** For the test: the item of that label, in whichever submenu. Fails if there is none. */
  item(label: string | RegExp): Template {
    const search = (items: readonly Template[]): Template[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? search(item.submenu) : [])])
    const entry = search(this.template).find((item) =>
      typeof label === 'string' ? item.label === label : label.test(item.label ?? ''),
    )
    if (!entry)
      throw new Error(
        `no such item: ${String(label)} in ${search(this.template)
          .map((item) => item.label)
          .join(', ')}`,
      )
    return entry
  }

  choose(label: string | RegExp): void {
    ;(this.item(label).click as (() => void) | undefined)?.()
  }
}

export class Tray extends EventEmitter {
  static readonly all: Tray[] = []
  /** A desktop without a place for it. */
  static possible = true
  menu: Menu | null = null
  tip = ''
  destroyed = false

  constructor(image: string) {
    super()
    needsReady('Cannot create Tray')
    if (!Tray.possible || !existsSync(image))
      throw new Error(`Failed to load image from path '${image}'`)
    Tray.all.push(this)
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu
  }
  setToolTip(tip: string): void {
    this.tip = tip
  }
  destroy(): void {
    this.destroyed = true
  }
}
