/** Durations as a plan file writes them: a whole number with its unit. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import type { DraftDue } from './draft-types.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export type Unit = 's' | 'm' | 'h' | 'd'
export const UNITS: readonly { unit: Unit; name: LocalizedText; ms: number }[] = [
  { unit: 's', name: localized('秒', 'seconds'), ms: SECOND_MS },
  { unit: 'm', name: localized('分钟', 'minutes'), ms: MINUTE_MS },
  { unit: 'h', name: localized('小时', 'hours'), ms: HOUR_MS },
  { unit: 'd', name: localized('天', 'days'), ms: DAY_MS },
]

/** `15m` → 15 and minutes. Half-written: whatever can be read of it. */
export function readDuration(written: string | undefined): { count: string; unit: Unit } {
  const [, count = '', unit = ''] = /^(\d*)(.*)$/.exec(written ?? '') ?? []
  return { count, unit: UNITS.find(({ unit: known }) => known === unit)?.unit ?? 'm' }
}

export const writeDuration = (count: string, unit: Unit): string =>
  count === '' ? '' : `${count}${unit}`

/** Each time that a limit may be, as written: by day the workday's first. */
export const timesIn = (within: DraftDue['within']): readonly (string | undefined)[] =>
  typeof within === 'string'
    ? [within]
    : 'fact' in within
      ? Object.values(within.is)
      : [within.workday, within.holiday]

/** Milliseconds; 0 while it is half-written. */
export function durationMs(written: string | undefined): number {
  const { count, unit } = readDuration(written)
  return Number(count) * (UNITS.find(({ unit: known }) => known === unit)?.ms ?? 0)
}
