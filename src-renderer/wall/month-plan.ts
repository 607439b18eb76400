/**
 * Decides what of the month fits into a room: how many lines of categories, whether the figures
 * stand beside them, whether the calendar and the hours stand below or beside. In units; the same
 * sums as in the styles of MonthPage.vue and MonthStrips.vue. Text keeps its size: what has no room
 * is left out.
 */
import type { Room } from './use-room.ts'

/** `pitch`: from one day or hour to the next. `stacked`: the hours stand below the calendar. */
export type StripsPlan = {
  place: 'below' | 'beside'
  stacked: boolean
  pitch: number
  hour: number
}
/**
 * `rows`: lines of the table. `figures`: limits, reminders and first step; `compared`: each with
 * what it was before. Null where there is no room for strips.
 */
export type MonthPlan = {
  rows: number
  figures: 'beside' | 'below' | 'none'
  compared: boolean
  strips: StripsPlan | null
}

export const ROW = 54
export const HEAD = 56 // of the table
export const LINE = 64 // of the sentence
const GAP = 24
export const EDGE = 8 // below all of it, for the tails of letters
const FIGURE = 68 // one of them on a line
const COMPARED = 122 // with a line below it
export const FIGURES_WIDTH = 600
const MOST_ROWS = 8
const LEAST_ROWS = 2

export const WEEKS = 57
const HOURS = 24
const DAYS = 7
/** Title above a strip, names below it. */
export const STRIP_TEXT = 52
/** Names of weekdays at the left of a strip. */
export const WEEKDAY = { zh: 108, en: 104 } as const

/** So many units of the wall as a length of CSS. */
export const units = (count: number): string => `calc(${count} * var(--u))`
const LEAST_PITCH = 14
const MOST_PITCH = 30
/** So wide that all stands side by side. */
const WIDE = 3_400
const BESIDE = 1_400
const TABLE = 1_240

const stripHeight = (pitch: number): number => 2 * STRIP_TEXT + DAYS * pitch

/** Both side by side in one line of `width`, at most so high. */
function inLine(width: number, height: number, lang: 'zh' | 'en'): StripsPlan | null {
  const across = (width - 2 * WEEKDAY[lang] - 2 * GAP) / (WEEKS + HOURS)
  const pitch = Math.floor(Math.min(across, (height - 2 * STRIP_TEXT) / DAYS, MOST_PITCH))
  return pitch < LEAST_PITCH ? null : { place: 'below', stacked: false, pitch, hour: pitch }
}

/** One below the other. */
function stacked(width: number, height: number, lang: 'zh' | 'en'): StripsPlan | null {
  const room = width - WEEKDAY[lang]
  const pitch = Math.floor(Math.min(room / WEEKS, MOST_PITCH))
  const hour = Math.floor(Math.min(room / HOURS, MOST_PITCH))
  const fits = pitch >= LEAST_PITCH && stripHeight(pitch) + stripHeight(hour) <= height
  return fits ? { place: 'below', stacked: true, pitch, hour } : null
}

const heightOf = ({ stacked: isStacked, pitch, hour }: StripsPlan): number =>
  GAP + (isStacked ? stripHeight(pitch) + stripHeight(hour) : stripHeight(pitch))

/**
 * `lines`: of the sentence above; `categories`: how many there are to be shown; `lang` says how
 * wide the names of weekdays are.
 */
export function monthPlan(
  { width, height }: Room,
  { lines, categories }: { lines: number; categories: number },
  lang: 'zh' | 'en',
): MonthPlan {
  const room = height - lines * LINE - EDGE
  const most = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, categories))
  const table = (rows: number): number => HEAD + rows * ROW
  const rowsIn = (left: number): number =>
    Math.max(1, Math.min(most, Math.floor((left - HEAD) / ROW)))

  if (width >= WIDE) {
    const strips = inLine(width - TABLE - FIGURES_WIDTH - 3 * GAP, room, lang)
    return {
      rows: rowsIn(room),
      figures: 'beside',
      compared: room >= 3 * COMPARED,
      strips: strips && { ...strips, place: 'beside' },
    }
  }
  const isBeside = width >= BESIDE
  const figuresBelow = isBeside ? 0 : 3 * FIGURE + GAP
  const hasFigures = isBeside || room - figuresBelow >= table(1)
  const above = hasFigures ? figuresBelow : 0
  const least = table(LEAST_ROWS) + above
  const strips = isBeside
    ? inLine(width, room - Math.max(least, 3 * FIGURE) - GAP, lang)
    : stacked(width, room - least - GAP, lang)
  const left = room - (strips ? heightOf(strips) : 0)
  return {
    rows: rowsIn(left - above),
    figures: hasFigures ? (isBeside ? 'beside' : 'below') : 'none',
    compared: isBeside && left >= 3 * COMPARED,
    strips,
  }
}
