/** `vigil-hq backup` and `vigil-hq restore`. */
import {
  copyIn,
  copyOut,
  CopyRefused,
  type HqManifest,
} from '#main/adapters/postgres/copy-tables.ts'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { prepareDatabase } from '#main/adapters/postgres/prepare-database.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from '../node/exit-codes.ts'
import type { Installation } from '../node/install-paths.ts'
import type { HqOptions } from './hq-options.ts'
import { migrationsOf, orStop } from './open-hq.ts'

/** With a table for those who restore: it must be there, but a restore fills it. */
async function withDatabase(
  { database, folder }: HqOptions,
  installation: Installation,
  work: (sql: Sql, folder: string) => Promise<HqManifest>,
): Promise<string> {
  if (folder === null)
    throw new Stop(
      EXIT.usage,
      'usage',
      localized('缺少 --folder FOLDER', '--folder FOLDER is missing'),
    )
  const sql = openPostgres({ url: database, connections: 2 })
  try {
    await orStop(() => prepareDatabase(sql, migrationsOf(installation)))
    const { tables } = await work(sql, folder)
    const rows = Object.fromEntries(
      Object.entries(tables).map(([table, copied]) => [table, copied.rows]),
    )
    return JSON.stringify({ folder, rows })
  } catch (error) {
    if (!(error instanceof CopyRefused)) throw error
    const exit = error.code === 'backup-damaged' ? EXIT.damaged : EXIT.record
    throw new Stop(exit, error.code, error.text)
  } finally {
    await sql.end()
  }
}

/** Gives one line of JSON: how many rows of each table. */
export const backUpHq = (options: HqOptions, installation: Installation): Promise<string> =>
  withDatabase(options, installation, (sql, folder) => copyOut(sql, folder, systemClock.wall()))

/** The same of what was filled in. */
export const restoreHq = (options: HqOptions, installation: Installation): Promise<string> =>
  withDatabase(options, installation, copyIn)
