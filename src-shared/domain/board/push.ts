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

/** When walls were last heard of, by id: those of which nothing else has changed. */
type Seen = Readonly<Record<string, number>>
/** A beat with which nothing has changed: cycle, position and instant. */
type QuietBeat = readonly [cycle: number, position: number, now: number]
export type BareBeat = QuietBeat | (BriefBeat & { seen?: Seen })

/** Null: more of them has changed than when they were heard of. */
function seenIn(walls: readonly WallSign[], before: readonly WallSign[]): Seen | null {
  const known = new Map(before.map((wall) => [wall.id, wall]))
  if (walls.length !== before.length) return null
  const seen: Record<string, number> = {}
  for (const wall of walls) {
    const last = known.get(wall.id)
    const isSame =
      last && JSON.stringify({ ...wall, lastSeen: last.lastSeen }) === JSON.stringify(last)
    if (!isSame) return null
    if (wall.lastSeen !== last.lastSeen) seen[wall.id] = wall.lastSeen
  }
  return seen
}

/** As those last heard of stand at the end, they do after these, too. */
const heardOf = (walls: readonly WallSign[], seen: Seen): readonly WallSign[] => {
  const byId = new Map(walls.map((wall) => [wall.id, wall]))
  return [
    ...walls.filter(({ id }) => seen[id] === undefined),
    ...Object.entries(seen).flatMap(([id, lastSeen]) => {
      const wall = byId.get(id)
      return wall ? [{ ...wall, lastSeen }] : []
    }),
  ]
}

/** What every beat says. */
const QUIET = { kind: true, cycle: true, position: true, now: true }

/** A brief beat in fewer bytes: at rest three numbers, and of walls that live on only when. */
export function barely(beat: BeatPush, last: BeatPush): BareBeat {
  const { walls, ...rest } = briefly(beat, last)
  const seen = walls ? seenIn(walls, last.walls) : null
  if (walls) return { ...rest, ...(seen ? { seen } : { walls }) }
  const { cycle, position, now } = rest
  return Object.keys(rest).every((key) => key in QUIET) ? [cycle, position, now] : rest
}

const isQuiet = (push: unknown): push is QuietBeat => Array.isArray(push)

/** The instant of a beat (UTC ms), whichever form it has; null: the push is none. */
export const beatAt = (push: Push | BriefBeat | BareBeat): number | null =>
  isQuiet(push) ? push[2] : push.kind === 'beat' ? push.now : null

/**
 * Puts back what brief and bare beats leave out, as the last push of this line has said it. A push
 * that is whole stays as it is.
 */
export function fromBrief(): (push: BoardPush | IncidentPush | BriefBeat | BareBeat) => Push {
  let last: Repeated = { head: null, walls: [], storageFailed: false }
  return (push) => {
    if (isQuiet(push)) {
      const [cycle, position, now] = push
      return { kind: 'beat', cycle, position, now, ...last }
    }
    if (push.kind === 'incident') return push
    if (push.kind === 'board') {
      const { head, walls, storageFailed } = push.board
      last = { head, walls, storageFailed }
      return push
    }
    const { seen, ...beat } = { seen: undefined, ...push }
    const { head, walls, storageFailed } = { ...last, ...beat }
    last = { head, walls: seen ? heardOf(walls, seen) : walls, storageFailed }
    return { ...beat, ...last }
  }
}

export type Push = BoardPush | IncidentPush | BeatPush
