/** What a cell of the strip shows of its incident. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { isLate } from '#shared/domain/board/late.ts'
import { gravityOf, type Gravity, type Slots } from '#shared/domain/board/strip.ts'
import { shortPlace } from './strip-words.ts'

/** `news`: it has changed, and its row was not shown long enough yet. */
export type Cell = {
  id: string
  level: number | null
  place: string
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

/** Cutting a place at a word costs more than the rest of a cell. */
const places = new WeakMap<BoardIncident, { room: number; text: string }>()
function placeOf(incident: BoardIncident, room: number): string {
  const last = places.get(incident)
  if (last?.room === room) return last.text
  const text = room > 0 ? shortPlace(incident.place, room) : ''
  places.set(incident, { room, text })
  return text
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
      place: placeOf(incident, placeRoom),
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
