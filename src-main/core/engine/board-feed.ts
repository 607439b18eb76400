/**
 * Sends what screens see to their listeners: the whole board, one changed incident, the beat.
 */
import { publicBoard, publicIncident } from '#shared/domain/board/public.ts'
import { drawRoom } from '#shared/domain/board/room.ts'
import { drawWarnings } from '#shared/domain/board/warnings.ts'
import { drawFaults } from '#shared/domain/board/faults.ts'
import { unreachable } from '#shared/domain/decision.ts'
import { byUrgency } from '#shared/domain/board/urgency.ts'
import type { Board, BoardEmergency } from '#shared/domain/board/types.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { withNotices } from '#shared/domain/site/notice.ts'
import { onBoard } from '#shared/domain/site/site.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { onBoardWith } from '#shared/domain/walls/shows.ts'
import { AUDIENCES, type Audience, type BeatPush, type Push } from '#shared/contract/push.ts'
import type { BoardDrawing } from './board-drawing.ts'
import type { Commit, CommitListener } from './command-queue.ts'
import type { Faults } from './faults.ts'
import type { IncomingCalls } from './incoming-calls.ts'
import { createLibraryMark } from './library-mark.ts'
import type { Memory } from './memory.ts'
import { createNotices, type Notices } from './notices.ts'
import { createPublicFeed } from './public-feed.ts'
import type { Screens } from './screens.ts'
import type { SelfTestRun } from './self-test-run.ts'
import type { Clock, Library, Log } from '../ports.ts'

type Listener = (push: Push, text: string) => void

export type BoardFeed = CommitListener & {
  board: (audience?: Audience) => Board
  /** Sends the whole board. */
  wholeBoard: () => void
  beat: (cycle: number) => void
  setNotice: Notices['set']
  addNotice: Notices['add']
  /** Returns how to stop listening. A listener that throws is dropped. */
  listen: (listener: Listener, audience?: Audience) => () => void
}

/** Who rings is for the desk alone. */
function withoutCalls(beat: BeatPush): BeatPush {
  if (!beat.incoming) return beat
  const shown = { ...beat }
  delete shown.incoming
  return shown
}

/** The same news without personal values. */
function forWalls(push: Push): Push {
  if (push.kind === 'board') return { ...push, board: publicBoard(push.board) }
  if (push.kind === 'beat') return withoutCalls(push)
  return push.kind === 'incident' && push.incident
    ? { ...push, incident: publicIncident(push.incident) }
    : push
}

type Parts = {
  memory: Memory
  library: Library
  drawing: BoardDrawing
  faults: Pick<Faults, 'standing'>
  screens: Pick<Screens, 'signs'>
  selfTestRun: Pick<SelfTestRun, 'shown'>
  incomingCalls: Pick<IncomingCalls, 'shown'>
  /** The month whose report waits to be issued; `now` in UTC ms. */
  reportReady: (now: number) => string | null
  clock: Clock
  log: Log
  /** What there is on an emergency record beside its own incidents; null on the site's own. */
  emergency: (now: number) => BoardEmergency | null
  /** Whether a commit changes what stands there beside the incidents. */
  concernsAll: (commit: Commit) => boolean
  /** What stands on the desk from the start on. */
  notices: readonly LocalizedText[]
}

export function createBoardFeed({
  memory,
  library,
  drawing,
  faults,
  screens,
  selfTestRun,
  incomingCalls,
  reportReady,
  clock,
  log,
  emergency,
  concernsAll,
  notices: initial,
}: Parts): BoardFeed {
  const listeners: Record<Audience, Set<Listener>> = {
    desk: new Set(),
    wall: new Set(),
    public: new Set(),
  }
  const publicFeed = createPublicFeed(drawing, memory.position)
  const notices = createNotices(clock, initial)
  const libraryMark = createLibraryMark(memory)
  let pushed = memory.position
  let undrawn: Commit['incidents'] = []
  let isWholeDue = false
  let isDue = false

  const leftRoom = (): Pick<Board, 'room'> => {
    const room = drawRoom(memory.documents.get('room', 'room'), memory.value)
    return room ? { room } : {}
  }

  const inForce = (now: number): Pick<Board, 'warnings'> => {
    const warnings = drawWarnings(memory.documents.get('warnings', 'warnings'), memory.value, now)
    return warnings.length > 0 ? { warnings } : {}
  }

  /** Where a wall of the room may show no more than public ones, it has their figures, too. */
  function withMonthByType<T extends { now: number }>(of: T): T {
    const isUsed = memory.documents.get('walls', 'walls')?.some(({ byType }) => byType) ?? false
    return isUsed ? { ...of, monthByType: drawing.publicMonth(of.now) } : of
  }
  /** The same news for walls of the room. */
  function forRooms(push: Push): Push {
    const news = forWalls(push)
    if (news.kind === 'beat') return news
    return news.kind === 'board'
      ? { ...news, board: withMonthByType(news.board) }
      : withMonthByType(news)
  }

  function board(): Board {
    const now = clock.wall()
    const changed = libraryMark()
    const year = localDate(now, memory.site.zone).slice(0, 4)
    const calendar = withNotices(library.calendar(), memory.site.notices ?? [])
    return {
      position: memory.position,
      head: memory.head,
      now,
      site: onBoard(memory.site),
      month: drawing.month(now),
      lastIncidentAt: memory.lastOver,
      duty: drawing.duty(now),
      unpublishedYear: calendar[year]?.published ? null : year,
      walls: screens.signs(),
      namedWalls: onBoardWith(memory.documents.get('walls', 'walls') ?? [], memory.places()),
      storageFailed: memory.storageFailedSince !== null,
      notes: notices.current(),
      reportReady: reportReady(now),
      ...(changed === null ? {} : { library: changed }),
      ...leftRoom(),
      ...inForce(now),
      emergency: emergency(now),
      alerts: drawFaults(faults.standing()),
      incidents: byUrgency(
        [...memory.incidents.keys(), ...memory.lost].flatMap(
          (id) => drawing.onBoard(id, now) ?? [],
        ),
        now,
      ),
    }
  }

  function forPublic(push: Push): Push | null {
    switch (push.kind) {
      case 'board':
        return publicFeed.whole(push.board)
      case 'incident':
        return publicFeed.incident(push, () => publicBoard(board()))
      case 'beat':
        return publicFeed.beat(push)
      default:
        return unreachable(push)
    }
  }
  const newsFor: Record<Audience, (push: Push) => Push | null> = {
    desk: (push) => push,
    wall: forRooms,
    public: (push) => forPublic(forWalls(push)),
  }

  /** Serialised once an audience, whatever the number of screens. */
  function broadcast(push: Push): void {
    for (const audience of AUDIENCES) {
      const audienceListeners = listeners[audience]
      if (audienceListeners.size === 0) continue
      const news = newsFor[audience](push)
      if (!news) continue
      const serialised = JSON.stringify(news)
      for (const listener of audienceListeners) {
        try {
          listener(news, serialised)
        } catch (error) {
          log.error('listener-failed', error)
          audienceListeners.delete(listener)
        }
      }
    }
  }

  /** Each once, as it stands after the last of its changes. */
  function sendChanged(incidents: Commit['incidents']): void {
    const now = clock.wall()
    const last = new Map<string, number>()
    for (const { incidentId, position } of incidents) {
      last.delete(incidentId) // to the end: positions only grow
      last.set(incidentId, position)
    }
    for (const [incidentId, position] of last) {
      broadcast({
        kind: 'incident',
        previous: pushed,
        position,
        now,
        incidentId,
        incident: drawing.onBoard(incidentId, now),
        month: drawing.month(now),
        lastIncidentAt: memory.lastOver,
      })
      pushed = position
    }
  }

  function wholeBoard(): void {
    undrawn = []
    pushed = memory.position
    broadcast({ kind: 'board', board: board() })
  }

  /** In a turn of its own, since drawing takes as long as deciding: the answers leave before it. */
  function sendDue(): void {
    const [changed, isWhole] = [undrawn, isWholeDue]
    undrawn = []
    isWholeDue = false
    isDue = false
    try {
      if (isWhole) wholeBoard()
      else sendChanged(changed)
    } catch (error) {
      log.error('telling-failed', error)
    }
  }

  return {
    board(audience = 'desk') {
      if (audience === 'desk') return board()
      const ofWalls = publicBoard(board())
      return audience === 'wall' ? withMonthByType(ofWalls) : publicFeed.board(ofWalls)
    },
    onCommitted(commit) {
      undrawn = [...undrawn, ...commit.incidents]
      if (concernsAll(commit) || commit.other) isWholeDue = true
      if (isDue) return
      isDue = true
      void clock.yield().then(sendDue)
    },
    wholeBoard,
    beat(cycle) {
      const now = clock.wall()
      const selfTest = selfTestRun.shown()
      const incoming = incomingCalls.shown(now)
      broadcast({
        kind: 'beat',
        cycle,
        position: pushed,
        head: memory.head,
        now,
        walls: screens.signs(),
        storageFailed: memory.storageFailedSince !== null,
        ...(selfTest ? { selfTest } : {}),
        ...(incoming.length > 0 ? { incoming } : {}),
      })
    },
    setNotice: notices.set,
    addNotice: notices.add,
    listen(listener, audience = 'desk') {
      if (audience === 'public' && listeners.public.size === 0) publicFeed.begin()
      listeners[audience].add(listener)
      return () => void listeners[audience].delete(listener)
    },
  }
}
