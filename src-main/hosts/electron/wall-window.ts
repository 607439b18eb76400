/**
 * Opens the wall's window on its own display, closes it when the display goes, and opens it again
 * when the display returns. It loads the station's page over HTTP in a profile of its own, without
 * preload and channel.
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
import { keepPageAlive, type PageKeeper } from './recovery.ts'
import { makeWindow, showWhenDrawn } from './window-factory.ts'
import type { Program } from './window-options.ts'

export type WallOptions = {
  program: Program
  title(): string
  icon: string
  /** Null: the station is not served over HTTP. */
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
  /** Brings window and page to displays, language and theme as they are now. */
  update(): void
  place(): WallPlace
  stop(): void
}

const SAVE_AFTER = 500 // ms after the last move

type Open = {
  window: BrowserWindow
  keeper: PageKeeper
  place: NonNullable<WallPlace>
  shown: string | null
}

/** Its process was gone so often within so long (ms): the page itself may know nothing of it. */
const FALLS = 3
const WITHIN = 60_000

/** Whether the wall's page has fallen so often just now that its safe page has to stand in. */
function countsFalls({ webContents }: BrowserWindow, mono: () => number): () => boolean {
  let falls: number[] = []
  const recent = (): number[] => (falls = falls.filter((at) => mono() - at < WITHIN))
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') falls = [...recent(), mono()]
  })
  return () => recent().length >= FALLS
}

/** The safe page tries the face again by itself (src-renderer/wall/falls.ts). */
function withSafePage(address: string, isFalling: boolean): string {
  if (!isFalling) return address
  const url = new URL(address)
  url.searchParams.set('safe', '1')
  return url.href
}

export function createWall(options: WallOptions): Wall {
  const {
    program,
    title,
    icon,
    address,
    setting,
    change,
    leaving,
    changed: onChange,
    log,
    mono,
  } = options
  let current: Open | null = null

  function close(): void {
    const closing = current
    current = null
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

  function openWindow(place: NonNullable<WallPlace>): Open {
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
    const isFalling = countsFalls(window, mono)
    const keeper = keepPageAlive({
      window,
      name: 'wall',
      address: () => withSafePage(address(kiosk) ?? 'about:blank', isFalling()),
      plain: null,
      showing: () => undefined,
      log,
      mono,
    })
    showWhenDrawn(window)
    keeper.load()
    return { window, keeper, place, shown: address(kiosk) }
  }

  /** The address carries language and theme: a change of them loads the page again. */
  function reloadIfChanged(): void {
    const latest = current && address(current.place.kind === 'kiosk')
    if (!current || latest === current.shown) return
    current.shown = latest
    current.keeper.load()
  }

  function update(): void {
    const place =
      address(false) === null ? null : wallPlace(displaysNow(), mainDisplay(), setting())
    if (current && current.window.isDestroyed()) close()
    if (samePlace(place, current?.place ?? null)) return reloadIfChanged()
    close()
    if (place) current = openWindow(place)
    log.info('wall-placed', {
      place: place?.kind ?? 'none',
      display: place?.kind === 'kiosk' ? place.display.label : null,
    })
    if (place?.kind === 'kiosk' && setting().display === null)
      // the first display that shows the wall is its display from now on
      change({ ...setting(), display: { id: place.display.id, label: place.display.label } })
    onChange()
  }

  return { update, place: () => current?.place ?? null, stop: close }
}
