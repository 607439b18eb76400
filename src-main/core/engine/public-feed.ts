/**
 * Makes of what all walls are told what a public one is told: of each incident what its type
 * allows, and of one that is hidden nothing, so that its stream looks as it does in calm. Only the
 * position goes on, with the next beat.
 */
import { applyPush } from '#shared/domain/board/apply-push.ts'
import { disclosed } from '#shared/domain/board/disclosed.ts'
import { disclosedBoard } from '#shared/domain/board/public.ts'
import type { BeatPush, IncidentPush, Push } from '#shared/domain/board/push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { BoardDrawing } from './board-drawing.ts'

export type PublicFeed = {
  board: (board: Board) => Board
  /** Nobody has listened so far. */
  begin: () => void
  /** Null: what has changed is nothing that a public wall has. */
  whole: (board: Board) => Push | null
  /** `current` gives the board of all walls. */
  incident: (push: IncidentPush, current: () => Board) => Push | null
  beat: (push: BeatPush) => BeatPush
}

/**
 * What a push of the whole board would bring: not how far the record goes, nor when that was, and
 * nothing that a wall has by the beat, signs of walls and the order by urgency included.
 */
const drawn = (board: Board): string =>
  JSON.stringify({
    ...board,
    ...{ position: 0, now: 0, head: null, walls: [], storageFailed: false },
    incidents: board.incidents.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })

/** `position`: how far the record goes at the start. */
export function createPublicFeed(
  drawing: Pick<BoardDrawing, 'publicMonth'>,
  position: number,
): PublicFeed {
  let last = position // the last push, or the last change that was none of theirs
  let changed = position // the last change of theirs
  let head: Board['head'] = null
  let shown: Board | null = null // as a wall that has heard everything has it
  const shownIds = new Set<string>() // incidents that some wall may have

  /** A head that moved by something hidden alone would tell of it. */
  const headOf = (latest: Board['head']): Board['head'] => {
    if (latest && latest.position <= changed) head = latest
    return head
  }
  function make(board: Board): Board {
    const next = disclosedBoard(board, {
      month: drawing.publicMonth(board.now),
      head: headOf(board.head),
    })
    for (const { id } of next.incidents) shownIds.add(id)
    return next
  }
  function send(board: Board): Push {
    last = board.position
    changed = board.position
    shown = board
    shownIds.clear() // every wall has this board now, and nothing beside it
    for (const { id } of board.incidents) shownIds.add(id)
    return { kind: 'board', board }
  }

  function whole(board: Board): Push | null {
    const next = make(board)
    return shown && drawn(shown) === drawn(next) ? null : send(next)
  }

  return {
    board(board) {
      const next = make(board)
      shown ??= next // others have yet to be told what this one reads
      return next
    },
    begin() {
      shown = null
    },
    whole,
    incident(push, current) {
      const isShown = shownIds.has(push.incidentId)
      if (!push.incident && !isShown) return whole(current())
      const incident = push.incident && disclosed(push.incident)
      if (push.incident && !incident)
        return shownIds.delete(push.incidentId) ? send(make(current())) : null
      shownIds.add(push.incidentId)
      const news: IncidentPush = {
        ...push,
        incident,
        previous: last,
        month: drawing.publicMonth(push.now),
      }
      last = push.position
      changed = push.position
      shown = shown && applyPush(shown, news)
      return news
    },
    beat(push) {
      const previous = last
      last = push.position
      return { ...push, previous, head: headOf(push.head) }
    },
  }
}
