/** The words and figures of one row, worked out from an incident. */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { byAttention } from '#shared/domain/board/order.ts'
import { cutTo, emsOf, fitsByWord } from '#shared/charts/measure.ts'
import { blinks } from '../ui/blink.ts'

const limits = new WeakMap<BoardIncident, BoardStep | null>()

/**
 * The step whose limit is nearest, looked up once: it is needed for each incident each second, and
 * a board is never changed in place.
 */
export function limitStep(incident: BoardIncident): BoardStep | null {
  const cached = limits.get(incident)
  if (cached !== undefined) return cached
  const nearest = incident.steps.find((step) => step.id === incident.nearest) ?? null
  limits.set(incident, nearest)
  return nearest
}

/**
 * The open step with a limit whose clock has not started, the first by attention; null if there is
 * none.
 */
export const pendingStep = (incident: BoardIncident): BoardStep | null =>
  byAttention(incident.steps).find((step) => step.pending) ?? null

/**
 * The next open steps in the console's order of attention, at most `count`, without the one whose
 * limit the row already shows. What is learned from the event afterwards comes next only when
 * nothing else does.
 */
export function upcoming(incident: BoardIncident, count: number): BoardStep[] {
  const open = byAttention(incident.steps).filter(({ id }) => id !== incident.nearest)
  const before = open.filter(({ stage }) => stage !== 'review')
  return (before.length > 0 ? before : open).slice(0, count)
}

/** The frame of its late row blinks while one of its alerts does. `now` in UTC ms. */
export const blinking = (incident: BoardIncident, now: number): boolean =>
  incident.alerts.some((alert) => blinks(alert, now))

export type Owner = { role: string; name: string | null }

/**
 * What stands after the first of several people, long and short, and what stands for all of them:
 * 等2人, 等, 2人.
 */
export type Together = { several: string; others: string; number: string }

/**
 * Role and people as far as they fit into the first of the `rooms` (em) that holds both, the
 * narrowest first; the last one is all there is. Whose task it is comes first: the people are
 * shortened before the role is, and the role at a word.
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
        ? [first + together.several, first + together.others, together.number]
        : [first]
  for (const room of rooms) {
    const name = ways.find((way) => emsOf(role) + (way ? 0.3 : 0) + emsOf(way) <= room)
    if (name !== undefined) return { role, name: name || null }
  }
  return { role: cutTo(role, rooms.at(-1) ?? 0), name: null }
}

export type Headline = { place: string; lines: 1 | 2; whole: boolean }

/**
 * Place and kind on one line of `line` em if both fit, else on two; the place is cut only where
 * even two do not hold it. `before` is what stands in front of it, in em. `whole`: the place fits
 * on a line and is not broken.
 */
export function headline(place: string, kind: string, before: number, line: number): Headline {
  const gap = 0.34
  const size = emsOf(place)
  const tail = gap + emsOf(kind)
  if (before + size + tail <= line) return { place, lines: 1, whole: true }
  if (before + size <= line || size + tail <= line) return { place, lines: 2, whole: true }
  // 1: what a line may leave empty at its end
  return { place: cutTo(place, 2 * line - 1 - before - tail), lines: 2, whole: false }
}

/** The word below the badge; none rather than half of one, since the badge says the level, too. */
export function levelText(word: string, lang: 'zh' | 'en'): string {
  const room = lang === 'en' ? 4.4 : 3
  return fitsByWord(word, room) ? cutTo(word, room) : ''
}
