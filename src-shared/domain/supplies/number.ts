/**
 * The numbers of supplies, stock-takings and supply requests: 物0017 as on a label, 盘2026-002,
 * 调2026-011 by the year in the site's zone. Each is given once; an emergency record puts 急 before
 * its own, since the record that it stands in for goes on with others.
 */
import { localDate } from '../calendar.ts'
import { numberText } from '../incident/number.ts'

const highestAfter = (prefix: string, taken: Iterable<string>): number =>
  [...taken]
    .filter((number) => number.startsWith(prefix))
    .reduce((highest, number) => Math.max(highest, Number(number.slice(prefix.length)) || 0), 0)

const DIGITS = 4

/** The one after all that are `taken`. */
export function nextSupplyNumber(taken: Iterable<string>, emergency: boolean): string {
  const prefix = emergency ? '急物' : '物'
  return `${prefix}${String(highestAfter(prefix, taken) + 1).padStart(DIGITS, '0')}`
}

/** `letter`: 盘 or 调. `at`: UTC ms. */
export function nextOfYear(
  letter: string,
  taken: Iterable<string>,
  { at, zone, emergency }: { at: number; zone: string; emergency: boolean },
): string {
  const prefix = `${emergency ? '急' : ''}${letter}${localDate(at, zone).slice(0, 4)}`
  return numberText({ prefix, nth: highestAfter(`${prefix}-`, taken) + 1 })
}
