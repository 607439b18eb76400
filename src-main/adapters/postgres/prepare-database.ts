/**
 * Makes a database ready: an empty one gets the tables, an older one what is new, and any other is
 * refused with the reason. All of it in one transaction, one program at a time.
 */
import { join } from 'node:path'
import Postgrator from 'postgrator'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Query, Sql } from './sql.ts'

export type DatabaseRefusalCode =
  | 'database-unreachable'
  | 'database-read-only'
  | 'database-encoding'
  | 'database-foreign'
  | 'database-newer'
  | 'database-changed'
  | 'key-differs'

/** The database cannot be used as it is; `text` says why and what to do. */
export class DatabaseRefused extends Error {
  readonly code: DatabaseRefusalCode
  readonly text: LocalizedText
  constructor(code: DatabaseRefusalCode, text: LocalizedText, cause?: unknown) {
    super(text.en, { cause })
    this.code = code
    this.text = text
  }
}

const VERSIONS = 'vigil_hq_version'
const LOCK = 8_215_117 // no other program of ours takes it
const NAMED = 3 // tables that a refusal names

/** `names`: of the tables that are there. */
function refuseForeign(names: readonly string[]): never {
  const some = names.slice(0, NAMED).join(' ')
  throw new DatabaseRefused(
    'database-foreign',
    localized(
      `数据库不是空的，也不是总部的：已有${names.length}张表（${some}）。请另建一个空库`,
      `The database is neither empty nor HQ's: it has ${names.length} tables (${some}). Create an empty one`,
    ),
  )
}

async function refuseUnusable(query: Query): Promise<void> {
  const [state] = await query<{ encoding: string; standby: boolean }>(
    `select current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby`,
  )
  if (state?.standby)
    throw new DatabaseRefused(
      'database-read-only',
      localized(
        '这台数据库是备库，只能读。请连主库，或把主备两个地址都写上',
        'This server is a standby and takes no writes: name the primary, or both',
      ),
    )
  if (state?.encoding !== 'UTF8')
    throw new DatabaseRefused(
      'database-encoding',
      localized(
        `数据库的编码是${state?.encoding}，须为UTF8`,
        `The database has the encoding ${state?.encoding}; it must be UTF8`,
      ),
    )
}

function migrator(query: Query, folder: string): Postgrator {
  const run = async (text: string): Promise<{ rows: never[] }> => ({
    rows: [...(await query(text))] as never[],
  })
  return new Postgrator({
    driver: 'pg',
    schemaTable: VERSIONS,
    newline: 'LF', // a checkout on Windows has other line ends
    migrationPattern: join(folder, '*.sql').replaceAll('\\', '/'),
    execQuery: run,
    execSqlScript: async (text: string) => void (await query(text)),
  })
}

async function prepareIn(query: Query, folder: string): Promise<readonly string[]> {
  await refuseUnusable(query)
  await query('select pg_advisory_xact_lock($1)', [LOCK])
  const tables = await query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = current_schema()
     order by table_name`,
  )
  const names = tables.map(({ table_name: name }) => name)
  if (names.length > 0 && !names.includes(VERSIONS)) refuseForeign(names)
  const migrations = migrator(query, folder)
  const newest = await migrations.getMaxVersion()
  const version = await migrations.getDatabaseVersion()
  if (version > newest)
    throw new DatabaseRefused(
      'database-newer',
      localized(
        `数据库是更新的程序建的（${version}），本程序只到${newest}。请换新程序`,
        `A newer program made this database (${version}; this one knows ${newest}): use that program`,
      ),
    )
  try {
    return (await migrations.migrate()).map(({ name }) => name)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('MD5'))
      throw new DatabaseRefused(
        'database-changed',
        localized(
          '数据库的表不是本程序建的样子（校验不符）。请用建它的程序，或从备份恢复',
          'The tables were not made by this program (their sums differ): use the program that made them, or restore a backup',
        ),
        error,
      )
    throw error
  }
}

const UNREACHABLE =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|ETIMEDOUT|EHOSTUNREACH|NO_ANSWER|28P01|28000|3D000/

/**
 * The names of the migrations that were run: none, where everything was there.
 * @throws {@link DatabaseRefused}
 */
export async function prepareDatabase(sql: Sql, folder: string): Promise<readonly string[]> {
  try {
    return await sql.transaction((query) => prepareIn(query, folder))
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (error instanceof DatabaseRefused || !UNREACHABLE.test(code)) throw error
    throw new DatabaseRefused(
      'database-unreachable',
      localized(
        `连不上数据库（${code}）。请检查地址、端口、用户名和口令，以及数据库是否已启动`,
        `The database cannot be reached (${code}): check address, port, user and password, and whether it runs`,
      ),
      error,
    )
  }
}
