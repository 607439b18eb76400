/** Applies a push to the board that a screen or the main process holds. */
import { unreachable } from '../decision.ts'
import { byUrgency } from './urgency.ts'
import type { Push } from './push.ts'
import type { Board, BoardIncident } from './types.ts'

/**
 * Something was missed before this push: the whole board must be read, since this push cannot be
 * applied. A push that is older than the board is in it already and misses nothing.
 */
export function hasGap(board: Board | null, push: Push): boolean {
  if (push.kind === 'board') return false
  if (board === null) return true
  if (push.kind === 'incident')
    return push.position > board.position && push.previous > board.position
  // without `previous` every change before the beat has had a push of its own
  return push.previous === undefined
    ? push.position !== board.position
    : push.previous > board.position
}

/** Of two incidents that one commit has changed the second comes at the same position. */
const isOlder = (board: Board, { position, previous }: { position: number; previous: number }) =>
  position < board.position || (position === board.position && previous !== position)

const withIncident = (
  incidents: readonly BoardIncident[],
  id: string,
  changed: BoardIncident | null,
  now: number,
): readonly BoardIncident[] => {
  const others = incidents.filter((incident) => incident.id !== id)
  return byUrgency(changed ? [...others, changed] : others, now)
}

/** The board after a push; the same board where the push is older than it. */
export function applyPush(board: Board, push: Push): Board {
  switch (push.kind) {
    case 'board':
      return push.board
    case 'beat':
      return {
        ...board,
        position: hasGap(board, push) ? board.position : Math.max(board.position, push.position),
        head: push.head,
        now: push.now,
        walls: push.walls,
        storageFailed: push.storageFailed,
        incidents: byUrgency(board.incidents, push.now),
      }
    case 'incident':
      return isOlder(board, push)
        ? board
        : {
            ...board,
            position: push.position,
            now: push.now,
            month: push.month,
            ...(push.monthByType ? { monthByType: push.monthByType } : {}),
            lastIncidentAt: push.lastIncidentAt,
            incidents: withIncident(board.incidents, push.incidentId, push.incident, push.now),
          }
    default:
      return unreachable(push)
  }
}
