/** Handlers for backups: make one now, in a folder that the caller names. */
import { isWholePath } from '#shared/domain/folder-path.ts'
import type { QueryHandler } from '../handler.ts'
import { folderNotWhole, notOffered } from './refusals.ts'

/** Answers when it is whole and checked, which may take minutes; no command waits for it. */
const make: QueryHandler<'backup/make'> = async ({ folder }, { backups, memory, now }) => {
  if (!backups) return notOffered()
  if (!isWholePath(folder)) return folderNotWhole()
  const backup = await backups.make(folder, memory.site, now())
  if (!backup.ok) return backup
  const { name, position, hash, bytes, files } = backup
  return { ok: true, reply: { name, folder, position, hash, bytes, files } }
}

export const backupQueries = { 'backup/make': make }
