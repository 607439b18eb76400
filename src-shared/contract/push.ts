/** What the station sends unasked to every screen, over whichever transport. */
import type { Board, BoardIncident, MonthFigures, WallSign } from '../domain/board/types.ts'

/** The whole board: first thing on a stream, and the cure for a gap. */
export type BoardPush = { kind: 'board'; board: Board }
/**
 * One changed incident. A screen whose position is not `previous` has missed something and asks for
 * the whole board.
 */
export type IncidentPush = {
  kind: 'incident'
  previous: number
  position: number
  now: number
  incidentId: string
  incident: BoardIncident | null // null: no longer on the board
  month: MonthFigures
  lastIncidentAt: number | null
}
/**
 * One a second, sent by the deadline engine itself: a stuck engine is silent, even while HTTP still
 * answers.
 */
export type BeatPush = {
  kind: 'beat'
  cycle: number
  position: number
  now: number
  walls: readonly WallSign[]
  storageFailed: boolean
}

/** Who listens: the console hears everything, a wall nothing personal. */
export type Audience = 'desk' | 'wall'

export type Push = BoardPush | IncidentPush | BeatPush
