/** Says what may be an administrator's code: long enough, and not what everybody tries first. */

export const SHORTEST_CODE = 6 // characters
export const LONGEST_CODE = 128
const FEWEST_CHARACTERS = 3 // that differ

/** Every character follows the one before it: 123456, fedcba. */
function isRun(points: readonly number[]): boolean {
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0))
  return Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0])
}

/** The same code however a keyboard writes its characters. */
export const normalCode = (code: string): string => code.normalize('NFKC')

/** Whether a code is too short, of one or two characters only, or a run like 123456. */
export function isCodeTooSimple(code: string): boolean {
  const points = [...normalCode(code)].map((character) => character.codePointAt(0) ?? 0)
  return points.length < SHORTEST_CODE || new Set(points).size < FEWEST_CHARACTERS || isRun(points)
}
