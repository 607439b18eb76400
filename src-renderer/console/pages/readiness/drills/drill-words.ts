/** The words of drills, typed, and spans of play as a clock shows them. */
import { drillsEn } from '#renderer/i18n/drills.en.ts'
import { drillsZh } from '#renderer/i18n/drills.zh.ts'
import { useMoreWords } from '#renderer/i18n/index.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'

export const useDrillWords = () => useMoreWords('drills', drillsZh, drillsEn)

/** Minutes and seconds of a span (ms): `7:05`. */
export function playText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A span (ms) in minutes as somebody types it; null: nothing. */
export const minutesOf = (ms: number | null): string =>
  ms === null ? '' : String(Math.round((ms / MINUTE_MS) * 10) / 10)

/** A span of minutes that was typed, in ms; null: nothing; NaN: no span. */
export function typedMinutes(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  return /^\d+(\.\d)?$/.test(text) ? Math.round(Number(text) * MINUTE_MS) : Number.NaN
}
