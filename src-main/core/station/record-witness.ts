/**
 * Compares the record at each start with what was witnessed of it outside: one that has become
 * shorter, or says something else, is told on the desk and recorded, and the station starts.
 */
import { decideStation } from '#shared/domain/station/decide.ts'
import type { RecordPoint } from '#shared/domain/station/head.ts'
import { stationStream, type Shortened } from '#shared/domain/station/stream.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { recordDecision } from '../engine/changes.ts'
import type { BoardFeed } from '../engine/board-feed.ts'
import type { CommandQueue } from '../engine/command-queue.ts'
import type { Memory } from '../engine/memory.ts'
import type { Clock, Journal, Log } from '../ports.ts'
import { recordShortened } from './record-notices.ts'

/** So long a loss stands on the desk, whatever restarts there are meanwhile. */
const TOLD_FOR_MS = 24 * HOUR_MS

type Parts = {
  memory: Memory
  journal: Pick<Journal, 'position' | 'hashAt' | 'events' | 'eventsAfter'>
  commandQueue: Pick<CommandQueue, 'submit'>
  boardFeed: Pick<BoardFeed, 'setNotice'>
  clock: Clock
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
  /** How far the record once went; null: nobody outside knows. */
  witnessed: RecordPoint | null
}

type Loss = Omit<Shortened, 'at'>

/** What is missing of the record, by what was witnessed of it; null: nothing is. */
async function lossOf(witnessed: RecordPoint, journal: Parts['journal']): Promise<Loss | null> {
  const position = await journal.position()
  if (
    position >= witnessed.position &&
    (await journal.hashAt(witnessed.position)) === witnessed.hash
  )
    return null
  const [last] = position > 0 ? await journal.eventsAfter(position - 1, 1) : []
  const hash = (await journal.hashAt(position)) ?? ''
  return { witnessed, left: { position, hash }, lastAt: last?.at ?? null }
}

/** Resolves when a loss is recorded, or cannot be; a record that cannot be compared starts, too. */
export async function compareWithWitness(parts: Parts): Promise<void> {
  try {
    await compare(parts)
  } catch (error) {
    parts.log.error('record-not-compared', error)
  }
}

async function compare({
  memory,
  journal,
  commandQueue,
  boardFeed,
  clock,
  log,
  by,
  witnessed,
}: Parts): Promise<void> {
  const state = stationStream.replay('', await journal.events(stationStream.nameOf('')))
  const loss = witnessed && (await lossOf(witnessed, journal))
  const now = clock.wall()
  const stored = loss ? { ...loss, at: now } : state.shortened
  if (stored && now - stored.at < TOLD_FOR_MS)
    boardFeed.setNotice(
      'record-shortened',
      recordShortened(stored, memory.site.zone),
      TOLD_FOR_MS - Math.max(0, now - stored.at),
    )
  if (!loss) return
  log.error('record-shortened', new Error('the record ends before its witness'), loss)
  const decision = decideStation(state, { type: 'NoteShortening', ...loss })
  const changes = recordDecision(stationStream, 'station', state, decision, { at: now, by })
  await commandQueue.submit({ command: null, decide: async () => changes })
}
