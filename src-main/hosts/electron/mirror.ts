/**
 * The board as the main process keeps it, for tray, taskbar, notifications and the plain page. Pure
 * folding of pushes; it asks for nothing.
 */
import { inOrder } from '#shared/domain/board/order.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { Push } from '#shared/contract/push.ts'
import { unreachable } from '#shared/domain/decision.ts'

/**
 * The board after a push. What happened before the board that is held is passed over: it is in
 * there already.
 */
export function mirrored(board: Board, push: Push): Board {
  switch (push.kind) {
    case 'board':
      return push.board
    case 'beat':
      return { ...board, now: push.now, walls: push.walls, storageFailed: push.storageFailed }
    case 'incident': {
      if (push.position <= board.position) return board
      const others = board.incidents.filter(({ id }) => id !== push.incidentId)
      const incidents = inOrder(push.incident ? [...others, push.incident] : others)
      return {
        ...board,
        position: push.position,
        now: push.now,
        month: push.month,
        lastIncidentAt: push.lastIncidentAt,
        incidents,
      }
    }
    default:
      return unreachable(push)
  }
}
