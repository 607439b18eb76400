/**
 * What stands below the headline of a row for far readers: who is hurt, missing or trapped, and who
 * must act. Both stand there always; every other mark gives way to them, the last one first.
 */
import type { Mark } from './row-marks.ts'
import { widthOf } from './row-marks.ts'

/** Frame and padding of a plate, em. */
const PLATE = 0.7
/** People who are hurt, or need help first, are told in fewer words and never left out. */
const OF_PEOPLE: ReadonlySet<Mark['kind']> = new Set(['people', 'vulnerable'])

/** `role`, `whole`: what the plate takes in em, without the names and with the first of them. */
export type OwnerNeeds = { role: number; whole: number }
/** `plateRoom`: of role and names, in em; 0: nobody must act. `apart`: on a line of its own. */
export type RowLine = { marks: readonly Mark[]; plateRoom: number; apart: boolean }

/**
 * `marksIn` gives as many marks as so many em hold, people first and shorter where they must.
 * `line` is all that a line holds (em); `mayPart`: the row is high enough for two.
 */
export function lineBeside(
  marksIn: (room: number) => readonly Mark[],
  owner: OwnerNeeds | null,
  line: number,
  mayPart: boolean,
): RowLine {
  const within = (room: number): readonly Mark[] => {
    const marks = marksIn(room)
    if (widthOf(marks) <= room) return marks
    return marks.filter(({ kind }) => OF_PEOPLE.has(kind)).slice(0, 1)
  }
  const all = within(line)
  if (!owner) return { marks: all, plateRoom: 0, apart: false }
  const [whole, role] = [owner.whole + PLATE, owner.role + PLATE]
  const beside = (marks: readonly Mark[]): RowLine => ({
    marks,
    plateRoom: line - widthOf(marks) - PLATE,
    apart: false,
  })
  if (widthOf(all) + whole <= line) return beside(all)
  if (mayPart && all.length > 0) return { marks: all, plateRoom: line - PLATE, apart: true }
  const wide = within(line - whole)
  if (widthOf(wide) + whole <= line) return beside(wide)
  return beside(within(Math.max(0, line - role)))
}
