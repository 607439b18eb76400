/**
 * Whole copies of HQ's database as files, without tools of the server, so that they work with every
 * database of the family: a table is a file of JSON lines, packed, with its sum in a manifest. What
 * is folded is left out: it is worked out from the events again. So is who is signed in.
 */
import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { safeWrite } from '../safe-write.ts'
import type { Query, Row, Sql, Value } from './sql.ts'

/** By table, in an order in which each follows those that it refers to; by what they are read. */
const TABLES = {
  hq: ['id'],
  site: ['id'],
  site_token: ['digest'],
  pair_code: ['digest'],
  site_heard: ['site'],
  event: ['site', 'seq'],
  event_apart: ['site', 'epoch', 'seq'],
  epoch: ['site', 'epoch'],
  fork: ['site', 'epoch'],
  tally: ['site', 'month'],
  handed_order: ['id'],
  order_of_site: ['site', 'id'],
  person: ['name'],
  deed: ['id'],
  hq_wall: ['id'],
  hq_report: ['id'],
  hq_report_issue: ['report', 'number'],
} as const
type TableName = keyof typeof TABLES
const names = Object.keys(TABLES) as TableName[]
/** Those that copies of older programs lack. */
const ADDED: readonly TableName[] = ['person', 'deed', 'hq_wall', 'hq_report', 'hq_report_issue']
/** Those that number their rows themselves. */
const NUMBERED: readonly TableName[] = ['deed']

const PORTION = 2_000
const INSERTED_AT_ONCE = 200 // rows; a statement takes 65,535 values at most
/** Written last: a folder without it is no backup. */
export const MANIFEST = 'manifest.json'
const FORM = 'vigil-hq/1'

type Copied = { rows: number; sha256: string }
export type HqManifest = {
  form: typeof FORM
  at: number
  tables: Partial<Record<TableName, Copied>>
}

/** The backup is not whole, or the place is not fit for one. */
export class CopyRefused extends Error {
  readonly code: 'folder-not-empty' | 'backup-damaged' | 'backup-newer' | 'database-not-empty'
  readonly text: LocalizedText
  constructor(code: CopyRefused['code'], text: LocalizedText) {
    super(text.en)
    this.code = code
    this.text = text
  }
}

/** All rows in order of their key, a portion at a time. */
async function* rowsOf(query: Query, table: TableName): AsyncGenerator<Row> {
  const keys = TABLES[table]
  const key = keys.join(', ')
  let after: Value[] | null = null
  for (;;) {
    const rows: readonly Row[] = after
      ? await query(
          `select * from ${table} where (${key}) > (${keys.map((_, index) => `$${index + 1}`).join(', ')})
           order by ${key} limit ${PORTION}`,
          after,
        )
      : await query(`select * from ${table} order by ${key} limit ${PORTION}`)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < PORTION) return
    after = keys.map((column) => last[column] as Value)
  }
}

async function writeTable(query: Query, folder: string, table: TableName): Promise<Copied> {
  const sum = createHash('sha256')
  let rows = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const row of rowsOf(query, table)) {
      const line = `${JSON.stringify(row)}\n`
      sum.update(line)
      rows += 1
      yield line
    }
  }
  const file = createWriteStream(join(folder, `${table}.jsonl.gz`), { mode: 0o600, flush: true })
  await pipeline(Readable.from(lines()), createGzip(), file)
  return { rows, sha256: sum.digest('hex') }
}

/**
 * Everything in one snapshot; the manifest is written last, so that a copy without one is none.
 * `at`: UTC ms. @throws {@link CopyRefused}
 */
export async function copyOut(sql: Sql, folder: string, at: number): Promise<HqManifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0)
    throw new CopyRefused(
      'folder-not-empty',
      localized('备份文件夹不是空的，请换一个', 'The folder is not empty: choose another'),
    )
  const tables = await sql.transaction(async (query) => {
    await query('set transaction isolation level repeatable read')
    await query('set local statement_timeout = 0')
    const copied: Partial<Record<TableName, Copied>> = {}
    for (const table of names) copied[table] = await writeTable(query, folder, table)
    return copied
  })
  const manifest: HqManifest = { form: FORM, at, tables }
  safeWrite(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

const damaged = (what: string): CopyRefused =>
  new CopyRefused(
    'backup-damaged',
    localized(`备份不完整或已损坏：${what}`, `The backup is incomplete or damaged: ${what}`),
  )

function readManifest(folder: string): HqManifest {
  const file = join(folder, MANIFEST)
  if (!existsSync(file)) throw damaged(MANIFEST)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as HqManifest
  if (manifest.form !== FORM) throw damaged(String(manifest.form))
  const unknown = Object.keys(manifest.tables).filter((table) => !Object.hasOwn(TABLES, table))
  if (unknown.length > 0)
    throw new CopyRefused(
      'backup-newer',
      localized(
        `备份是更新的程序做的（本程序没有${unknown.join('、')}）。请用那个程序恢复`,
        `A newer program made this backup (this one does not know ${unknown.join(', ')}): restore with that program`,
      ),
    )
  return manifest
}

/** Rows of the same columns, in one statement. */
async function insertRows(query: Query, table: TableName, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const places = rows.map((_, row) => {
    const from = row * columns.length + 1
    return `(${columns.map((_, index) => `$${from + index}`).join(', ')})`
  })
  const always = NUMBERED.includes(table) ? 'overriding system value' : ''
  await query(
    `insert into ${table} (${columns.join(', ')}) ${always} values ${places.join(', ')}`,
    rows.flatMap((row) => columns.map((column) => row[column] as Value)),
  )
}

async function readTable(
  query: Query,
  folder: string,
  table: TableName,
  copied: Copied,
): Promise<void> {
  const sum = createHash('sha256')
  let rows = 0
  let portion: Row[] = []
  const source = createReadStream(join(folder, `${table}.jsonl.gz`))
  const lines = createInterface({ input: source.pipe(createGunzip()), crlfDelay: Infinity })
  for await (const line of lines) {
    sum.update(`${line}\n`)
    rows += 1
    portion.push(JSON.parse(line) as Row)
    if (portion.length < INSERTED_AT_ONCE) continue
    await insertRows(query, table, portion)
    portion = []
  }
  await insertRows(query, table, portion)
  if (rows !== copied.rows || sum.digest('hex') !== copied.sha256) throw damaged(table)
}

/**
 * Fills a database that has tables and no site. All of it, or nothing where a sum does not agree.
 * @throws {@link CopyRefused}
 */
export async function copyIn(sql: Sql, folder: string): Promise<HqManifest> {
  const manifest = readManifest(folder)
  await sql.transaction(async (query) => {
    await query('set local statement_timeout = 0')
    const [there] = await query<{ count: number }>(
      `select (select count(*) from site)::integer + (select count(*) from hq)::integer as count`,
    )
    if ((there?.count ?? 0) > 0)
      throw new CopyRefused(
        'database-not-empty',
        localized(
          '数据库里已有总部的数据，只能恢复到空库',
          'The database has data of an HQ already: restore into an empty one',
        ),
      )
    for (const table of names) {
      const copied = manifest.tables[table]
      if (copied) await readTable(query, folder, table, copied)
      else if (!ADDED.includes(table)) throw damaged(table)
    }
    for (const table of NUMBERED)
      await query(
        `select setval(pg_get_serial_sequence('${table}', 'id'),
           (select coalesce(max(id), 0) + 1 from ${table}), false)`,
      )
  })
  return manifest
}
