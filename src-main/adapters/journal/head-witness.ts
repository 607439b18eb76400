/**
 * Keeps beside the record, in a small file of its own, how far the record goes: one that was cut
 * short, or put back to an older state, is whole in itself and cannot tell.
 */
import { hash as sha } from 'node:crypto'
import type { Log } from '#main/core/ports.ts'
import type { RecordPoint } from '#shared/domain/station/head.ts'
import { readSmallFile, safeWriteBeside } from '../safe-write.ts'
import { START, type Head } from './chain.ts'

/** The file is never further behind the record, as long as the disk takes it (ms). */
const BEHIND_MS = 2_000

/** Its own sum, so that a changed byte makes it unreadable and never another head. */
const sumOf = ({ position, hash }: RecordPoint): string =>
  sha('sha256', `${position} ${hash}`, 'hex')

const textOf = (point: RecordPoint): string =>
  `${JSON.stringify({ ...point, sum: sumOf(point) }, null, 2)}\n`

/** `missing`: there is no such file, or an empty one; `damaged`: it is not what was written. */
export function readWitness(file: string): RecordPoint | 'missing' | 'damaged' {
  const text = readSmallFile(file)
  if (!text) return 'missing'
  try {
    const { position, hash } = JSON.parse(text) as RecordPoint
    return textOf({ position, hash }) === text ? { position, hash } : 'damaged'
  } catch {
    return 'damaged'
  }
}

export type HeadWitness = {
  /** What the file said when this station began; null if it said nothing that can be read. */
  readonly witnessed: RecordPoint | null
  /** The record goes so far now. */
  saw: (head: Head) => void
  /** Nothing is waiting for the disk: the file may follow at once. */
  folded: () => void
  /** False from a write that failed until one that did not. */
  isWritten: () => boolean
  /** The file follows the record from now on; until then it stays as it was. */
  begin: () => void
  /** Resolves when the file says how far the record went. */
  stop: () => Promise<void>
}

/** A file that cannot be read is told to the log and made again; what cannot be written, too. */
export function createHeadWitness(file: string, log: Log): HeadWitness {
  const read = readWitness(file)
  if (typeof read === 'string') log.info(`head-witness-${read}`, { file })
  const witnessed = typeof read === 'string' ? null : read
  let written = witnessed?.hash ?? ''
  let head = START
  let begun = false
  let failing = false
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> | null = null

  async function write(): Promise<void> {
    const { seq: position, hash } = head
    try {
      await safeWriteBeside(file, textOf({ position, hash }))
      written = hash
      failing = false
    } catch (error) {
      if (!failing) log.error('head-witness-not-written', error)
      failing = true
    }
  }

  function follow(): void {
    if (timer) clearTimeout(timer)
    timer = null
    if (!begun || head.seq === 0 || head.hash === written) return
    // one at a time; what has come in the meantime is written after it
    writing ??= write().finally(() => {
      writing = null
      plan()
    })
  }

  function plan(): void {
    if (begun && head.hash !== written) timer ??= setTimeout(follow, BEHIND_MS).unref()
  }

  return {
    witnessed,
    saw(next) {
      head = next
      plan()
    },
    folded: follow,
    isWritten: () => !failing,
    begin() {
      begun = true
      follow()
    },
    async stop() {
      await writing
      follow()
      await writing
      if (timer) clearTimeout(timer)
      begun = false
    },
  }
}
