/** Opens the record's file with every setting that durability needs, and reads them back. */
import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { localized } from '#shared/domain/text.ts'
import { JournalRefused } from './errors.ts'

/**
 * Before 3.51.3 two connections that checkpoint and write could lose commits
 * (sqlite.org/wal.html#walresetbug).
 */
const OLDEST = [3, 51, 3] as const
/** `statfs` types on which a write-ahead log cannot work: NFS, SMB, CIFS, SMB2. */
const NETWORK_DRIVES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

/** How long a lock that somebody from outside holds is waited for. */
export const BUSY_MS = 5_000

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA checkpoint_fullfsync = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA mmap_size = 0;
  PRAGMA wal_autocheckpoint = 0;
  PRAGMA secure_delete = ON; -- a purged value is overwritten, not only forgotten
  PRAGMA temp_store = MEMORY; -- no copy of the record in a temporary folder
  PRAGMA recursive_triggers = ON; -- so that REPLACE meets the triggers that refuse DELETE
`

/** True if `version` (as `3.51.3`) is older than the oldest SQLite that may hold the record. */
export function tooOld(version: string): boolean {
  const parts = version.split('.').map(Number)
  const index = OLDEST.findIndex((oldest, i) => parts[i] !== oldest)
  return index >= 0 && (parts[index] ?? 0) < (OLDEST[index] ?? 0)
}

/** `type` as `statfs` gives it (a 32-bit number, possibly signed). */
export const isNetworkDrive = (type: number): boolean => NETWORK_DRIVES.has(type >>> 0)

/** One value of the first row: what a PRAGMA answers. */
export function pragma(db: DatabaseSync, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).get()
  return row ? Object.values(row)[0] : undefined
}

/** Throws {@link JournalRefused}, or SQLite's own error, with the file closed again. */
export function openConnection(file: string): DatabaseSync {
  const drive = statfsSync(dirname(file)).type
  if (isNetworkDrive(drive)) {
    throw new JournalRefused(
      'network-drive',
      localized(
        '数据目录不能放在网络驱动器上',
        'The data folder may not be on a network drive: choose a folder on a disk of this machine',
      ),
    )
  }
  const db = new DatabaseSync(file, { timeout: BUSY_MS, defensive: true })
  try {
    const version = String(db.prepare('SELECT sqlite_version() AS version').get()?.version)
    if (tooOld(version)) {
      const oldest = OLDEST.join('.')
      throw new JournalRefused(
        'sqlite-too-old',
        localized(
          `SQLite ${version} 过旧，至少需要 ${oldest}`,
          `SQLite ${version} is too old: ${oldest} is needed`,
        ),
      )
    }
    db.exec(SETTINGS)
    insistOnDurability(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function insistOnDurability(db: DatabaseSync): void {
  const mode = pragma(db, 'journal_mode')
  const synchronous = pragma(db, 'synchronous')
  if (mode === 'wal' && synchronous === 2) return
  const setting = `journal_mode=${String(mode)}, synchronous=${String(synchronous)}`
  throw new JournalRefused(
    'not-durable',
    localized(
      `此处无法可靠保存记录（${setting}）`,
      `The record cannot be stored safely here (${setting}): choose a folder on another disk`,
    ),
  )
}
