/**
 * Makes backups by itself at the place that was chosen: every hour, thinned, one thing at a time,
 * beside the engine, which never waits for it. What fails is told and tried again, with a growing
 * pause; how late the last whole one is, is told by itself.
 */
import {
  lateAt,
  latenessOf,
  nextBackupAt,
  type BackupLateness,
} from '#shared/domain/backup/schedule.ts'
import type { BackupPlace } from '#shared/domain/backup/stream.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import type { Faults } from '../../engine/faults.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type {
  BackupMade,
  BackupPhase,
  BackupRestored,
  Backups,
  Clock,
  Journal,
  Log,
  StoredCopies,
} from '../../ports.ts'
import { createCopiesAtPlace } from './copies-at-place.ts'
import { busy, noPlace } from './refusals.ts'
import { LATE, notMade, OVERDUE, worksAgain } from './words.ts'

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [MINUTE_MS, HOUR_MS]
const NOTICE_MS = HOUR_MS

type Parts = {
  backups: Backups
  memory: Memory
  faults: Pick<Faults, 'set'>
  journal: Pick<Journal, 'hashAt'>
  clock: Pick<Clock, 'wall'>
  log: Log
  /** Puts a notice on the desk, for so long in ms (null: until it is replaced). */
  setNotice: (name: string, notice: LocalizedText | null, forMs: number | null) => void
}

/** What is being done now; `since`: UTC ms. */
export type BackupJob = {
  kind: 'backup' | 'restore'
  phase: BackupPhase | null
  since: number
}

export type BackupStatus = {
  place: BackupPlace | null
  stored: StoredCopies
  /** The beginning of the next one (UTC ms), a repeated try included; null without a place. */
  next: number | null
  lateness: BackupLateness
  /** Why the last try failed; null if it did not. */
  fault: Refusal | null
  job: BackupJob | null
  /** The outcome of the last restore since the start. */
  restored: (BackupRestored & { backup: string }) | (Refusal & { backup: string }) | null
}

export type BackupWork = {
  /** A backup in any folder, now; answers when it is whole. */
  make: (folder: string) => Promise<BackupMade | Refusal>
  /** Begins one at the place. */
  begin: () => { ok: true } | Refusal
  /** Begins to make a new data folder of a backup of the place. */
  beginRestore: (name: string, to: string) => { ok: true } | Refusal
  status: () => BackupStatus
  /** Whether backups can be written there; a refusal says why not. */
  check: Backups['read']
  switchTo: Backups['switchTo']
  start: (arm: (deadlines: readonly Timed[]) => void) => void
  /** Arms what is due by itself; again whenever something else may be due. */
  poll: () => void
  due: (keys: readonly string[]) => void
  stop: () => Promise<void>
}

export function createBackupWork(parts: Parts): BackupWork {
  const { backups, memory, faults, clock, log, setNotice } = parts
  const copies = createCopiesAtPlace(parts)
  let arm: (deadlines: readonly Timed[]) => void = () => undefined
  let known: BackupPlace | null = null // the place that the rest of the state is about
  let failed: { times: number; again: number; refusal: Refusal } | null = null
  let announced: BackupLateness = 'no'
  // the first is under way; null: what lies at the place is read
  const jobs: (BackupJob | null)[] = []
  let working: Promise<void> = Promise.resolve()
  let restored: BackupStatus['restored'] = null
  let stopped = false

  const place = (): BackupPlace | null => memory.documents.get('backups', 'backups')
  const since = ({ at }: BackupPlace): number => Math.max(at, copies.newestAt() ?? at)
  const nextAt = ({ at }: BackupPlace): number =>
    failed?.again ?? nextBackupAt(copies.newestAt(), at)

  const makeWhole = (folder: string): Promise<Refusal | null> =>
    copies.add(folder, (phase) => {
      const [current] = jobs
      if (current) current.phase = phase
    })

  function settle(folder: string, refusal: Refusal | null): void {
    if (stopped || place()?.folder !== folder) return
    if (refusal) {
      const times = (failed?.times ?? 0) + 1
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1))
      failed = { times, again: clock.wall() + pause, refusal }
      log.error('backup-work-failed', new Error(refusal.message.en), { code: refusal.code, times })
      setNotice('backup-fault', notMade(folder, refusal), null)
    } else if (failed) {
      failed = null
      setNotice('backup-fault', worksAgain(folder), NOTICE_MS)
    }
    tellLateness()
  }

  function tellLateness(): void {
    const chosen = place()
    const lateness = chosen?.folder ? latenessOf(since(chosen), clock.wall()) : 'no'
    if (lateness === announced) return
    announced = lateness
    setNotice('backup-late', lateness === 'late' ? LATE : null, null)
    faults.set('backup', lateness === 'overdue' ? OVERDUE : null)
  }

  /** One after another; what it ends with never rejects. */
  function run(kind: BackupJob['kind'] | null, work: () => Promise<void>): void {
    jobs.push(kind && { kind, phase: null, since: clock.wall() })
    working = working
      .then(work)
      .catch((error: unknown) => log.error('backup-work-failed', error))
      .finally(() => {
        jobs.shift()
        if (!stopped) poll()
      })
  }

  const job = (): BackupJob | null => jobs.find((candidate) => candidate !== null) ?? null

  function runBackup(folder: string): void {
    run('backup', async () => settle(folder, await makeWhole(folder)))
  }

  /** Another place: what was known of the one before is forgotten. */
  function follow(): BackupPlace | null {
    const chosen = place()
    if (chosen === known) return chosen
    known = chosen
    copies.forget()
    failed = null
    setNotice('backup-fault', null, null)
    const folder = chosen?.folder
    if (folder)
      run(null, async () => {
        const refusal = await copies.read(folder)
        if (refusal) settle(folder, refusal)
        else tellLateness()
      })
    else tellLateness()
    return chosen
  }

  function poll(): void {
    const chosen = follow()
    if (!chosen?.folder || jobs.length > 0) return arm([])
    const { late, overdue } = lateAt(since(chosen))
    arm([
      { key: 'backup', dueAt: nextAt(chosen) },
      ...(announced === 'no' ? [{ key: 'late', dueAt: late }] : []),
      ...(announced === 'overdue' ? [] : [{ key: 'overdue', dueAt: overdue }]),
    ])
  }

  return {
    make: (folder) => backups.make(folder, memory.site, clock.wall()),
    begin() {
      const folder = place()?.folder
      if (!folder) return noPlace()
      if (job()) return busy()
      runBackup(folder)
      return { ok: true }
    },
    beginRestore(name, to) {
      const folder = place()?.folder
      if (!folder) return noPlace()
      if (job()) return busy()
      restored = null
      run('restore', async () => {
        restored = {
          ...(await backups.restore({ folder, name, to, at: clock.wall() })),
          backup: name,
        }
      })
      return { ok: true }
    },
    status() {
      const chosen = place()
      return {
        place: chosen,
        stored: copies.stored(),
        next: chosen?.folder ? nextAt(chosen) : null,
        lateness: announced,
        fault: failed?.refusal ?? null,
        job: job(),
        restored,
      }
    },
    check: (folder) => backups.read(folder),
    switchTo: backups.switchTo,
    start(armed) {
      arm = armed
      poll()
    },
    poll,
    due(keys) {
      tellLateness()
      const folder = place()?.folder
      if (keys.includes('backup') && folder && jobs.length === 0) runBackup(folder)
      poll()
    },
    async stop() {
      stopped = true
      await working
    },
  }
}
