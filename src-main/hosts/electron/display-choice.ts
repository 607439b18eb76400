/**
 * Chooses the display that bears the wall, and the place of a window, among the displays of now.
 */
import type { Rectangle } from 'electron'

export type Screen = { id: number; label: string; bounds: Rectangle }
/** A display in the settings. Its id may change when the machine restarts; then its name helps. */
export type Remembered = { id: number; label: string }
export type WallSetting = {
  display: Remembered | null
  kiosk: boolean
  windowed: boolean
  bounds: Rectangle | null
}

export const NO_WALL_SETTING: WallSetting = {
  display: null,
  kiosk: true,
  windowed: false,
  bounds: null,
}

/** The remembered display among these, by id, else by its name if no other has the same. */
function rememberedDisplay(displays: readonly Screen[], { id, label }: Remembered): Screen | null {
  const sameId = displays.find((display) => display.id === id)
  if (sameId) return sameId
  const named = displays.filter((display) => label !== '' && display.label === label)
  return named.length === 1 ? (named[0] ?? null) : null
}

export type WallPlace = { kind: 'kiosk'; display: Screen } | { kind: 'window' } | null

/**
 * The place of the wall as of now. A display that was chosen once is waited for: another is never
 * taken instead, since a dispatcher may be working there. Without a choice it is the first display
 * that is not `mainId`. With one display only, the wall is windowed or absent.
 */
export function wallPlace(
  displays: readonly Screen[],
  mainId: number,
  setting: WallSetting,
): WallPlace {
  if (setting.kiosk && displays.length > 1) {
    const display = setting.display
      ? rememberedDisplay(displays, setting.display)
      : displays.find(({ id }) => id !== mainId)
    if (display) return { kind: 'kiosk', display }
  }
  return setting.windowed ? { kind: 'window' } : null
}

export const samePlace = (a: WallPlace, b: WallPlace): boolean => {
  if (a?.kind === 'kiosk' && b?.kind === 'kiosk')
    return a.display.id === b.display.id && sameBounds(a.display.bounds, b.display.bounds)
  return a?.kind === b?.kind
}

const sameBounds = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** The part of a window by which its title bar can be gripped (px). */
const GRIP = { width: 160, height: 48 }

const overlap = (from: number, size: number, low: number, extent: number): number =>
  Math.min(from + size, low + extent) - Math.max(from, low)

/**
 * The remembered place of a window, or undefined (the system's own choice) if no display shows
 * enough of it.
 */
export function placeOf(
  bounds: Rectangle | null | undefined,
  displays: readonly Screen[],
): Rectangle | undefined {
  const isReachable =
    bounds &&
    displays.some(
      ({ bounds: display }) =>
        overlap(bounds.x, bounds.width, display.x, display.width) >= GRIP.width &&
        overlap(bounds.y, GRIP.height, display.y, display.height) >= GRIP.height,
    )
  return isReachable ? bounds : undefined
}
