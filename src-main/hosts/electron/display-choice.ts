/**
 * Which display bears the wall, and where a window may stand. Pure: the displays are handed in as
 * they are now.
 */
import type { Rectangle } from 'electron'

export type Screen = { id: number; label: string; bounds: Rectangle }
/**
 * What is remembered of a display. Its id may change when the machine starts anew; then its name
 * helps.
 */
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

/** The remembered display if it is there, by id, else by its name if only one has it. */
function found(displays: readonly Screen[], { id, label }: Remembered): Screen | null {
  const sameId = displays.find((display) => display.id === id)
  if (sameId) return sameId
  const named = displays.filter((display) => label !== '' && display.label === label)
  return named.length === 1 ? (named[0] ?? null) : null
}

export type WallPlace = { kind: 'kiosk'; display: Screen } | { kind: 'window' } | null

/**
 * Where the wall belongs now. Its display was chosen once and is waited for: another one is not
 * taken in its stead, since a dispatcher may be working there. Without a choice it is the first
 * display that is not `mainId`. With one display only there is no wall but a windowed one.
 */
export function wallPlace(
  displays: readonly Screen[],
  mainId: number,
  setting: WallSetting,
): WallPlace {
  if (setting.kiosk && displays.length > 1) {
    const display = setting.display
      ? found(displays, setting.display)
      : displays.find(({ id }) => id !== mainId)
    if (display) return { kind: 'kiosk', display }
  }
  return setting.windowed ? { kind: 'window' } : null
}

export const samePlace = (one: WallPlace, other: WallPlace): boolean => {
  if (one?.kind === 'kiosk' && other?.kind === 'kiosk')
    return (
      one.display.id === other.display.id && sameBounds(one.display.bounds, other.display.bounds)
    )
  return one?.kind === other?.kind
}

const sameBounds = (one: Rectangle, other: Rectangle): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height

/** Enough of a window to get hold of its title bar (px). */
const GRIP = { width: 160, height: 48 }

const overlap = (from: number, size: number, low: number, extent: number): number =>
  Math.min(from + size, low + extent) - Math.max(from, low)

/**
 * The remembered place of a window, or undefined (the system's own choice) if none of the displays
 * shows enough of it.
 */
export function placeOf(
  bounds: Rectangle | null | undefined,
  displays: readonly Screen[],
): Rectangle | undefined {
  const seen =
    bounds &&
    displays.some(
      ({ bounds: on }) =>
        overlap(bounds.x, bounds.width, on.x, on.width) >= GRIP.width &&
        overlap(bounds.y, GRIP.height, on.y, on.height) >= GRIP.height,
    )
  return seen ? bounds : undefined
}
