/**
 * Checks the whole record once while the station works: opening it has checked only what came since
 * the last anchor (design §4).
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { damageText } from './verify-report.ts'

/**
 * The result goes into the log, and damage on the desk. Whatever happens on the way, the station
 * works on. Returns how to let it go: what comes afterwards is nobody's business any more.
 */
export function checkInBackground(station: Pick<Station, 'check' | 'note'>, log: Log): () => void {
  let left = false

  async function check(): Promise<void> {
    await pause()
    const found = await station.check()
    if (left) return
    if (found.ok) return log.info('record-whole', { position: found.position })
    const words = damageText(found)
    log.error('record-damaged', new Error(words.en), { ...found })
    station.note(
      localized(
        `核对全部记录时发现损坏：${words.zh}。请保留数据目录原样，联系管理员从备份恢复。`,
        `Checking the whole record has found damage: ${words.en}. Leave the data folder as it is and have it restored from a backup.`,
      ),
    )
  }

  check().catch((error: unknown) => {
    if (!left) log.error('record-not-checked', error)
  })
  return () => {
    left = true
  }
}
