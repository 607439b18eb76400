/**
 * Has the whole record checked while the station works, at its start and every hour, and tells the
 * desk as long as something is wrong with it: opening it has checked only what came since the last
 * anchor.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import type { BoardFeed } from '../engine/board-feed.ts'
import type { Clock, Log, Verified } from '../ports.ts'
import { damageText } from '../verify/damage-text.ts'

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
  boardFeed: Pick<BoardFeed, 'setNotice' | 'wholeBoard'>
  clock: Clock
  log: Log
}

const damaged = (words: LocalizedText): LocalizedText =>
  localized(
    `核对全部记录时发现损坏：${words.zh}。值守照常。请保留数据目录原样，联系管理员从备份恢复。`,
    `Checking the whole record has found damage: ${words.en}. The station runs on. Leave the data folder as it is and have the administrator restore it from a backup.`,
  )

const notChecked = localized(
  '记录无法核对，磁盘可能有故障。值守照常。请告知管理员检查磁盘，并把记录备份到另一块盘。',
  'The record cannot be checked; the disk may be failing. The station runs on. Tell the administrator to look at the disk, and to back the record up to another one.',
)

export function createRecordCheck({ check, boardFeed, clock, log }: Parts): RecordCheck {
  let running = false
  let started = false
  let stopped = false
  let checkedAt = -Infinity // monotonic ms
  let shown: LocalizedText | null = null

  /** Each finding is told once, and stands until a check finds something else, or nothing. */
  function tell(notice: LocalizedText | null, logged: () => void): void {
    if (notice?.en === shown?.en && shown !== null) return
    logged()
    if (notice === shown) return
    shown = notice
    boardFeed.setNotice('record-check', notice, null)
    boardFeed.wholeBoard()
  }

  async function look(): Promise<void> {
    await clock.yield()
    const verified = await check()
    if (stopped) return
    if (verified.ok)
      return tell(null, () => log.info('record-whole', { position: verified.position }))
    const words = damageText(verified)
    tell(damaged(words), () => log.error('record-damaged', new Error(words.en), { ...verified }))
  }

  async function run(): Promise<void> {
    running = true
    checkedAt = clock.mono()
    try {
      await look()
    } catch (error) {
      if (!stopped) tell(notChecked, () => log.error('record-not-checked', error))
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
