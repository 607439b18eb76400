/**
 * How large the text of a wall has to be, from its panel and the distance of its farthest reader,
 * and what of that cannot be kept: a size too small to be read, or too large for the panel. The one
 * arithmetic of the wall itself, of the dialog that sets it up, and of the station.
 */
import { holds } from './holds.ts'

/**
 * The size of a wall as its address or its name gives it. unit: CSS px a unit, given outright;
 * distance: the farthest reader, m; panel: width of its picture, mm; unread: parameters that are
 * there and no number above 0.
 */
export type AskedSize = {
  unit: number | null
  distance: number | null
  panel: number | null
  unread: readonly string[]
}

/**
 * Text for `distance` (m) does not fit: there the smallest needs `needs` mm, the panel has room for
 * `letter` mm, and so is read from `metres` at the most.
 */
export type FarFault = {
  kind: 'far'
  distance: number
  letter: number
  needs: number
  metres: number
}

/**
 * What was wrong with an asked size. unread: a parameter is no number above 0. half: distance
 * without width, or width without distance. small, large: the unit was not taken, since under
 * `least` it is too small to read, over `most` it does not fit.
 */
export type SizeFault =
  | { kind: 'unread'; name: string }
  | { kind: 'half' }
  | { kind: 'small'; least: number }
  | { kind: 'large'; most: number }
  | FarFault

export type WallLanguage = 'zh' | 'en'

const WIDE = 1_920
const HIGH = 1_080
/** Minutes of arc to a radian: the small angle of a letter is its height over its distance. */
const MINUTES = 3_438
/**
 * 51 units are the Chinese of running text at 25′, of whose em a character fills 0.92: the height
 * for reading at ease, since strokes cost 0.25′ each over the 20′ of ISO 9241-303.
 */
const UNITS = 51
const ARC = 25
const BODY = 0.92
/**
 * The smallest text of all, in units: a Chinese character of 45 at 0.92 of its em (22′ at the
 * reader), a capital letter of 43 at 0.70 (16′, the least that ISO 9241-303 allows).
 */
const SMALLEST = { zh: 45 * BODY, en: 43 * 0.7 } as const
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

/** mm a unit for a reader so many metres away, and the reverse. */
const forDistance = (metres: number): number => (metres * 1_000 * ARC) / MINUTES / BODY / UNITS
const distanceOf = (mm: number): number => (mm * BODY * UNITS * MINUTES) / ARC / 1_000

/** To `parts` of a whole, by `round`; what a float adds at its end counts for nothing. */
const rounded = (number: number, parts: number, round: (number: number) => number): number =>
  round(Number((number * parts).toFixed(6))) / parts

/** `most`: of the panel, mm a unit. */
const farFault = (distance: number, most: number, language: WallLanguage): FarFault => ({
  kind: 'far',
  distance,
  letter: rounded(most * SMALLEST[language], 10, Math.floor),
  needs: rounded(forDistance(distance) * SMALLEST[language], 10, Math.ceil),
  metres: rounded(distanceOf(most), 10, Math.floor),
})

/**
 * The unit (CSS px) of a picture of `width` by `height` CSS px: the asked one, else that of the
 * reader's distance and the panel's width, never smaller than what fills the panel nor larger than
 * what it holds. A wall never fails for its size: what is refused is told, and it goes on with the
 * nearest that can be read.
 */
export function calibrated(
  width: number,
  height: number,
  { unit, distance, panel, unread }: AskedSize,
  language: WallLanguage = 'zh',
): { unit: number; fault: SizeFault | null } {
  const least = fillingOf(width, height)
  const most = largestOf(width, height)
  const [name] = unread
  const misread: SizeFault | null = name === undefined ? null : { kind: 'unread', name }
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
  const pitch = panel / width // mm a CSS px
  const byDistance = forDistance(distance) / pitch
  return byDistance > most
    ? { unit: most, fault: farFault(distance, most * pitch, language) }
    : { unit: Math.max(least, byDistance), fault: misread }
}

/** The picture of a panel as it hangs, without its frame, mm. */
export type Panel = { width: number; height: number }

/**
 * What is read on a panel. unit: mm; letter: height of the smallest text, mm, and its angle at the
 * reader in minutes of arc (`arc`), of which it needs `floor`; metres: how far it is read with
 * text of that size; most: how far with the largest that it holds.
 */
export type WallReading = {
  unit: number
  letter: number
  arc: number
  floor: number
  metres: number
  most: number
}

/** By the distance (m) of the farthest reader; null: text that fills the panel. */
export function readingOf(
  { width, height }: Panel,
  distance: number | null,
  language: WallLanguage,
): WallReading & { fault: FarFault | null } {
  // the panel in mm is a picture with a CSS px a mm
  const size = { unit: null, distance, panel: distance === null ? null : width, unread: [] }
  const { unit, fault } = calibrated(width, height, size, language)
  const letter = unit * SMALLEST[language]
  const metres = rounded(distanceOf(unit), 10, Math.floor)
  const at = distance ?? metres
  return {
    unit,
    letter: rounded(letter, 10, Math.round),
    arc: rounded((letter * MINUTES) / (at * 1_000), 1, Math.floor),
    floor: { zh: 22, en: 16 }[language],
    metres,
    most: rounded(distanceOf(largestOf(width, height)), 10, Math.floor),
    fault: fault?.kind === 'far' ? fault : null,
  }
}
