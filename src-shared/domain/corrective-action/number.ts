/**
 * The number of a corrective action: 整2026-004, by the year in which it was opened in the site's
 * zone, given once; in an emergency record 急整2026-001, since the record that it stands in for goes
 * on with its own.
 */
import { localDate } from '../calendar.ts'
import { numberText } from '../incident/number.ts'

/** The one after all that are `taken`. `at`: UTC ms. */
export function nextActionNumber(
  taken: Iterable<string>,
  { at, zone, emergency }: { at: number; zone: string; emergency: boolean },
): string {
  const prefix = `${emergency ? '急' : ''}整${localDate(at, zone).slice(0, 4)}`
  let highest = 0
  for (const number of taken)
    if (number.startsWith(`${prefix}-`))
      highest = Math.max(highest, Number(number.slice(prefix.length + 1)) || 0)
  return numberText({ prefix, nth: highest + 1 })
}
