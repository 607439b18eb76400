/** The words and figures of one row, worked out from an incident. */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { MainMatter } from '#shared/domain/board/matter.ts'
import { byAttention } from '#shared/domain/board/order.ts'
import { cutTo, emsOf, fitsByWord, linesOf, withoutMiddle } from '#shared/charts/measure.ts'
import { blinks } from '../ui/blink.ts'

/**
 * The next open steps in the console's order of attention, at most `count`, without the one that
 * the row already shows. What is learned from the event afterwards comes next only when
 * nothing else does.
 */
export function upcoming(
  { steps }: Pick<BoardIncident, 'steps'>,
  count: number,
  shown: string | null,
): BoardStep[] {
  const open = byAttention(steps).filter(({ id }) => id !== shown)
  const before = open.filter(({ stage }) => stage !== 'review')
  return (before.length > 0 ? before : open).slice(0, count)
}

/** Nothing that a screen shows of it differs. */
export const sameMatter = (a: MainMatter, b: MainMatter): boolean =>
  (Object.keys(a) as (keyof MainMatter)[]).every((key) => a[key] === b[key])

/** The frame of its late row blinks while one of its alerts does. `now` in UTC ms. */
export const blinking = (incident: BoardIncident, now: number): boolean =>
  incident.alerts.some((alert) => blinks(alert, now))

export type Owner = { role: string; name: string | null }

/** What stands after the first of several people, long and short: 等2人, 等. */
export type Together = { several: string; others: string }

/**
 * Role and people as far as they fit into the first of the `rooms` (em) that holds both, the
 * narrowest first; the last one is all there is. Whose task it is comes first: the people are
 * shortened before the role is, and the role at a word. Where people stand, one of them is named: a
 * bare number calls nobody.
 */
export function ownerText(
  role: string,
  people: readonly string[],
  together: Together,
  rooms: readonly number[],
): Owner {
  const [first] = people
  const ways =
    first === undefined
      ? ['']
      : people.length > 1
        ? [first + together.several, first + together.others, first]
        : [first]
  for (const room of rooms) {
    const name = ways.find((way) => emsOf(role) + (way ? 0.3 : 0) + emsOf(way) <= room)
    if (name !== undefined) return { role, name: name || null }
  }
  return { role: cutTo(role, rooms.at(-1) ?? 0), name: null }
}

/** The room (em) of a plate that names the first of its people, and that there are others. */
export const plateNeeds = (
  role: string,
  [first, ...more]: readonly string[],
  { others }: Pick<Together, 'others'>,
): number =>
  emsOf(role) + (first === undefined ? 0 : 0.3 + emsOf(first + (more.length > 0 ? others : '')))

/** A word of so many em, that no line parts. */
function wordOf(ems: number): string {
  const wide = '0'.repeat(Math.max(0, Math.floor(ems / emsOf('0'))))
  return wide + 'i'.repeat(Math.max(0, Math.ceil((ems - emsOf(wide) - 0.05) / emsOf('i'))))
}

/**
 * A title and its remark in lines of `room` em: on one if both fit, else on two, the title cut at a
 * word where even two do not hold them.
 */
export function matterLines(
  title: string,
  remark: string,
  room: number,
): { title: string; lines: 1 | 2 } {
  const tail = remark ? emsOf(remark) + 0.3 : 0
  if (emsOf(title) + tail <= room) return { title, lines: 1 }
  if (emsOf(title) <= room) return { title, lines: 2 }
  // the remark is not parted: it stands for one long word
  const word = '0'.repeat(Math.ceil(tail / emsOf('0')))
  for (let most = 2 * room - tail; most > room / 2; most--) {
    const fitting = cutTo(title, most)
    if (linesOf(`${fitting} ${word}`, room) <= 2) return { title: fitting, lines: 2 }
  }
  return { title: cutTo(title, room), lines: 2 }
}

const LATIN_WORD = /^[a-z]/i
const JOINTS: ReadonlySet<string> = new Set(['or', 'and', 'of', 'at', 'in', 'on', 'by', 'to'])

/**
 * The kind as far as a line of `room` em holds it. In English the last word says what it is: of
 * Premises fire the fire stays.
 */
export function kindWithin(kind: string, room: number): string {
  const words = kind.split(' ')
  const isJoined = words.some((word) => !LATIN_WORD.test(word) || JOINTS.has(word))
  if (emsOf(kind) <= room) return kind
  if (isJoined) return cutTo(kind, room).replace(/ (?:or|and|of|at|in|on|by|to)$/, '')
  const ends = words.map((_, from) => words.slice(from).join(' '))
  const end = ends.find((rest) => emsOf(rest) <= room) ?? cutTo(ends.at(-1) ?? '', room)
  return end.charAt(0).toUpperCase() + end.slice(1)
}

export type HeadLines = 1 | 2 | 3
export type Headline = { place: string; lines: HeadLines; whole: boolean }

/**
 * Place and kind on one line of `line` em if both fit, else on as many as they need; the place is
 * cut only where not even the `most` hold it. `before` is what stands in front of it, in em.
 * `whole`: the place fits on a line and is not broken.
 */
export function headline(
  place: string,
  kind: string,
  before: number,
  line: number,
  most: HeadLines = 2,
): Headline {
  const gap = 0.34
  const size = emsOf(place)
  const tail = gap + emsOf(kind)
  if (before + size + tail <= line) return { place, lines: 1, whole: true }
  if (most === 1)
    return { place: withoutMiddle(place, line - before - tail), lines: 1, whole: true }
  if (before + size <= line || size + tail <= line) return { place, lines: 2, whole: true }
  const bold = /[a-z]/i.test(place) ? 0.95 : 1 // Latin letters are wider then
  // the kind is not parted: it stands for one long word, as does what stands before
  const needed = (part: string): number =>
    linesOf(`${wordOf(before)}${part} ${wordOf(emsOf(kind))}`, bold * line)
  const lines = needed(place) <= 2 ? 2 : most
  if (needed(place) <= lines) return { place, lines, whole: false }
  // 1: what a line may leave empty at its end
  let room = lines * line - (lines - 1) - before - tail
  while (room > line / 2 && needed(withoutMiddle(place, room)) > lines) room -= 0.5
  return { place: withoutMiddle(place, room), lines, whole: false }
}

/** The word below the badge; none rather than half of one, since the badge says the level, too. */
export function levelText(word: string, lang: 'zh' | 'en'): string {
  const room = lang === 'en' ? 4.4 : 3
  return fitsByWord(word, room) ? cutTo(word, room) : ''
}
