/**
 * The marks of a row: what is new of it, who is hurt, missing or trapped, who needs help first
 * among the others, the colour of a warning, a start that has to be confirmed, a limit that is late
 * behind what matters more, and who knows of what is late.
 */
import {
  IN_NEED,
  type InNeed,
  type PeopleKind,
  type Warning,
} from '#shared/domain/incident/record/scales.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { emsOf } from '#shared/charts/measure.ts'

export type MarkKind = 'people' | 'vulnerable' | 'late' | 'warning' | 'provisional' | 'known'
export type Mark = { kind: MarkKind; text: string }

/** The words, the longest first; a shorter one stands where the longer does not fit. */
export type MarkWords = {
  /** Of the kinds in `atLeast` nobody has counted how many: that is told; they are in no sum. */
  people: (
    counts: Readonly<Record<InNeed, number>>,
    atLeast: readonly PeopleKind[],
  ) => readonly string[]
  /** All of them in one number, where even the shorter words do not fit. */
  together: (count: number, isAtLeast: boolean) => string
  vulnerable: (count: number, isAtLeast: boolean) => readonly string[]
  warning: (colour: Warning) => readonly string[]
  provisional: readonly string[]
  known: (person: string | null) => readonly string[]
  late: readonly string[]
}

/** Counted, or said to be at least one, and more than none. */
function peopleIn({
  casualties,
  atLeastOne,
}: BoardIncident): Readonly<Record<InNeed, number>> | null {
  const counts = Object.fromEntries(
    IN_NEED.map((kind) => [kind, atLeastOne.includes(kind) ? 1 : (casualties?.[kind] ?? 0)]),
  ) as Record<InNeed, number>
  return Object.values(counts).some((n) => n > 0) ? counts : null
}

const vulnerableIn = ({ casualties, atLeastOne }: BoardIncident): number =>
  Math.max(atLeastOne.includes('vulnerable') ? 1 : 0, casualties?.vulnerable ?? 0)

/** Started before somebody has confirmed it, and still running. */
const isProvisional = ({ plans }: BoardIncident): boolean =>
  plans.some(
    ({ provisional, confirmedAt, declined, supersededBy }) =>
      provisional && confirmedAt === null && declined === null && supersededBy === null,
  )

/** It has marks that last. */
export const isMarked = (incident: BoardIncident): boolean =>
  peopleIn(incident) !== null ||
  vulnerableIn(incident) > 0 ||
  incident.warning !== null ||
  isProvisional(incident)

/** The space between two marks, em. */
const GAP = 0.7

/** A word with the space behind it, em. */
export const wordRoom = (word: string): number => (word === '' ? 0 : emsOf(word) + GAP)

export const widthOf = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { text }) => sum + wordRoom(text), 0)

/**
 * As many marks as `room` (em) holds, people first; the last ones are shortened, and then left out.
 * `late`: a limit is late, and the row's cell shows something else. `known`: by whom what its cell
 * shows as due was acknowledged (null: nobody may be named); absent: by nobody.
 */
export function marksOf(
  incident: BoardIncident,
  { late, known }: { late: boolean; known?: string | null },
  words: MarkWords,
  room: number,
): Mark[] {
  const people = peopleIn(incident)
  const vulnerable = vulnerableIn(incident)
  const ways: (readonly [MarkKind, readonly string[]])[] = [
    ...(people ? [['people', words.people(people, incident.atLeastOne)] as const] : []),
    ...(vulnerable > 0
      ? [
          [
            'vulnerable',
            words.vulnerable(vulnerable, incident.atLeastOne.includes('vulnerable')),
          ] as const,
        ]
      : []),
    ...(late ? [['late', words.late] as const] : []),
    ...(incident.warning ? [['warning', words.warning(incident.warning)] as const] : []),
    ...(isProvisional(incident) ? [['provisional', words.provisional] as const] : []),
    ...(known !== undefined ? [['known', words.known(known)] as const] : []),
  ]
  const marks = ways.flatMap(([kind, [text]]): Mark[] => (text ? [{ kind, text }] : []))
  for (let i = ways.length - 1; i >= 0; i--)
    for (const text of ways[i]?.[1] ?? []) {
      const mark = marks[i]
      if (mark && widthOf(marks) > room) marks[i] = { ...mark, text }
    }
  while (marks.length > 1 && widthOf(marks) > room) marks.pop()
  return marks
}

/** The `shorter` ones, unless they would say less of people or leave a mark out. */
export const yielding = (marks: readonly Mark[], shorter: readonly Mark[]): readonly Mark[] =>
  shorter.length === marks.length &&
  marks.every(({ kind, text }, i) => kind !== 'people' || shorter[i]?.text === text)
    ? shorter
    : marks

/** The same with all people in one number where they do not fit: left out they never are. */
export function fitted(
  marks: readonly Mark[],
  incident: BoardIncident,
  words: MarkWords,
  room: number,
): readonly Mark[] {
  const people = peopleIn(incident)
  if (!people || widthOf(marks) <= room) return marks
  const count = Object.values(people).reduce((sum, n) => sum + n, 0)
  const isAtLeast = IN_NEED.some((kind) => incident.atLeastOne.includes(kind))
  const text = words.together(count, isAtLeast)
  return [{ kind: 'people', text }, ...marks.slice(1)]
}
