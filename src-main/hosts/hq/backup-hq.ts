/** `vigil-hq backup` and `vigil-hq restore`. */
import {
  copyIn,
  copyOut,
  CopyRefused,
  type HqManifest,
} from '#main/adapters/postgres/copy-tables.ts'
import { prepareDatabase } from '#main/adapters/postgres/prepare-database.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import type { Installation } from '../node/install-paths.ts'
import type { HqOptions } from './hq-options.ts'
import { keepBackup } from './kept-backups.ts'
import { openDatabase } from './open-database.ts'
import { migrationsOf, orStop } from './open-hq.ts'

type Done = { folder: string; manifest: HqManifest; removed: readonly string[] }

/** Gives one line of JSON. With tables for those who restore: they must be there, and empty. */
async function withDatabase(
  options: HqOptions,
  installation: Installation,
  work: (sql: Sql, folder: string) => Promise<Done>,
): Promise<string> {
  if (options.folder === null)
    throw new Stop(
      EXIT.usage,
      'usage',
      localized('缺少 --folder FOLDER', '--folder FOLDER is missing'),
    )
  const sql = openDatabase(options, 2)
  try {
    await orStop(() => prepareDatabase(sql, migrationsOf(installation)))
    const { folder, manifest, removed } = await work(sql, options.folder)
    const rows = Object.fromEntries(
      Object.entries(manifest.tables).map(([table, copied]) => [table, copied.rows]),
    )
    return JSON.stringify({ folder, rows, ...(removed.length > 0 && { removed }) })
  } catch (error) {
    if (!(error instanceof CopyRefused)) throw error
    const exit = error.code === 'backup-damaged' ? EXIT.damaged : EXIT.record
    throw new Stop(exit, error.code, error.text)
  } finally {
    await sql.end()
  }
}

/** Gives how many rows of each table, and which older backups are gone. */
export const backUpHq = (options: HqOptions, installation: Installation): Promise<string> =>
  withDatabase(options, installation, async (sql, folder) => {
    const [at, { keep }] = [systemClock.wall(), options]
    if (keep === null) return { folder, manifest: await copyOut(sql, folder, at), removed: [] }
    const backup = await keepBackup(folder, { keep, at }, (into) => copyOut(sql, into, at))
    return { folder: backup.folder, manifest: backup.written, removed: backup.removed }
  })

/** Gives how many rows of each table were filled in. */
export const restoreHq = (options: HqOptions, installation: Installation): Promise<string> =>
  withDatabase(options, installation, async (sql, folder) => ({
    folder,
    manifest: await copyIn(sql, folder),
    removed: [],
  }))
