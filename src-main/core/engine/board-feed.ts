/**
 * Draws what screens see and sends it to their listeners: the whole board, one changed incident,
 * the beat.
 */
import { drawIncident, type View } from '#shared/domain/board/board.ts'
import { undrawnIncident } from '#shared/domain/board/undrawn.ts'
import { publicBoard, publicIncident } from '#shared/domain/board/public.ts'
import { inOrder } from '#shared/domain/board/order.ts'
import type { Board, BoardIncident, MonthFigures, WallSign } from '#shared/domain/board/types.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { isOnBoard, type Incident } from '#shared/domain/incident/record/state.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import { monthOfTally } from '#shared/domain/statistics/month.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Audience, Push } from '#shared/contract/push.ts'
import type { Memory } from './memory.ts'
import type { Clock, Library, Log } from '../ports.ts'
import type { Commit, CommitListener } from './command-queue.ts'

const WALL_FORGOTTEN_MS = 3_600_000
const NO_CATEGORY = localized('未分类', 'No category')

export type BoardFeed = CommitListener & {
  board: (audience?: Audience) => Board
  /** Of any incident. Beside one that has left the board stands nobody who is on duty today. */
  drawAny: (incident: Incident) => BoardIncident
  /** As it was drawn at an instant of the past (UTC ms), with whoever was on duty then. */
  drawThen: (incident: Incident, at: number, roster: Roster | null) => BoardIncident
  wholeBoard: () => void
  beat: (cycle: number) => void
  wall: (sign: WallSign) => void
  /**
   * Said on the desk under a name, in place of what was said under it before, for so long (null:
   * for good); null takes it away.
   */
  setNotice: (name: string, says: LocalizedText | null, forMs: number | null) => void
  /** Said on the desk from now on. */
  addNotice: (says: LocalizedText) => void
  listen: (listener: (push: Push, text: string) => void, audience?: Audience) => () => void
}

/** The same news without personal values. */
function forWalls(push: Push): Push {
  if (push.kind === 'board') return { ...push, board: publicBoard(push.board) }
  return push.kind === 'incident' && push.incident
    ? { ...push, incident: publicIncident(push.incident) }
    : push
}

export function createBoardFeed(
  memory: Memory,
  library: Library,
  clock: Clock,
  log: Log,
  ofStart: readonly LocalizedText[],
): BoardFeed {
  const listeners: Record<Audience, Set<(push: Push, text: string) => void>> = {
    desk: new Set(),
    wall: new Set(),
  }
  const walls = new Map<string, WallSign>()
  let pushed = memory.position
  let notes = ofStart
  // by name; until: on the monotonic clock
  const said = new Map<string, { says: LocalizedText; until: number }>()

  const view = (now: number): View => ({
    world: memory.world(),
    now,
    open: memory.value,
    typeName: (code) =>
      [...library.types(), ...library.everything().types].find((type) => type.code === code)
        ?.name ?? null,
  })

  /**
   * Wall and statistics page take these from the same function (design rule 3). While a month that
   * has just begun is being read, the last one stands under its own name: never a nought that
   * nobody has counted.
   */
  function month(now: number): MonthFigures {
    const held = memory.month()
    const figures = monthOfTally(held.month, held.tally, now)
    const codes = [
      ...library.categories().map(({ code }) => code),
      ...Object.keys(figures.byCategory).filter(
        (code) => !library.categories().some((one) => one.code === code),
      ),
    ]
    return {
      month: figures.month,
      incidents: figures.incidents,
      limits: figures.limits,
      drills: figures.drills,
      byCategory: codes.map((code) => ({
        code,
        name:
          [...library.categories(), ...library.everything().categories].find(
            (one) => one.code === code,
          )?.name ?? NO_CATEGORY,
        count: figures.byCategory[code] ?? 0,
      })),
    }
  }

  /** What was said under a name and still stands. */
  const standing = (): LocalizedText[] =>
    [...said.values()].filter(({ until }) => clock.mono() < until).map(({ says }) => says)

  const signs = (now: number): WallSign[] =>
    [...walls.values()].filter((sign) => now - sign.lastSeen < WALL_FORGOTTEN_MS)

  /** Who is on duty, post by post, in the order of the roster; empty without one. */
  function duty(): Board['duty'] {
    const roles = [...library.plans().flatMap((plan) => plan.roles), ...library.everything().roles]
    return Object.entries(memory.posts() ?? {})
      .filter(([, people]) => people.length > 0)
      .map(([post, people]) => ({
        role: roles.find((role) => role.id === post)?.name ?? localized(post, post),
        people: people.map(({ person }) => person),
      }))
  }

  const undrawn = new Map<string, number>() // by incident, the version of which it was said

  /**
   * One that cannot be drawn keeps nobody from seeing the others: it stands there by its place, and
   * the log says why.
   */
  function draw(id: string, now: number): BoardIncident | null {
    const incident = memory.unsaved.get(id)?.incident ?? memory.incidents.get(id)
    if (!incident) return memory.lost.has(id) ? undrawnIncident(id, null, now) : null
    try {
      return drawIncident(incident, view(now))
    } catch (error) {
      if (undrawn.get(id) !== incident.version)
        log.error('incident-not-drawn', error, { incidentId: id })
      undrawn.set(id, incident.version)
      return undrawnIncident(id, incident, now)
    }
  }

  function board(): Board {
    const now = clock.wall()
    const year = localDate(now, memory.site.zone).slice(0, 4)
    return {
      position: memory.position,
      now,
      site: memory.site,
      month: month(now),
      lastIncidentAt: memory.lastOver,
      duty: duty(),
      unpublishedYear: library.calendar()[year]?.published ? null : year,
      walls: signs(now),
      storageFailed: memory.storageFailedSince !== null,
      notes: [...notes, ...standing()],
      reportReady: memory.reports.ready(now),
      incidents: inOrder(
        [...memory.incidents.keys(), ...memory.lost].flatMap((id) => draw(id, now) ?? []),
      ),
    }
  }

  /** Serialised once an audience, whatever the number of screens. */
  function broadcast(push: Push): void {
    for (const audience of ['desk', 'wall'] as const) {
      const heard = listeners[audience]
      if (heard.size === 0) continue
      const said = audience === 'wall' ? forWalls(push) : push
      const serialised = JSON.stringify(said)
      for (const listener of heard) {
        try {
          listener(said, serialised)
        } catch (error) {
          log.error('listener-failed', error)
          heard.delete(listener)
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
        incident: draw(incidentId, now),
        month: month(now),
        lastIncidentAt: memory.lastOver,
      })
      pushed = position
    }
  }

  function sendWhole(): void {
    pushed = memory.position
    broadcast({ kind: 'board', board: board() })
  }

  return {
    drawAny(incident) {
      const seen = view(clock.wall())
      return drawIncident(
        incident,
        isOnBoard(incident.state) ? seen : { ...seen, world: { ...seen.world, roster: null } },
      )
    },
    drawThen: (incident, at, roster) =>
      drawIncident(incident, { ...view(at), world: { ...memory.world(), roster } }),
    board: (audience = 'desk') => (audience === 'wall' ? publicBoard(board()) : board()),
    onCommitted({ incidents, other }) {
      if (other) sendWhole()
      else sendChanged(incidents)
    },
    wholeBoard: sendWhole,
    beat(cycle) {
      const now = clock.wall()
      broadcast({
        kind: 'beat',
        cycle,
        position: pushed,
        now,
        walls: signs(now),
        storageFailed: memory.storageFailedSince !== null,
      })
    },
    wall: (sign) => void walls.set(sign.id, sign),
    setNotice(name, says, forMs) {
      if (says) said.set(name, { says, until: forMs === null ? Infinity : clock.mono() + forMs })
      else said.delete(name)
    },
    addNotice(says) {
      notes = [...notes, says]
    },
    listen(listener, audience = 'desk') {
      listeners[audience].add(listener)
      return () => void listeners[audience].delete(listener)
    },
  }
}
