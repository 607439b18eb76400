/**
 * Words a duration: exactly, in two units at most, as time that has gone on, in whole minutes, and
 * as a clock shows it. Each wording bears the name of what it is for.
 */
import { localized, type LocalizedText } from '../text.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../units.ts'

type Language = keyof LocalizedText
type Unit = {
  ms: number
  /** 分钟 stands alone, 分 beside another unit. */
  zh: { alone: string; beside: string }
  en: { single: string; more: string; short: string }
}

const SECONDS: Unit = {
  ms: SECOND_MS,
  zh: { alone: '秒', beside: '秒' },
  en: { single: 'second', more: 'seconds', short: 's' },
}
const MINUTES: Unit = {
  ms: MINUTE_MS,
  zh: { alone: '分钟', beside: '分' },
  en: { single: 'minute', more: 'minutes', short: 'min' },
}
const HOURS: Unit = {
  ms: HOUR_MS,
  zh: { alone: '小时', beside: '时' },
  en: { single: 'hour', more: 'hours', short: 'h' },
}
const DAYS: Unit = {
  ms: DAY_MS,
  zh: { alone: '天', beside: '天' },
  en: { single: 'day', more: 'days', short: 'd' },
}
const LARGEST_FIRST = [DAYS, HOURS, MINUTES, SECONDS]

const short = (count: number, { zh, en }: Unit): LocalizedText =>
  localized(`${count}${zh.beside}`, `${count} ${en.short}`)
const join = (a: LocalizedText, b: LocalizedText): LocalizedText =>
  localized(`${a.zh}${b.zh}`, `${a.en} ${b.en}`)

const exactUnit = (ms: number): Unit =>
  LARGEST_FIRST.find((unit) => ms >= unit.ms && ms % unit.ms === 0) ?? SECONDS

/** The largest unit that leaves nothing over, and how many of it: 900000 → 15, `分钟`, `minutes`. */
export function exactParts(ms: number): { count: number; unit: LocalizedText } {
  const { ms: size, zh, en } = exactUnit(ms)
  const count = ms / size
  return { count, unit: localized(zh.alone, count === 1 ? en.single : en.more) }
}

/** {@link exactParts} in words: `15分钟`, `15 minutes`. */
export function exactDuration(ms: number): LocalizedText {
  const { count, unit } = exactParts(ms)
  return localized(`${count}${unit.zh}`, `${count} ${unit.en}`)
}

/** {@link exactDuration} where there is little room: `15分`, `4 h`. */
export function shortDuration(ms: number): LocalizedText {
  const unit = exactUnit(ms)
  return short(ms / unit.ms, unit)
}

/** The two units in which a span of at least a minute is worded. */
const pairOf = (ms: number): readonly [Unit, Unit] =>
  ms < HOUR_MS ? [MINUTES, SECONDS] : ms < DAY_MS ? [HOURS, MINUTES] : [DAYS, HOURS]

const split = (ms: number, [big, small]: readonly [Unit, Unit]): readonly [number, number] => [
  Math.floor(ms / big.ms),
  Math.floor((ms % big.ms) / small.ms),
]

/** For a sentence: to the second, two units at most: `3分20秒`, `5分钟`, `1 h 5 min`. */
export function spanText(ms: number): LocalizedText {
  const seconds = Math.round(ms / SECOND_MS)
  if (ms < MINUTE_MS) return short(seconds, SECONDS)
  const pair = pairOf(seconds * SECOND_MS)
  const [whole, rest] = split(seconds * SECOND_MS, pair)
  const [big, small] = pair
  return rest === 0
    ? localized(`${whole}${big.zh.alone}`, `${whole} ${big.en.short}`)
    : join(short(whole, big), short(rest, small))
}

/** For a table: the units below the second one are cut off: `52秒`, `1分4秒`, `3时20分`, `2天`. */
export function spanFigure(ms: number): LocalizedText {
  if (ms < MINUTE_MS) return short(Math.round(ms / SECOND_MS), SECONDS)
  const [big, small] = pairOf(ms)
  const [whole, rest] = split(ms, [big, small])
  return rest === 0 ? short(whole, big) : join(short(whole, big), short(rest, small))
}

/**
 * How long something has gone on; always with a unit, so that it is never taken for a countdown:
 * `48秒`, `12分`, `1时5分`, `1 d 2 h`. Nothing is before its beginning: 0 for a negative span.
 */
export function elapsedText(ms: number, language: Language): string {
  const span = Math.max(0, ms)
  const lone = span < MINUTE_MS ? SECONDS : span < HOUR_MS ? MINUTES : null
  if (lone) return short(Math.floor(span / lone.ms), lone)[language]
  const [big, small] = pairOf(span)
  const [whole, rest] = split(span, [big, small])
  return join(short(whole, big), short(rest, small))[language]
}

/** For a line of the record: in whole minutes, in seconds below one. */
export function wholeMinutes(ms: number): LocalizedText {
  const seconds = Math.round(ms / SECOND_MS)
  return seconds < 60 ? short(seconds, SECONDS) : short(Math.floor(seconds / 60), MINUTES)
}

const two = (count: number): string => String(count).padStart(2, '0')
const MINUS = '\u2212'

/**
 * Hours, minutes and seconds, the hours as many as there are: `0:07:05`, `31:00:00`, `−1:30:00`. To
 * the second below.
 */
export function clockDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / SECOND_MS)
  const sign = ms <= -SECOND_MS ? MINUS : ''
  return `${sign}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
