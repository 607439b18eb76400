/**
 * Draws the instants at which incidents of made-up years occur: by hour, weekday, season and a slow
 * growth, a storm now and then; and, first of all, on every border of a calendar: the last and the
 * first millisecond of months and leap days, the hours that a zone skips or repeats. It reckons
 * dates by Intl alone.
 */
import type { SeededRandom } from '#main/hosts/node/demo/seeded-random.ts'

const [HOUR, DAY] = [3_600_000, 86_400_000]
const HOURS = [2, 1, 1, 1, 1, 2, 4, 8, 14, 18, 18, 16, 12, 13, 17, 18, 17, 14, 10, 8, 6, 5, 4, 3]
const WEEKDAYS = [10, 14, 12, 11, 11, 12, 8] // Sunday first
const MONTHS = [14, 12, 9, 8, 7, 8, 10, 10, 8, 8, 11, 14]
/** One in so many days of trouble is a storm: so many incidents within minutes. */
const [STORMY, STORM] = [0.004, 12]
const most = (weights: readonly number[]): number => Math.max(...weights)

type Local = { year: number; month: number; day: number; hour: number; weekday: number }

function clockOf(zone: string): (at: number) => Local {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => {
    const shown = format.format(at)
    const [year = 0, month = 0, day = 0, hour = 0] = shown.split(/\D/).map(Number)
    return { year, month, day, hour, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
  }
}

/** First instants (UTC ms) at which `is` differs from the day before; found to the millisecond. */
function changes(from: number, until: number, is: (at: number) => number): number[] {
  const instants: number[] = []
  for (let day = Math.ceil(from / DAY) * DAY, was = is(day - DAY); day < until; day += DAY) {
    const now = is(day)
    let [before, after] = [day - DAY, day]
    while (now !== was && after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (is(middle) === now) after = middle
      else before = middle
    }
    if (now !== was) instants.push(after)
    was = now
  }
  return instants
}

/** The borders of a zone between two instants (UTC ms), oldest first. */
export function bordersIn(from: number, until: number, zone: string): number[] {
  const local = clockOf(zone)
  const ahead = (at: number): number => {
    const { year, month, day, hour } = local(at)
    return Date.UTC(year, month - 1, day, hour) - Math.floor(at / HOUR) * HOUR
  }
  const leap = (at: number): number => {
    const { month, day } = local(at)
    return month === 2 && day >= 28 ? day : month
  }
  const around = (at: number): number[] => [at - 1, at]
  const instants = [
    ...changes(from, until, (at) => local(at).month).flatMap(around),
    ...changes(from, until, leap).flatMap(around),
    ...changes(from, until, ahead).flatMap((at) => [
      ...around(at),
      at - HOUR / 2,
      at + HOUR / 2,
      at + HOUR - 1,
      at + HOUR,
    ]),
  ]
  return [...new Set(instants)].sort((a, b) => a - b)
}

/**
 * `count` instants of a site's days, oldest first. At most a quarter of them lie on borders: spread
 * over all, if there are more.
 */
export function instantsIn(
  from: number,
  until: number,
  zone: string,
  count: number,
  random: SeededRandom,
): number[] {
  const local = clockOf(zone)
  const borders = bordersIn(from, until, zone)
  const room = Math.min(borders.length, Math.floor(count / 4))
  const taken = Array.from(
    { length: room },
    (_, n) => borders[Math.floor(((n + 0.5) * borders.length) / room)] ?? from,
  )
  const top = most(HOURS) * most(WEEKDAYS) * most(MONTHS) * 2
  while (taken.length < count) {
    const at = Math.floor(random.between(from, until))
    const { month, hour, weekday } = local(at)
    const share =
      (HOURS[hour] ?? 0) *
      (WEEKDAYS[weekday] ?? 0) *
      (MONTHS[month - 1] ?? 0) *
      (1 + (at - from) / (until - from))
    if (random.between(0, top) >= share) continue
    const many = random.between(0, 1) < STORMY ? STORM : 1
    for (let n = 0; n < many; n++) taken.push(Math.floor(at + n * random.between(0, 90_000)))
  }
  return taken.slice(0, count).sort((a, b) => a - b)
}

export const TEN_YEARS_MS = 3652 * DAY
