/**
 * Says who rings by a number, and about which incidents they have called before. A number is known
 * again however it is written: with spaces, hyphens, +86, or with a name beside it.
 */

/** `callers`: how often they called about it, this call not counted. */
export type CalledBefore = { incidentId: string; number: string | null; callers: number }
/** `who`: by the registers of people and contacts; empty where neither has the number. */
export type CallHistory = { who: readonly string[]; incidents: readonly CalledBefore[] }

/** Shorter ones, as 119 or an extension, are compared whole. */
const OUTSIDE_DIGITS = 7

const digitsOf = (written: string): string => written.replace(/\D/gu, '')

/** Two whole numbers that a space alone parts are two. */
const apart = (written: string): readonly string[] =>
  written.split(/\s+/u).reduce<readonly string[]>((numbers, part) => {
    const [before, digits] = [numbers.at(-1) ?? '', digitsOf(part)]
    const isNext = before.length >= OUTSIDE_DIGITS && digits.length >= OUTSIDE_DIGITS
    return isNext ? [...numbers, digits] : [...numbers.slice(0, -1), before + digits]
  }, [])

/** A room, a floor, a house: nobody calls back there. */
const PLACE_UNIT = /^[室号楼层栋幢座单房床区岁]/u

/** Every number that is written in a text, as bare digits. */
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\+?\d[\d\s()（）-]*/gu)].flatMap(({ 0: written, index }) =>
    apart(written).filter(
      (digits) =>
        digits.length >= OUTSIDE_DIGITS ||
        (digits.length >= 3 && !PLACE_UNIT.test(text.slice(index + written.length))),
    ),
  )

const isSame = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= OUTSIDE_DIGITS && (a.endsWith(b) || b.endsWith(a)))

/** Whether `number` is written in a text; null: nothing is. */
export const hasNumber = (text: string | null, number: string): boolean => {
  const [digits] = numbersIn(number)
  return (
    text !== null &&
    digits !== undefined &&
    numbersIn(text).some((written) => isSame(written, digits))
  )
}

/** Whether a text has any number by which one can call back. */
export const hasCallBack = (text: string | null): boolean =>
  text !== null && numbersIn(text).length > 0

type Known = { name: string; numbers: readonly string[] }
/** `callers`: whoever called about it, as written; the report is the first. */
type Running = { incidentId: string; number: string | null; callers: readonly (string | null)[] }

/** `known`: persons and contacts by name, in the order in which they are shown. */
export const historyOf = (
  number: string,
  known: readonly Known[],
  running: readonly Running[],
): CallHistory => ({
  who: [
    ...new Set(
      known
        .filter(({ numbers }) => numbers.some((written) => hasNumber(written, number)))
        .map(({ name }) => name),
    ),
  ],
  incidents: running.flatMap(({ callers, ...incident }) => {
    const times = callers.filter((written) => hasNumber(written, number)).length
    return times === 0 ? [] : [{ ...incident, callers: times }]
  }),
})
