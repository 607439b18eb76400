/**
 * `station verify`: checks that the record is what was written. The station that runs on the folder
 * checks it, else it is read here.
 */
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import { createFileList, verifiedWith } from '#main/adapters/files/check-files.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import type { Verified } from '#main/core/ports.ts'
import { damageText } from '#main/core/verify/damage-text.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit-codes.ts'
import { COPIED } from './folder-words.ts'
import { isLost, noRecord, sizeOf } from './lost-record.ts'
import { dataFiles } from './install-paths.ts'
import { stationClient } from './station-client.ts'

const verifyByStation = async (dir: string, holder: string): Promise<Verified> =>
  stationClient(dir, holder).query('journal/verify', null)

/** The record, and the files that it speaks of. */
async function verifyFile(dir: string, file: string): Promise<Verified> {
  const list = createFileList()
  try {
    const verified = await verifySqliteJournal(file, strayProjection, list.hear)
    return await verifiedWith(verified, list, dir)
  } catch (error) {
    if (!(error instanceof JournalRefused)) throw error
    if (error.code !== 'record-damaged') throw new Stop(EXIT.record, error.code, error.text)
    return { ok: false, firstBad: error.firstBad ?? 0, why: error.message }
  }
}

/**
 * Null where no lock can be had because nothing can be written: no station can run there either.
 */
function lockOf(dir: string): ReturnType<typeof lockDataFolder> | null {
  try {
    return lockDataFolder(dir)
  } catch {
    return null
  }
}

async function verifyFolder(dir: string): Promise<Verified & { isCopied?: boolean }> {
  const file = dataFiles(dir).journal
  if (isLost(dir)) return { ok: false, firstBad: 1, why: 'record-missing' }
  if (sizeOf(file) === 0) throw noRecord(dir)
  const lock = lockOf(dir) // until the end: no station may start and write
  if (lock && 'holder' in lock) return verifyByStation(dir, lock.holder)
  try {
    return { ...(await verifyFile(dir, file)), ...(lock?.isCopied && { isCopied: true }) }
  } finally {
    lock?.release()
  }
}

function intactText({ position, purged }: Extract<Verified, { ok: true }>): LocalizedText {
  const whole = localized(
    `记录完好，共${position}条`,
    `The record is intact up to entry ${position}`,
  )
  if (!purged) return whole
  const { values, files } = purged
  return localized(
    `${whole.zh}；按规定清除过${values}处个人信息、${files}个附件，记录里各有说明`,
    `${whole.en}; personal values purged by rule or request: ${values}, files: ${files}; the record says when and why`,
  )
}

/**
 * The one line of the result and the exit code: 0, or 2 with the first bad position (0: the events
 * are whole, what lies beside them is not).
 */
export async function verify(dir: string): Promise<{ exit: ExitCode; line: string }> {
  const { isCopied = false, ...result } = await verifyFolder(dir)
  const message = result.ok
    ? intactText(result)
    : isCopied
      ? localized(
          `${damageText(result).zh}。${COPIED.zh}`,
          `${damageText(result).en}. ${COPIED.en}`,
        )
      : damageText(result)
  return { exit: result.ok ? EXIT.ok : EXIT.damaged, line: JSON.stringify({ ...result, message }) }
}
