/** A list of past incidents, in batches as a page sends them: one a day through the year 2024. */
import type { ImportRow } from '#shared/contract/import.ts'

/** What a life of the station that is killed does. */
export type Part = 'import' | 'withdraw'
export const PAST_ROWS = 150

export function pastRows(): ImportRow[][] {
  const first = Date.parse('2024-01-01T08:00:00+08:00')
  const rows = Array.from({ length: PAST_ROWS }, (_, n): ImportRow => ({
    row: n + 2,
    occurredAt: first + n * 86_400_000,
    place: `${n % 5}号窗口`,
    nth: 1,
    narrative: `第${n}起`,
    drill: n % 10 === 0,
  }))
  return Array.from({ length: Math.ceil(rows.length / 10) }, (_, n) =>
    rows.slice(n * 10, n * 10 + 10),
  )
}
