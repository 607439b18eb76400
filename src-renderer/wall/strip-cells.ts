/** What a cell of the strip shows of its incident. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { emsOf } from '#shared/charts/measure.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { isLate } from '#shared/domain/board/late.ts'
import { gravityOf, type Gravity, type Slots } from '#shared/domain/board/strip.ts'
import { shortPlace } from './strip-words.ts'

/** `news`: it has changed, and its row was not shown long enough yet. */
export type Cell = {
  id: string
  level: number | null
  place: string
  number: string // by which it is called in its year; empty where it has no room
  kind: LocalizedText
  drill: boolean
  late: boolean
  gravity: Gravity
  news: boolean
}

type Look = {
  now: number // UTC ms
  stale: boolean // then nothing is inverse
  leftOver: ReadonlySet<string>
  isTold: (incidentId: string) => boolean
  placeRoom: number // em
}

/** Between the place and the number, and what a place keeps of its room (em). */
const GAP = 0.4
const LEAST_PLACE = 4

type Name = { place: string; number: string }
const NAMELESS: Name = { place: '', number: '' }

/** What follows the year: 017. */
const inYear = ({ number = '' }: BoardIncident): string => /\d+$/.exec(number)?.[0] ?? ''

/** The number stands beside a place that it does not cut more than to what tells places apart. */
function nameIn(incident: BoardIncident, room: number): Name {
  const number = inYear(incident)
  const rest = room - emsOf(number) - GAP
  const isFit = number !== '' && (rest >= LEAST_PLACE || emsOf(incident.place) <= rest)
  return isFit
    ? { place: shortPlace(incident.place, rest), number }
    : { place: shortPlace(incident.place, room), number: '' }
}

/** Cutting a place at a word costs more than the rest of a cell. */
const names = new WeakMap<BoardIncident, { room: number; name: Name }>()
function nameOf(incident: BoardIncident, room: number): Name {
  const last = names.get(incident)
  if (last?.room === room) return last.name
  const name = room > 0 ? nameIn(incident, room) : NAMELESS
  names.set(incident, { room, name })
  return name
}

/** A cell each, null where it is free. */
export function cellsOf(
  slots: Slots,
  incidents: ReadonlyMap<string, BoardIncident>,
  { now, stale, leftOver, isTold, placeRoom }: Look,
): readonly (Cell | null)[] {
  return slots.map((id) => {
    const incident = id === null ? undefined : incidents.get(id)
    if (!incident) return null
    const { level, kind, drill } = incident
    return {
      id: incident.id,
      level,
      ...nameOf(incident, placeRoom),
      kind,
      drill,
      late: !stale && !leftOver.has(incident.id) && isLate(incident, now),
      gravity: gravityOf(incident, now),
      news: isTold(incident.id),
    }
  })
}

/** Nothing that the strip shows differs. */
export const sameCells = (a: readonly (Cell | null)[], b: readonly (Cell | null)[]): boolean =>
  a.length === b.length &&
  a.every((cell, i) => {
    const other = b[i] ?? null
    if (cell === null || other === null) return cell === other
    return (Object.keys(cell) as (keyof Cell)[]).every((key) => cell[key] === other[key])
  })
