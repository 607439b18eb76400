/**
 * The short number of an incident, as it is said on radio and telephone: 2026-017, of a drill
 * 演2026-003. What an emergency record numbers bears 急 before it: the record that it stands in for
 * goes on with its own numbers, and none is given twice.
 */
import { localDate } from '../calendar.ts'

/** A report of this station. `at` in UTC ms; `number`: null where it was recorded without any. */
export type NumberedReport = { id: string; at: number; drill: boolean; number: string | null }
export type NumberPart = { prefix: string; nth: number }

const DIGITS = 3
const FORM = /^(急?演?\d{4})-(\d{3,})$/

/** What numbers of a kind and a year begin with: by the year of the report in the site's zone. */
export const prefixOf = (
  { at, drill, emergency = false }: { at: number; drill: boolean; emergency?: boolean },
  zone: string,
): string => `${emergency ? '急' : ''}${drill ? '演' : ''}${localDate(at, zone).slice(0, 4)}`

/** `nth` counts from 1; beyond 999 it has four digits. */
export const numberText = ({ prefix, nth }: NumberPart): string =>
  `${prefix}-${String(nth).padStart(DIGITS, '0')}`

/** Null for what is no number. */
export function readNumber(number: string): NumberPart | null {
  const [, prefix, nth] = FORM.exec(number) ?? []
  return prefix === undefined ? null : { prefix, nth: Number(nth) }
}

/** The highest number of each kind, by what it begins with. */
export type HighestNumbers = Readonly<Record<string, number>>

/** The higher of each, of several. */
export function higherOf(all: readonly HighestNumbers[]): HighestNumbers {
  const highest: Record<string, number> = {}
  for (const [prefix, nth] of all.flatMap((numbers) => Object.entries(numbers)))
    highest[prefix] = Math.max(highest[prefix] ?? 0, nth)
  return highest
}

/** Of numbers of any kind, those that an emergency record gave: they alone are its own. */
export function highestOfEmergency(numbers: Iterable<string>): HighestNumbers {
  const highest: Record<string, number> = {}
  for (const number of numbers) {
    const bar = number.lastIndexOf('-')
    const [prefix, nth] = [number.slice(0, bar), Number(number.slice(bar + 1))]
    if (prefix.startsWith('急') && nth > (highest[prefix] ?? 0)) highest[prefix] = nth
  }
  return highest
}

/**
 * The numbers of reports that were recorded before there were any: each in the order of report,
 * after all that stand before it. `reports` come in that order; `highest`: what is taken, by
 * prefix.
 */
export function numberedBefore(
  reports: readonly NumberedReport[],
  zone: string,
): { numbers: ReadonlyMap<string, string>; highest: ReadonlyMap<string, number> } {
  const numbers = new Map<string, string>()
  const highest = new Map<string, number>()
  for (const report of reports) {
    const recorded = report.number === null ? null : readNumber(report.number)
    const prefix = recorded?.prefix ?? prefixOf(report, zone)
    const nth = recorded?.nth ?? (highest.get(prefix) ?? 0) + 1
    if (!recorded) numbers.set(report.id, numberText({ prefix, nth }))
    highest.set(prefix, Math.max(highest.get(prefix) ?? 0, nth))
  }
  return { numbers, highest }
}
