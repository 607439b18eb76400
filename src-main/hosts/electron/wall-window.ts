/**
 * The wall's window: on its own display, filling it; gone when the display goes, back when it
 * returns. It has no preload and no channel: it is the station's page over HTTP, in a profile of
 * its own.
 */
import type { BrowserWindow, Rectangle } from 'electron'
import type { Log } from '#main/core/ports.ts'
import {
  placeOf,
  samePlace,
  wallPlace,
  type WallPlace,
  type WallSetting,
} from './display-choice.ts'
import { displaysNow, mainDisplay } from './displays.ts'
import { keepAlive, type Keeper } from './recovery.ts'
import { makeWindow, showWhenDrawn } from './window-factory.ts'
import type { Program } from './window-options.ts'

export type WallOptions = {
  program: Program
  title(): string
  icon: string
  /** Null: the station is not served, so there is nothing to show. */
  address(fillsPanel: boolean): string | null
  setting(): WallSetting
  change(setting: WallSetting): void
  leaving(): boolean
  /** The wall has come, gone or moved. */
  changed(): void
  log: Log
  mono(): number
}

export type Wall = {
  /**
   * Brings the window where it belongs and its page to the language and theme of the settings, by
   * all of these as they are now.
   */
  update(): void
  place(): WallPlace
  stop(): void
}

const SAVE_AFTER = 500 // ms after the last move

type Open = {
  window: BrowserWindow
  keeper: Keeper
  place: NonNullable<WallPlace>
  shown: string | null
}

export function createWall(options: WallOptions): Wall {
  const { program, title, icon, address, setting, change, leaving, changed, log, mono } = options
  let open: Open | null = null

  function close(): void {
    const closing = open
    open = null
    closing?.keeper.stop()
    if (closing && !closing.window.isDestroyed()) closing.window.destroy()
  }

  function rememberPlace(window: BrowserWindow): void {
    let save: NodeJS.Timeout | undefined
    const later = (): void => {
      clearTimeout(save)
      save = setTimeout(() => {
        if (!window.isDestroyed() && !window.isMinimized())
          change({ ...setting(), bounds: window.getNormalBounds() })
      }, SAVE_AFTER)
    }
    window.on('move', later)
    window.on('resize', later)
    window.on('closed', () => clearTimeout(save))
  }

  function make(place: NonNullable<WallPlace>): Open {
    const kiosk = place.kind === 'kiosk'
    const bounds: Rectangle | undefined = kiosk
      ? place.display.bounds
      : placeOf(setting().bounds, displaysNow())
    const window = makeWindow('wall', { title: title(), icon, bounds, kiosk }, program)
    window.on('close', (event) => {
      if (leaving()) return
      event.preventDefault() // a wall that fills its display is put away by the menu only
      if (kiosk) return
      change({ ...setting(), windowed: false })
      update()
    })
    if (!kiosk) rememberPlace(window)
    const keeper = keepAlive({
      window,
      name: 'wall',
      address: () => address(kiosk) ?? 'about:blank',
      plain: null,
      showing: () => undefined,
      log,
      mono,
    })
    showWhenDrawn(window)
    keeper.load()
    return { window, keeper, place, shown: address(kiosk) }
  }

  /**
   * Its address says language and theme: where they have changed, the page is loaded anew, in the
   * window that stands.
   */
  function readdress(): void {
    const wanted = open && address(open.place.kind === 'kiosk')
    if (!open || wanted === open.shown) return
    open.shown = wanted
    open.keeper.load()
  }

  function update(): void {
    const place =
      address(false) === null ? null : wallPlace(displaysNow(), mainDisplay(), setting())
    if (open && open.window.isDestroyed()) close()
    if (samePlace(place, open?.place ?? null)) return readdress()
    close()
    if (place) open = make(place)
    log.info('wall-placed', {
      place: place?.kind ?? 'none',
      display: place?.kind === 'kiosk' ? place.display.label : null,
    })
    if (place?.kind === 'kiosk' && setting().display === null)
      // this one, from now on
      change({ ...setting(), display: { id: place.display.id, label: place.display.label } })
    changed()
  }

  return { update, place: () => open?.place ?? null, stop: close }
}
