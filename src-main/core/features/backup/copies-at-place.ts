/** The copies of this record that lie at a place: read, added to, and thinned. */
import { newestOf, superfluous } from '#shared/domain/backup/schedule.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Memory } from '../../engine/memory.ts'
import type { BackupPhase, Backups, Clock, Journal, Log, StoredCopies } from '../../ports.ts'

const NOTHING: StoredCopies = { copies: [], schemaCopies: [], free: null }

export type CopiesAtPlace = {
  stored: () => StoredCopies
  /** When the newest was made (UTC ms); null without any. */
  newestAt: () => number | null
  /** Another place: what was known of the one before is forgotten. */
  forget: () => void
  read: (folder: string) => Promise<Refusal | null>
  /** Makes one, and takes away those that are no longer needed. */
  add: (folder: string, onPhase: (phase: BackupPhase) => void) => Promise<Refusal | null>
}

export function createCopiesAtPlace(parts: {
  backups: Backups
  memory: Memory
  journal: Pick<Journal, 'hashAt'>
  clock: Pick<Clock, 'wall'>
  log: Log
}): CopiesAtPlace {
  const { backups, memory, journal, clock, log } = parts
  let stored: StoredCopies = NOTHING

  async function read(folder: string): Promise<Refusal | null> {
    const result = await backups.read(folder)
    if (!result.ok) return result
    const firstHash = await journal.hashAt(1)
    stored = { ...result, copies: result.copies.filter(({ record }) => record === firstHash) }
    return null
  }

  async function thin(folder: string): Promise<void> {
    const namesOf = (copies: Parameters<typeof superfluous>[0]): readonly string[] =>
      superfluous(copies, clock.wall(), memory.site.zone)
    const names = { copies: namesOf(stored.copies), schemaCopies: namesOf(stored.schemaCopies) }
    if (names.copies.length + names.schemaCopies.length === 0) return
    const removed = await backups.remove(folder, names)
    if (!removed.ok) log.error('backup-not-thinned', new Error(removed.message.en))
    await read(folder)
  }

  return {
    stored: () => stored,
    newestAt: () => newestOf(stored.copies, clock.wall())?.madeAt ?? null,
    forget() {
      stored = NOTHING
    },
    read,
    async add(folder, onPhase) {
      const backup = await backups.make(folder, memory.site, clock.wall(), onPhase)
      const refusal = backup.ok ? await read(folder) : backup
      if (!refusal) await thin(folder)
      return refusal
    },
  }
}
