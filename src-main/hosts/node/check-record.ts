/**
 * Checks the whole record once while the station works: opening it has checked only what came since
 * the last anchor.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { damageText } from './verify-report.ts'

/**
 * Writes the result into the log, and damage as a note on the console too; an error of the check is
 * logged. Returns a function that ends it: a result that comes afterwards is dropped.
 */
export function checkInBackground(station: Pick<Station, 'check' | 'note'>, log: Log): () => void {
  let stopped = false

  async function check(): Promise<void> {
    await pause()
    const verified = await station.check()
    if (stopped) return
    if (verified.ok) return log.info('record-whole', { position: verified.position })
    const words = damageText(verified)
    log.error('record-damaged', new Error(words.en), { ...verified })
    station.note(
      localized(
        `核对全部记录时发现损坏：${words.zh}。请保留数据目录原样，联系管理员从备份恢复。`,
        `Checking the whole record has found damage: ${words.en}. Leave the data folder as it is and have it restored from a backup.`,
      ),
    )
  }

  check().catch((error: unknown) => {
    if (!stopped) log.error('record-not-checked', error)
  })
  return () => {
    stopped = true
  }
}
