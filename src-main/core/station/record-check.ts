/**
 * Has the whole record checked while the station works, at its start and every hour: as long as
 * something is wrong with it, it is a fault of the station. Opening it has checked only what came
 * since the last anchor.
 */
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import type { Faults } from '../engine/faults.ts'
import type { Clock, Log, Verified } from '../ports.ts'
import { damageText } from '../verify/damage-text.ts'
import { RECORD_NOT_CHECKED, recordDamaged } from './record-faults.ts'

const EVERY_MS = HOUR_MS

export type RecordCheck = {
  /** The first check begins at once. */
  start: () => void
  /** At the end of every cycle of the engine. */
  onCycle: () => void
  /** What a check finds afterwards is dropped. */
  stop: () => void
}

type Parts = {
  check: () => Promise<Verified>
  faults: Pick<Faults, 'set'>
  clock: Clock
  log: Log
}

export function createRecordCheck({ check, faults, clock, log }: Parts): RecordCheck {
  let running = false
  let started = false
  let stopped = false
  let checkedAt = -Infinity // monotonic ms
  let shown: FaultWords | null = null

  /** Each finding is logged once, and stands until a check finds something else, or nothing. */
  function tell(words: FaultWords | null, logged: () => void): void {
    if (words?.cause.en === shown?.cause.en && shown !== null) return
    logged()
    shown = words
    faults.set('record-check', words)
  }

  async function look(): Promise<void> {
    await clock.yield()
    const verified = await check()
    if (stopped) return
    if (verified.ok)
      return tell(null, () => log.info('record-whole', { position: verified.position }))
    const words = damageText(verified)
    tell(recordDamaged(words), () =>
      log.error('record-damaged', new Error(words.en), { ...verified }),
    )
  }

  async function run(): Promise<void> {
    running = true
    checkedAt = clock.mono()
    try {
      await look()
    } catch (error) {
      if (!stopped) tell(RECORD_NOT_CHECKED, () => log.error('record-not-checked', error))
    } finally {
      running = false
    }
  }

  return {
    start() {
      started = true
      void run()
    },
    onCycle() {
      if (started && !stopped && !running && clock.mono() - checkedAt >= EVERY_MS) void run()
    },
    stop() {
      stopped = true
    },
  }
}
