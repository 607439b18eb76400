/**
 * Words figures of time: how a limit stands, and how long and when are written. `now` is the
 * instant of the station.
 */
import type { BoardStep } from '#shared/domain/board/types.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'

export type Language = 'zh' | 'en'
export type LimitStatus = { kind: 'far' | 'near' | 'late' | 'none'; leftMs: number; used: number }

/** From this share of a limit on it is near. */
export const NEAR = 0.8

/**
 * How a limit stands at `now` (UTC ms). `used` is the share that has passed, 0 to 1; `leftMs` is
 * negative once it is late. Late from the very instant of `dueAt`, as the station counts it.
 * Without a limit: none, and `leftMs` is Infinity.
 */
export function limitStatus(
  step: Pick<BoardStep, 'dueAt' | 'startedAt'> | null,
  now: number,
): LimitStatus {
  if (!step || step.dueAt === null) return { kind: 'none', leftMs: Infinity, used: 0 }
  const leftMs = step.dueAt - now
  const length = step.dueAt - (step.startedAt ?? step.dueAt)
  const used = length > 0 ? Math.min(1, Math.max(0, 1 - leftMs / length)) : leftMs > 0 ? 0 : 1
  return { kind: leftMs <= 0 ? 'late' : used >= NEAR ? 'near' : 'far', leftMs, used }
}

const two = (n: number): string => String(n).padStart(2, '0')

export type Part = { kind: 'sign' | 'digits' | 'colon' | 'unit'; text: string }

const UNITS = {
  zh: { day: '天', hour: '时', minute: '分' },
  en: { day: 'd', hour: 'h', minute: 'm' },
} as const

/**
 * Remaining time in parts that a page sets in different sizes. Under an hour mm:ss; from an hour on
 * with units, so that 1:12 is never read as a minute. Late time (ms ≤ 0) counts up and carries a
 * plus sign. No limit is a dash.
 */
export function figureParts(ms: number, lang: Language): Part[] {
  if (!Number.isFinite(ms)) return [{ kind: 'digits', text: '—' }]
  const late = ms <= 0
  // What is left is rounded up and what is over down: 00:00 is never shown for a limit that still
  // runs.
  const seconds = late ? Math.floor(-ms / SECOND_MS) : Math.ceil(ms / SECOND_MS)
  const sign: Part[] = late ? [{ kind: 'sign', text: '+' }] : []
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) {
    return [
      ...sign,
      { kind: 'digits', text: two(minutes) },
      { kind: 'colon', text: ':' },
      { kind: 'digits', text: two(seconds % 60) },
    ]
  }
  const hours = Math.floor(minutes / 60)
  const unit = UNITS[lang]
  const pair =
    hours < 24
      ? ([String(hours), unit.hour, two(minutes % 60), unit.minute] as const)
      : ([String(Math.floor(hours / 24)), unit.day, String(hours % 24), unit.hour] as const)
  return [
    ...sign,
    { kind: 'digits', text: pair[0] },
    { kind: 'unit', text: pair[1] },
    { kind: 'digits', text: pair[2] },
    { kind: 'unit', text: pair[3] },
  ]
}

/** {@link figureParts} as one string: `07:12`, `+02:14`, `1时12分`, `1h 12m`. */
export function figureText(ms: number, lang: Language): string {
  const space = lang === 'en' ? ' ' : ''
  return figureParts(ms, lang)
    .map((part, i, all) =>
      part.kind === 'unit' && i < all.length - 1 ? part.text + space : part.text,
    )
    .join('')
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A formatter is made once a zone: making one costs more than a whole second of the wall. */
function format(
  zone: string,
  kind: string,
  options: Intl.DateTimeFormatOptions,
  locale = 'en-GB',
): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${zone}`
  let cached = formats.get(key)
  if (!cached) {
    cached = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: 'h23' })
    formats.set(key, cached)
  }
  return cached
}

const minutes = new Map<string, { minute: number; text: string }>()

/**
 * The time of day of an instant (UTC ms) in the site's zone: `14:29:54`. The formatter is asked
 * once a minute: the offsets of all zones are whole minutes.
 */
export function timeOfDay(ms: number, zone: string): string {
  const minute = Math.floor(ms / MINUTE_MS)
  let last = minutes.get(zone)
  if (last?.minute !== minute) {
    const text = format(zone, 'minute', { hour: '2-digit', minute: '2-digit' }).format(ms)
    last = { minute, text }
    minutes.set(zone, last)
  }
  return `${last.text}:${two(Math.floor((ms - minute * MINUTE_MS) / SECOND_MS))}`
}

/** The same without seconds: `14:29`. */
export const hourAndMinute = (ms: number, zone: string): string => timeOfDay(ms, zone).slice(0, 5)

/** The date on the wall: `11月24日 周二`, `Tue, 24 Nov`. */
export const dateText = (ms: number, zone: string, lang: Language): string => {
  if (lang === 'en')
    return format(zone, 'date', { weekday: 'short', day: 'numeric', month: 'short' }).format(ms)
  const day = format(zone, 'date', { day: 'numeric', month: 'numeric' }, 'zh-CN').formatToParts(ms)
  const of = (type: string): string => day.find((part) => part.type === type)?.value ?? ''
  return `${of('month')}月${of('day')}日 ${format(zone, 'weekday', { weekday: 'short' }, 'zh-CN').format(ms)}`
}

/** A number of any length in groups of three, parted by a thin blank. */
export const grouped = (value: number): string => {
  const [whole = '', rest] = String(value).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u2009')}${rest === undefined ? '' : `.${rest.padEnd(2, '0')}`}`
}
