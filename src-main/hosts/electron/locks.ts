/**
 * Decides from two locks whether this program runs: the kernel's lock of the data folder is the
 * authority, the desktop's single-instance lock only makes the running program show itself.
 */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import { WORDS } from './desktop-words.ts'

/**
 * start: run. elsewhere: another program runs and shows itself. stop: show the reason, end with
 * this code, and restart where `again` says that this can help.
 */
export type Verdict =
  | { go: 'start' }
  | { go: 'elsewhere' }
  | { go: 'stop'; exit: number; code: string; text: LocalizedText; again: boolean }

const STALE_LOCK_EXIT = 3

/**
 * `folder`: null if the folder is ours now, else why not. `instance`: whether the single-instance
 * lock is ours.
 */
export function startVerdict(folder: Stop | null, instance: boolean): Verdict {
  if (folder === null)
    return instance
      ? { go: 'start' }
      : {
          go: 'stop',
          exit: STALE_LOCK_EXIT,
          code: 'stale-instance-lock',
          text: WORDS.staleLock,
          again: true,
        }
  if (folder.exit === EXIT.folderTaken && !instance) return { go: 'elsewhere' }
  return {
    go: 'stop',
    exit: folder.exit,
    code: folder.code,
    text: folder.text,
    again: folder.exit !== EXIT.folderTaken,
  }
}

/**
 * An error without a code (a folder that cannot be made, a missing disk) gets the system's words.
 */
export function asStop(error: unknown): Stop {
  if (error instanceof Stop) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new Stop(
    EXIT.internal,
    'internal',
    localized(`${WORDS.unknown.zh}：${detail}`, `${WORDS.unknown.en}: ${detail}`),
  )
}
