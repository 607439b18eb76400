/**
 * Defines what the power-cut sheet (断电纸) shows: one A4 by which a room goes on without its
 * screens. It is drawn anew each time and is no record.
 */
import type { IncidentState } from '../incident/record/state.ts'
import type { BoardLeftIncident } from '../board/types.ts'
import type { BoardRoom } from '../board/room.ts'
import type { BoardWarning } from '../board/warnings.ts'
import type { LocalizedText } from '../text.ts'

/** Somebody to ring. `person` null: the unit or post goes by its name alone. */
export type SheetNumber = { who: LocalizedText; person: string | null; number: string }

/**
 * An open step. `numbers`: of whom it rings; where it rings nobody, of its owners. `dueAt` (UTC
 * ms): its limit, null where none runs.
 */
export type SheetStep = {
  stepId: string
  title: LocalizedText
  role: LocalizedText
  people: readonly string[]
  numbers: readonly string[]
  lifeSafety: boolean
  taken: boolean
  dueAt: number | null
  late: boolean
}

/** `steps`: those that have room, what matters most first; `more`: how many have none. */
export type SheetIncident = {
  incidentId: string
  number: string | null
  place: string
  kind: LocalizedText
  state: IncidentState
  level: number | null
  levelName: LocalizedText | null
  drill: boolean
  commander: LocalizedText
  receivedAt: number
  steps: readonly SheetStep[]
  more: number
}

/** `open`: steps that were open when the record was damaged, those that have room. */
export type SheetLeft = Pick<
  BoardLeftIncident,
  'number' | 'place' | 'kind' | 'drill' | 'receivedAt'
> & { open: readonly LocalizedText[]; more: number }

/** A warning from outside in force. `until` null: until it is lifted. */
export type SheetWarning = Pick<BoardWarning, 'warning' | 'kind' | 'area' | 'until' | 'measures'>

/**
 * `at` in UTC ms, `position`: how far the record went then. `more`: incidents without room.
 * `units`: numbers outside, `duty`: who is on, whoever is reached first on top. `room`: its people
 * have left it. `left`: incidents of a damaged record that nobody has taken over; their clocks
 * stand still, whatever else is on the sheet; `leftMore`, `warningsMore`: those without room.
 */
export type PowerCutSheet = {
  at: number
  position: number
  site: LocalizedText
  incidents: readonly SheetIncident[]
  more: number
  units: readonly SheetNumber[]
  duty: readonly SheetNumber[]
  room: BoardRoom | null
  left: readonly SheetLeft[]
  leftMore: number
  warnings: readonly SheetWarning[]
  warningsMore: number
}
