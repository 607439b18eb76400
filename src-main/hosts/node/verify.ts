/** `station verify`: is the record what was written? Asks the station that runs on the folder, else reads the record itself. */
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import type { Verified } from '#main/core/ports.ts'
import { strayProjection } from '#main/core/rebuild.ts'
import type { Answered } from '#shared/contract/contract.ts'
import { text } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit.ts'
import { wordsOf } from './finding.ts'
import { isLost, sizeOf } from './lost.ts'
import { inFolder } from './places.ts'
import { notedStation } from './tokens.ts'

const silent = (dir: string, heldBy: string): Stop => new Stop(EXIT.folderTaken, 'folder-taken', text(
  `数据目录${dir}正被使用（${heldBy}），但该值守站没有应答`,
  `The data folder ${dir} is in use (${heldBy}), but its station does not answer`))

async function ask(dir: string, heldBy: string): Promise<Verified> {
  const noted = notedStation(dir)
  if (!noted) throw silent(dir, heldBy)
  const response = await fetch(`${noted.url}/api/request`, {
    method: 'POST',
    headers: { authorization: `Bearer ${noted.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'journal/verify' }),
  }).catch(() => null)
  if (!response) throw silent(dir, heldBy)
  const answer = (await response.json()) as Answered<'journal/verify'>
  if (!answer.ok) throw new Stop(EXIT.internal, answer.code, answer.message)
  return answer.reply
}

async function read(file: string): Promise<Verified> {
  try {
    return await verifySqliteJournal(file, strayProjection)
  } catch (error) {
    if (!(error instanceof JournalRefused)) throw error
    if (error.code !== 'record-damaged') throw new Stop(EXIT.record, error.code, error.text)
    return { ok: false, firstBad: error.firstBad ?? 0, why: error.message }
  }
}

/** Null where no lock can be had because nothing can be written: there no station can run either. */
function lockOf(dir: string): ReturnType<typeof lockDataFolder> | null {
  try {
    return lockDataFolder(dir)
  } catch {
    return null
  }
}

async function verified(dir: string): Promise<Verified> {
  const file = inFolder(dir).journal
  if (isLost(dir)) return { ok: false, firstBad: 1, why: 'record-missing' }
  if (sizeOf(file) === 0) throw new Stop(EXIT.noInput, 'no-record', text(`${dir}里没有记录`, `There is no record in ${dir}`))
  const lock = lockOf(dir) // held while reading: no station may start and write meanwhile
  if (lock && 'heldBy' in lock) return ask(dir, lock.heldBy)
  try {
    return await read(file)
  } finally {
    lock?.release()
  }
}

/** The one line of the result and the exit code: 0, or 2 with the first bad position (0: the events are whole, what lies beside them is not). */
export async function verify(dir: string): Promise<{ exit: ExitCode; line: string }> {
  const result = await verified(dir)
  const message = result.ok ? text(`记录完好，共${result.position}条`, `The record is whole up to event ${result.position}`) : wordsOf(result)
  return { exit: result.ok ? EXIT.ok : EXIT.damaged, line: JSON.stringify({ ...result, message }) }
}
