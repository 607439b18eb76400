/**
 * Compares a figure with that of another period (环比, 同比), also where there is little to compare.
 */

import { localized, type LocalizedText } from '../text.ts'

/** Below this a percentage says more than there is: the difference comes first. */
const SMALL_BASE = 10

/**
 * `percent`: to one decimal place; null for a base of zero, where only the difference means
 * something. `small`: the base is under ten.
 */
export type Comparison = { difference: number; percent: number | null; small: boolean }

/** Nothing to compare with: the record does not go back so far. */
export const NO_DATA: LocalizedText = localized('无可比数据', 'no data')

/** `current` against `base`, both counts or sums. */
export function compare(current: number, base: number): Comparison {
  // money has two places, and no noise below them
  const difference = Math.round((current - base) * 100) / 100
  const percent = base === 0 ? null : Math.round((difference / base) * 1000) / 10 || 0 // never -0
  return { difference, percent, small: base < SMALL_BASE }
}
