/** The bars of a month: legal categories and response levels, with what has neither. */
import type { Counts } from '#shared/domain/statistics/month.ts'
import { LEGAL_CATEGORIES } from '#shared/domain/plan/plan.ts'

export type KeyedCount<K extends string> = { key: K; count: number }
export const LEGAL_KEYS = [...LEGAL_CATEGORIES, 'none'] as const
export const LEVEL_KEYS = ['1', '2', '3', '4', 'none'] as const

/** Every known key in its order, and what is counted under any other as `none`. */
export function countsOf<K extends string>(
  keys: readonly K[],
  counts: Counts,
): readonly KeyedCount<K | 'none'>[] {
  const isKnown = (key: string): boolean => keys.some((known) => known === key && key !== 'none')
  const rest = Object.entries(counts).reduce(
    (sum, [key, count]) => (isKnown(key) ? sum : sum + count),
    0,
  )
  return keys.map((key) => ({ key, count: key === 'none' ? rest : (counts[key] ?? 0) }))
}

/** The month `by` months behind `2026-11`. */
export function monthMoved(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
