/** How a month is written. Pure. */
import type { Language } from '../ui/figure.ts'

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-11` as `11` or `Nov`: the month itself, without the words of a language around it. */
export function monthName(month: string, lang: Language): string {
  const number = Number(month.slice(5))
  return lang === 'en' ? (NAMES[number - 1] ?? month) : String(number)
}
