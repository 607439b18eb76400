/**
 * Works out the unit of a wall from its address, and says what of the address cannot be kept: a
 * size too small to be read, or too large for the panel. CSS px come in, and go out.
 */
import { holds } from './density.ts'
import type { WallParams } from './params.ts'

type Size = Pick<WallParams, 'unit' | 'distance' | 'panel' | 'unread'>

/**
 * What was wrong with the sizes of an address. unread: a parameter is no number above 0. half:
 * distance without width, or width without distance. small, large: the unit was not taken, since
 * under `least` it is too small to read, over `most` it does not fit. far: text for that distance
 * does not fit; it can be read from `metres` at the most.
 */
export type AddressFault =
  | { kind: 'unread'; name: string }
  | { kind: 'half' }
  | { kind: 'small'; least: number }
  | { kind: 'large'; most: number }
  | { kind: 'far'; metres: number }

const WIDE = 1_920
const HIGH = 1_080
/**
 * 51 units are Chinese text at 25 arc minutes; 0.92 is the share of the em that a
 * character fills.
 */
const UNITS = 51
const ARC = 25 / 3_438
const BODY = 0.92
const STEP = 1.01

/** The unit that fills a panel: near readers get a poster, not a table. */
const fillingOf = (width: number, height: number): number =>
  Math.min(Math.max(width, height) / WIDE, Math.min(width, height) / HIGH)

/** The largest unit with which a panel still holds a page. */
function largestOf(width: number, height: number): number {
  let unit = fillingOf(width, height)
  while (holds(width / (unit * STEP), height / (unit * STEP))) unit *= STEP
  return unit
}

/** `pitch`: mm a CSS px. */
const forDistance = (metres: number, pitch: number): number =>
  (metres * 1_000 * ARC) / pitch / BODY / UNITS
const distanceOf = (unit: number, pitch: number): number =>
  (unit * pitch * BODY * UNITS) / 1_000 / ARC

/** To `parts` of one, towards what is still allowed. */
const rounded = (number: number, parts: number, round: (number: number) => number): number =>
  round(Number((number * parts).toFixed(6))) / parts

/**
 * The unit given outright, else that of the reader's distance and the panel's width, never smaller
 * than what fills the panel nor larger than what it holds. A wall never fails for its address: what
 * is refused is said, and the wall goes on with the nearest that can be read.
 */
export function calibrated(
  width: number,
  height: number,
  { unit, distance, panel, unread }: Size,
): { unit: number; fault: AddressFault | null } {
  const least = fillingOf(width, height)
  const most = largestOf(width, height)
  const [name] = unread
  const misread: AddressFault | null = name === undefined ? null : { kind: 'unread', name }
  if (unit !== null) {
    if (unit < least)
      return { unit: least, fault: { kind: 'small', least: rounded(least, 100, Math.ceil) } }
    if (unit > most)
      return { unit: most, fault: { kind: 'large', most: rounded(most, 100, Math.floor) } }
    return { unit, fault: misread }
  }
  if (distance === null || panel === null) {
    const isHalf = distance !== null || panel !== null
    return { unit: least, fault: misread ?? (isHalf ? { kind: 'half' } : null) }
  }
  const pitch = panel / width
  const byDistance = forDistance(distance, pitch)
  return byDistance > most
    ? {
        unit: most,
        fault: { kind: 'far', metres: rounded(distanceOf(most, pitch), 10, Math.floor) },
      }
    : { unit: Math.max(least, byDistance), fault: misread }
}
