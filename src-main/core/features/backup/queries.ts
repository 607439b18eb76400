/**
 * Handlers for backups: what there is, make one, make a new data folder of one, go on with it.
 */
import { folderNotWhole } from '#shared/domain/backup/decide.ts'
import { newestOf } from '#shared/domain/backup/schedule.ts'
import { isWholePath } from '#shared/domain/folder-path.ts'
import type { BackupLine, HeadLine } from '#shared/contract/backup.ts'
import type { StoredCopy } from '../../ports.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { cannotSwitch, notOffered, unknownBackup } from './refusals.ts'

/** Answers when it is whole and checked, which may take minutes; no command waits for it. */
const make: QueryHandler<'backup/make'> = async ({ folder }, { backups }) => {
  if (!backups) return notOffered()
  if (!isWholePath(folder)) return folderNotWhole()
  const backup = await backups.make(folder)
  if (!backup.ok) return backup
  const { name, position, hash, bytes, files } = backup
  return { ok: true, reply: { name, folder, position, hash, bytes, files } }
}

const lineOf = ({ name, madeAt, position, hash, bytes }: StoredCopy): BackupLine => ({
  name,
  madeAt,
  position,
  hash,
  bytes,
})

async function headOf({ journal }: QueryContext): Promise<HeadLine | null> {
  const position = await journal.position()
  const [event] = position > 0 ? await journal.eventsAfter(position - 1, 1) : []
  const hash = await journal.hashAt(position)
  return event && hash !== null ? { position, hash, at: event.at } : null
}

const NOTHING = {
  place: null,
  backups: [],
  last: null,
  bytes: 0,
  free: null,
  schemaCopies: [],
  next: null,
  lateness: 'no',
  fault: null,
  job: null,
  restored: null,
} as const

const read: QueryHandler<'backup/read'> = async (_input, context) => {
  const { backups, now } = context
  const head = await headOf(context)
  if (!backups) return { ok: true, reply: { ...NOTHING, offered: false, head, canSwitch: false } }
  const { place, stored, next, lateness, fault, job, restored } = backups.status()
  const copies = stored.copies.toSorted((a, b) => b.madeAt - a.madeAt)
  const last = newestOf(copies, now())
  return {
    ok: true,
    reply: {
      offered: true,
      place: place && { folder: place.folder, since: place.at },
      backups: copies.map(lineOf),
      last: last && lineOf(last),
      bytes: copies.reduce((sum, { bytes }) => sum + bytes, 0),
      free: stored.free,
      schemaCopies: stored.schemaCopies,
      next,
      lateness,
      fault,
      job,
      restored,
      head,
      canSwitch: backups.switchTo !== null,
    },
  }
}

const begin: QueryHandler<'backup/begin'> = async (_input, { backups }) => {
  const begun = backups?.begin() ?? notOffered()
  return begun.ok ? { ok: true, reply: {} } : begun
}

const restore: QueryHandler<'backup/restore'> = async ({ backup, folder }, { backups }) => {
  if (!backups) return notOffered()
  if (!isWholePath(folder)) return folderNotWhole()
  const { copies } = backups.status().stored
  if (!copies.some(({ name }) => name === backup)) return unknownBackup(backup)
  const begun = backups.beginRestore(backup, folder)
  return begun.ok ? { ok: true, reply: {} } : begun
}

const switchTo: QueryHandler<'backup/switch'> = async ({ folder }, { backups }) => {
  if (!backups?.switchTo) return cannotSwitch(folder)
  const { restored } = backups.status()
  // only what was restored and verified here may take the place of the record
  if (!restored?.ok || restored.folder !== folder) return unknownBackup(folder)
  const switched = await backups.switchTo(folder)
  return switched.ok ? { ok: true, reply: {} } : switched
}

export const backupQueries = {
  'backup/make': make,
  'backup/read': read,
  'backup/begin': begin,
  'backup/restore': restore,
  'backup/switch': switchTo,
}
