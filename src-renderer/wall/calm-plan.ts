/**
 * Decides what of a calm wall fits into its room, in units: the answer always stands there, then
 * who is there, then what comes due, and what is left goes to what has changed and to the month.
 * The same sums as in the styles of CalmPage.vue and its parts.
 */
import type { Density, Shape } from '#shared/domain/walls/density.ts'
import { EDGE, LINE as SENTENCE } from './month-plan.ts'
import type { Room } from './use-room.ts'

/** `halves`: so wide that the month stands beside, and needs no turn of its own. */
export type CalmForm = 'lying' | 'upright' | 'far' | 'halves'

const HALVES_FROM = 3_000

export function calmForm(across: number, shape: Shape, density: Density): CalmForm {
  if (density !== 'full') return 'far'
  if (shape === 'portrait') return 'upright'
  return across >= HALVES_FROM ? 'halves' : 'lying'
}

/**
 * `posts`: how many, in `columns` side by side or a line each. `days`: since the last incident.
 * `changed`: the sentence of what has happened. `month`: it has room for its turn, of a sentence at
 * the least.
 */
export type CalmPlan = {
  days: boolean
  columns: boolean
  posts: number
  dates: number
  changed: boolean
  band: boolean
  month: boolean
}

type Needs = { lines: number; posts: number; dates: number }

const ANSWER = { lying: 204, upright: 254, far: 200, halves: 204 } as const
/** Upright the lines stand below the answer. */
const LINE = 62
const COLUMNS = 188
/** A line of a post or of a date. */
const ROW = { lying: 72, upright: 88, far: 72, halves: 96 } as const
const CHANGED = { lying: 66, upright: 124, far: 66, halves: 66 } as const
const BAND = { lying: 140, upright: 312, far: Infinity, halves: Infinity } as const
const MOST_DATES = 4
/** Fewer are shown only where there is no room for them without the month. */
const LEAST_DATES = 2
const MOST_COLUMNS = 4
const MOST_ROWS = 5
/** Beside the answer and what lacks there is room for the days since. */
const DAYS_FROM = 1_400

const showsDays = (form: CalmForm, width: number): boolean =>
  form === 'upright' || width >= DAYS_FROM

/** Sizes of the answer's letters and of the lines beside it, in units. */
const ANSWERS = {
  zh: { lying: 150, halves: 150, upright: 120, far: 120 },
  en: { lying: 118, halves: 118, upright: 96, far: 80 },
} as const
const LETTERS = { zh: { far: 45, near: 53 }, en: { far: 43, near: 48 } } as const
const [AIR, SINCE] = [44, 480]

/** The lines beside the answer, or upright below it, in em of their letters. `answer` in em. */
export function linesRoom(
  form: CalmForm,
  { width, height }: Room,
  { lang, answer, pad }: { lang: 'zh' | 'en'; answer: number; pad: number },
): number {
  const letter = LETTERS[lang][form === 'far' ? 'far' : 'near']
  const whole = (form === 'halves' ? width / 2 : width) - pad
  if (form === 'upright' || height > width) return whole / letter
  const since = showsDays(form, width) ? SINCE + AIR : 0
  return (whole - answer * ANSWERS[lang][form] - AIR - since) / letter
}

/**
 * The line of what has changed, in em of its letters. `beside`: in em, what stands on it too. Its
 * letters are measured a little too narrow.
 */
export const changedRoom = (
  width: number,
  { lang, pad, beside }: { lang: 'zh' | 'en'; pad: number; beside: number },
): number => (width - pad) / LETTERS[lang].far - beside - 1

/** Columns of a date beside what is due, in em of a full letter: its day, and the days left. */
const DAY = { wide: 5.2, narrow: 4.4 } as const
const LEFT = 230

/** What is due, between its day and how many days are left, in em of its letters. */
export function dueRoom(
  form: CalmForm,
  { width, height }: Room,
  { lang, pad, isLeft }: { lang: 'zh' | 'en'; pad: number; isLeft: boolean },
): number {
  const isNarrow = form === 'upright' || form === 'far' || height > width
  const day = (isNarrow ? DAY.narrow : DAY.wide) * LETTERS.zh.near
  const whole = form === 'halves' ? width / 2 : width
  return (whole - pad - day - (isLeft ? LEFT : 0)) / LETTERS[lang].near - 0.3
}

export function calmPlan(form: CalmForm, { width, height }: Room, needs: Needs): CalmPlan {
  const isUpright = form === 'upright' || (form === 'far' && height > width)
  const row = isUpright ? ROW.upright : ROW[form]
  let left = height - ANSWER[form] - (isUpright ? needs.lines * LINE : 0)
  const month = left >= SENTENCE + EDGE
  const take = (units: number): boolean => {
    if (left < units) return false
    left -= units
    return true
  }

  const columns = (form === 'lying' || form === 'halves') && left >= COLUMNS
  const posts = columns
    ? Math.min(MOST_COLUMNS, needs.posts)
    : Math.min(MOST_ROWS, needs.posts, Math.max(0, Math.floor(left / row)))
  if (posts > 0) take(columns ? COLUMNS : posts * row)

  const most = Math.min(MOST_DATES, needs.dates)
  const fitting = (room: number): number => Math.min(most, Math.max(0, Math.floor(room / row)))
  const enough = Math.min(LEAST_DATES, most)
  const band =
    fitting(left - BAND[form] - CHANGED[form]) >= enough && left >= BAND[form] + CHANGED[form]
  if (band) take(BAND[form])
  const changed = fitting(left - CHANGED[form]) >= enough && take(CHANGED[form])
  return {
    days: showsDays(form, width),
    ...{ columns, posts, changed, band, month },
    dates: fitting(left),
  }
}
