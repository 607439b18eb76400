/**
 * Compares the record at each start with what was witnessed of it outside: one that has become
 * shorter, or says something else, is a fault until somebody acknowledges it, is recorded, and the
 * station starts.
 */
import { decideStation } from '#shared/domain/station/decide.ts'
import type { RecordPoint } from '#shared/domain/station/head.ts'
import {
  RECORD_SHORTENED,
  stationStream,
  type RecordShortened,
  type StationState,
} from '#shared/domain/station/stream.ts'
import { recordDecision } from '../engine/changes.ts'
import type { CommandQueue } from '../engine/command-queue.ts'
import type { Faults } from '../engine/faults.ts'
import type { Memory } from '../engine/memory.ts'
import type { Clock, Journal, Log } from '../ports.ts'
import { recordShortened } from './record-faults.ts'

export type RecordWitness = {
  /** Resolves when a loss is told and recorded, or cannot be; it never rejects. */
  compare: () => Promise<void>
  /** At the end of every cycle of the engine: what the disk did not take is recorded later. */
  onCycle: () => void
}

type Parts = {
  memory: Pick<Memory, 'site' | 'storageFailedSince'>
  faults: Pick<Faults, 'happened'>
  journal: Pick<Journal, 'position' | 'hashAt' | 'events' | 'eventsAfter'>
  commandQueue: Pick<CommandQueue, 'submit'>
  clock: Clock
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
  /** How far the record once went; null: nobody outside knows. */
  witnessed: RecordPoint | null
}

type Loss = Omit<RecordShortened, 'type'>

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

export function createRecordWitness({
  memory,
  faults,
  journal,
  commandQueue,
  clock,
  log,
  by,
  witnessed,
}: Parts): RecordWitness {
  let unrecorded: { state: StationState; loss: Loss } | null = null

  async function record(): Promise<void> {
    if (!unrecorded) return
    const { state, loss } = unrecorded
    unrecorded = null
    const decision = decideStation(state, { type: 'NoteShortening', ...loss })
    const meta = { at: clock.wall(), by }
    const changes = recordDecision(stationStream, 'station', state, decision, meta)
    const result = await commandQueue.submit({ command: null, decide: async () => changes })
    if (!result.ok) unrecorded = { state, loss }
  }

  async function compare(): Promise<void> {
    const state = stationStream.replay('', await journal.events(stationStream.nameOf('')))
    const loss = witnessed && (await lossOf(witnessed, journal))
    if (loss) {
      log.error(RECORD_SHORTENED, new Error('the record ends before its witness'), loss)
      unrecorded = { state, loss }
      await record()
    }
    const known = state.shortened?.acknowledged ? null : state.shortened
    const reported = loss ?? known
    if (reported) faults.happened(RECORD_SHORTENED, recordShortened(reported, memory.site.zone))
  }

  return {
    async compare() {
      try {
        await compare()
      } catch (error) {
        log.error('record-not-compared', error)
      }
    },
    onCycle() {
      if (memory.storageFailedSince === null) void record()
    },
  }
}
