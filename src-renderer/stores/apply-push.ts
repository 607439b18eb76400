/** What a push makes of the board that a screen holds. Pure; it asks for nothing. */
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import type { Push } from '#shared/contract/push.ts'
import { inOrder } from '#shared/domain/board/order.ts'
import { unreachable } from '#shared/domain/decision.ts'

/**
 * `gap`: something was missed and the whole board must be asked for; until then the board stays as
 * it is.
 */
export type Folded = { board: Board | null; gap: boolean }

export function fold(board: Board | null, push: Push): Folded {
  switch (push.kind) {
    case 'board':
      return { board: push.board, gap: false }
    case 'beat':
      return { board, gap: board === null || push.position !== board.position }
    case 'incident': {
      // already in the board that was read meanwhile
      if (board !== null && push.position <= board.position) return { board, gap: false }
      if (board === null || push.previous !== board.position) return { board, gap: true }
      return {
        board: {
          ...board,
          position: push.position,
          now: push.now,
          month: push.month,
          lastIncidentAt: push.lastIncidentAt,
          incidents: inOrder(replaced(board.incidents, push.incidentId, push.incident)),
        },
        gap: false,
      }
    }
    default:
      return unreachable(push)
  }
}

const replaced = (
  incidents: readonly BoardIncident[],
  id: string,
  next: BoardIncident | null,
): BoardIncident[] => {
  const others = incidents.filter((incident) => incident.id !== id)
  return next ? [...others, next] : others
}
