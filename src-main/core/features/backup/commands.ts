/** The handler that chooses where backups go: the folder has to be there and take files. */
import { decideBackupPlace } from '#shared/domain/backup/decide.ts'
import { backupPlaceStream } from '#shared/domain/backup/stream.ts'
import { isWholePath } from '#shared/domain/folder-path.ts'
import { recordDecision } from '../../engine/changes.ts'
import type { PreparedHandler } from '../handler.ts'
import { notOffered } from './refusals.ts'

const placeSet: PreparedHandler<'backup/place-set', null> = {
  async prepare({ folder }, { backups }) {
    if (!backups) return notOffered()
    if (folder === null || !isWholePath(folder)) return null
    const checked = await backups.check(folder)
    return checked.ok ? null : checked
  },
  async handle({ folder, reason = null }, { meta, memory }) {
    const place = memory.documents.get('backups', 'backups')
    const decision = decideBackupPlace(place, { type: 'SetBackupPlace', folder, reason })
    return recordDecision(backupPlaceStream, 'backups', place, decision, meta)
  },
}

export const backupCommands = { 'backup/place-set': placeSet }
