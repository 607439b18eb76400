/** The pushes that keep the board of a screen current. */
import type { RecordHead } from '../station/head.ts'
import type { IncomingCall } from './incoming-call.ts'
import type { Board, BoardIncident, MonthFigures } from './types.ts'
import type { WallSign } from './wall-sign.ts'

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
  monthByType?: MonthFigures // as on the board
  lastIncidentAt: number | null
}
/** The self-test that every screen goes through now; `aloud`: its tone is heard. */
export type ShownSelfTest = { testId: string; aloud: boolean }
/**
 * One a second, sent by the deadline engine itself: a stuck engine is silent, even while HTTP still
 * answers.
 */
export type BeatPush = {
  kind: 'beat'
  cycle: number
  /** Public walls only: the position of the last push, where what came since is none of theirs. */
  previous?: number
  position: number
  head: RecordHead | null
  now: number
  walls: readonly WallSign[]
  storageFailed: boolean
  selfTest?: ShownSelfTest // absent while nothing is tested
  incoming?: readonly IncomingCall[] // consoles only; absent while nobody rings
}

/** What a beat repeats as long as nothing of it has changed. */
type Repeated = Pick<BeatPush, 'head' | 'walls' | 'storageFailed'>
export type BriefBeat = Omit<BeatPush, keyof Repeated> & Partial<Repeated>

/** The beat without what the `last` one has said already: at rest a fifth of it. */
export function briefly(
  { head, walls, storageFailed, ...beat }: BeatPush,
  last: BeatPush,
): BriefBeat {
  const isOther = (part: unknown, before: unknown): boolean =>
    JSON.stringify(part) !== JSON.stringify(before)
  return {
    ...beat,
    ...(isOther(head, last.head) ? { head } : {}),
    ...(isOther(walls, last.walls) ? { walls } : {}),
    ...(storageFailed === last.storageFailed ? {} : { storageFailed }),
  }
}

/**
 * Puts back what brief beats leave out, as the last push of this line has said it. A push that is
 * whole stays as it is.
 */
export function fromBrief(): (push: BoardPush | IncidentPush | BriefBeat) => Push {
  let last: Repeated = { head: null, walls: [], storageFailed: false }
  return (push) => {
    if (push.kind === 'incident') return push
    const { head, walls, storageFailed } = {
      ...last,
      ...(push.kind === 'board' ? push.board : push),
    }
    last = { head, walls, storageFailed }
    return push.kind === 'board' ? push : { ...push, ...last }
  }
}

export type Push = BoardPush | IncidentPush | BeatPush
