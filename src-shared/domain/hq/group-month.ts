/** A month over some sites: what each adds, and who is missing. Instants are UTC ms. */
import type { Head } from '../hand-up/point.ts'
import type { Tally } from '../statistics/tally.ts'
import type { LocalizedText } from '../text.ts'

/**
 * What a site adds. `position`: up to which event; null: it has stated no tally of any month yet.
 * `asOf`: until when HQ is known to have had all of it (UTC ms).
 */
export type MonthPart = {
  site: string
  name: LocalizedText
  region: string
  tally: Tally
  position: Head
  asOf: number
}
/**
 * `never`: nothing was handed up; `not-to-end`: not up to the end of the month, or, while it lasts,
 * not up to its beginning; `fork`: its record came with another event, so that nobody knows which
 * holds.
 */
export type MissingWhy = 'never' | 'not-to-end' | 'fork'
export type MissingSite = {
  site: string
  name: LocalizedText
  region: string
  why: MissingWhy
  asOf: number | null
}
export type MonthSum = {
  month: string
  sum: Tally
  parts: readonly MonthPart[]
  missing: readonly MissingSite[]
}
