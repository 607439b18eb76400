/**
 * Keeps the station going and shows that it does: the cycle of the engine with the beat of all
 * screens, how far the record goes, saving again after the disk failed, the turn of the month, a
 * clock that was changed.
 */
import { decideStation, type StationCommand } from '#shared/domain/station/decide.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { Audience } from '#shared/contract/push.ts'
import type { Cycle } from '../api.ts'
import type { BoardFeed } from '../engine/board-feed.ts'
import { recordDecision } from '../engine/changes.ts'
import type { CommandQueue } from '../engine/command-queue.ts'
import type { Faults } from '../engine/faults.ts'
import type { Memory } from '../engine/memory.ts'
import { headAt } from '../engine/record-head.ts'
import type { Clock, Journal, Log } from '../ports.ts'
import type { Alarms } from './alarms.ts'
import type { FaultWatch } from './fault-watch.ts'
import { clockBehind, clockChanged } from './clock-faults.ts'

const BEAT_MS = 1000
const RETRY_MS = 5000
const CLOCK_SLACK_MS = 60_000 // a clock that a server corrects by seconds is no matter

export type Health = {
  /** At the end of every full cycle of the engine; `now` in UTC ms. */
  onCycle: (now: number) => void
  /** When the wall clock was changed by so many ms against the monotonic one. */
  onClockJump: (byMs: number) => void
  /** Resolves at the end of the next full cycle: a dead engine never answers. */
  nextCycle: () => Promise<Cycle>
  /** Just after midnight at the end of a month its first board waits for the figures. */
  board: (audience?: Audience) => Promise<Board>
  /** Tells the desk if the record ends later than it is now. */
  checkClock: () => Promise<void>
}

type Parts = {
  memory: Memory
  faults: Pick<Faults, 'happened'>
  faultWatch: Pick<FaultWatch, 'onCycle'>
  journal: Pick<Journal, 'eventsAfter' | 'hashAt'>
  commandQueue: CommandQueue
  alarms: Alarms
  boardFeed: BoardFeed
  clock: Clock
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
}

export function createHealth({
  memory,
  faults,
  faultWatch,
  journal,
  commandQueue,
  alarms,
  boardFeed,
  clock,
  log,
  by,
}: Parts): Health {
  let cycle = 0
  let headReadAt = -1 // position
  let beatAt = -Infinity // monotonic ms, as `retriedAt`
  let retriedAt = -Infinity
  let waiting: ((cycle: Cycle) => void)[] = []

  /** In the station's own name, at this instant. */
  function recordEvent(command: StationCommand, more: { recovers?: true } = {}): void {
    const meta = { at: clock.wall(), by }
    const state = stationStream.initial('')
    const decision = decideStation(state, command)
    const changes = recordDecision(stationStream, 'station', state, decision, meta)
    void commandQueue.submit({
      command: null,
      decide: async () => (changes.ok ? { ...changes, ...more } : changes),
    })
  }

  /**
   * While the disk fails, saving is tried again, first the alarms that went on in memory; nobody
   * has to click.
   */
  function retrySaving(): void {
    const since = memory.storageFailedSince
    if (since === null || clock.mono() - retriedAt < RETRY_MS) return
    retriedAt = clock.mono()
    for (const id of memory.unsaved.keys()) void alarms.checkDeadlines(id, [])
    recordEvent({ type: 'NoteRecovery', since }, { recovers: true })
  }

  /**
   * Never rejects: if the new month cannot be read, screens keep the last one under its name, and
   * the next cycle tries again.
   */
  async function turnMonth(now: number): Promise<void> {
    try {
      if (await memory.turnMonth(now)) boardFeed.wholeBoard()
    } catch (error) {
      log.error('month-not-read', error)
    }
  }

  /** Screens remember it: where it cannot be read, they keep what they have seen. */
  async function readHead(): Promise<void> {
    const { position } = memory
    if (position === headReadAt) return
    headReadAt = position
    memory.head = (await headAt(position, journal, log)) ?? memory.head
  }

  function beat(): void {
    if (clock.mono() - beatAt < BEAT_MS - 50) return
    beatAt = clock.mono()
    boardFeed.beat(cycle)
  }

  function answerWaiting(now: number): void {
    const { position, storageFailedSince } = memory
    const answers = waiting
    waiting = []
    for (const answer of answers)
      answer({ cycle, position, now, storageFailed: storageFailedSince !== null })
  }

  return {
    onCycle(now) {
      cycle += 1
      faultWatch.onCycle()
      beat()
      answerWaiting(now)
      void turnMonth(now)
      void readHead()
      retrySaving()
    },

    /** No limit is harmed, but the desk must know why times of day look odd. */
    onClockJump(byMs) {
      faults.happened('clock', clockChanged(clock.wall(), byMs, memory.site.zone))
      recordEvent({ type: 'NoteClockChange', byMs })
    },

    nextCycle: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
      }),

    async board(audience) {
      await turnMonth(clock.wall())
      return boardFeed.board(audience)
    },

    /**
     * Only the wall clock lives through a stop. If the record ends later than it is now, the clock
     * was put back in between (or had run ahead): limits that run are due at instants that lie too
     * far away.
     */
    async checkClock() {
      const [last] = memory.position > 0 ? await journal.eventsAfter(memory.position - 1, 1) : []
      const behind = last ? last.at - clock.wall() : 0
      if (last === undefined || behind < CLOCK_SLACK_MS) return
      faults.happened('clock', clockBehind(last.at, behind, memory.site.zone))
      log.error('clock-behind-record', new Error(`${behind} ms`), { lastAt: last.at })
    },
  }
}
