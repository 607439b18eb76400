/**
 * Tests the record on disk: opening, schema, guards against overwriting, and a store that fails.
 */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { JournalRefused, StorageFailed } from '#main/adapters/journal/errors.ts'
import {
  isNetworkDrive,
  openConnection,
  pragma,
  tooOld,
} from '#main/adapters/journal/sqlite-connection.ts'
import { openSqliteJournal, sqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { migrate } from '#main/adapters/journal/sqlite-migrate.ts'
import { SCHEMA_STEPS } from '#main/adapters/journal/sqlite-schema.ts'
import type { Journal } from '#main/core/ports.ts'
import { command, entry, event, row, seal } from './samples.ts'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-sqlite-'))
  file = join(dir, 'journal.db')
})
afterEach(() => rmSync(dir, { recursive: true }))

/** What a refusal on opening says; fails if it opens. */
function refusalOf(open: () => Journal): JournalRefused {
  try {
    void open().close()
  } catch (error) {
    if (error instanceof JournalRefused) return error
    throw error
  }
  throw new Error('it opened')
}

const sql = <T>(work: (db: DatabaseSync) => T, path = file): T => {
  const db = new DatabaseSync(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const full = entry({
  command: command('c1', { incidentId: 'i1' }),
  expect: { i1: 0 },
  events: [event('i1', 'Reported', { place: '大厅' }), event('i1')],
  seals: [seal('i1', '张三')],
  rows: [row('i1')],
  documents: [{ kind: 'site', id: 'site', body: { zone: 'Asia/Shanghai' } }],
})

describe('opening', () => {
  test('durability is switched on and read back', () => {
    const db = openConnection(file)
    const pragmas = [
      'journal_mode',
      'synchronous',
      'mmap_size',
      'wal_autocheckpoint',
      'secure_delete',
      'trusted_schema',
      'cell_size_check',
      'foreign_keys',
    ]
    expect(pragmas.map((name) => pragma(db, name))).toEqual(['wal', 2, 0, 0, 1, 0, 1, 1])
    db.close()
  })

  test('a place that cannot have a write-ahead log is refused', () => {
    expect(refusalOf(() => openSqliteJournal(':memory:'))).toMatchObject({ code: 'not-durable' })
  })

  test.each([
    ['3.51.2', true],
    ['3.46.1', true],
    ['2.99.99', true],
    ['3.51.3', false],
    ['3.51.10', false],
    ['3.53.4', false],
    ['4.0.0', false],
    ['', true],
  ])('SQLite %s is too old: %s', (version, answer) => {
    expect(tooOld(version)).toBe(answer)
  })

  test('one that is too old gets no record to hold', () => {
    const { prepare } = DatabaseSync.prototype
    vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (
      this: DatabaseSync,
      sql,
    ) {
      return prepare.call(this, sql.replace('sqlite_version()', "'3.51.2'"))
    })
    onTestFinished(() => void vi.restoreAllMocks())
    expect(refusalOf(() => openSqliteJournal(file))).toMatchObject({ code: 'sqlite-too-old' })
  })

  test.each([
    [0x6969, true],
    [0xff534d42 | 0, true],
    [0xfe534d42, true],
    [0x517b, true],
    [0xef53, false],
    [0x01021994, false],
  ])('file system type %i is a network drive: %s', (type, answer) => {
    expect(isNetworkDrive(type)).toBe(answer)
  })

  test('everything is there again after a close, and after a death without one', async () => {
    const journal = openSqliteJournal(file)
    await journal.commit([full])
    const [position, verified, events] = [
      await journal.position(),
      await journal.verify(),
      await journal.eventsAfter(0, 9),
    ]
    // as a kill leaves it: no anchor, no checkpoint
    for (const part of ['', '-wal']) copyFileSync(file + part, join(dir, `killed.db${part}`))
    await journal.close()
    expect(existsSync(`${file}-wal`)).toBe(false)

    for (const again of [
      openSqliteJournal(file),
      openSqliteJournal(file.replace('journal', 'killed')),
    ]) {
      expect(await again.position()).toBe(position)
      expect(await again.verify()).toEqual(verified)
      expect(await again.eventsAfter(0, 9)).toEqual(events)
      expect(await again.reply('c1')).toMatchObject({ position: 2, reply: { incidentId: 'i1' } })
      expect(await again.rowsOnBoard()).toEqual([row('i1')])
      expect(await again.unseal([seal('i1', '张三').sealed])).toEqual({
        [seal('i1', '张三').sealed]: '张三',
      })
      expect(await again.document('site', 'site')).toEqual({ zone: 'Asia/Shanghai' })
      expect(
        await again.commit([full, entry({ expect: { i1: 2 }, events: [event('i1')] })]),
      ).toEqual([
        { ok: false, why: 'duplicate' },
        { ok: true, position: 3 },
      ])
      await again.close()
    }
  })

  test('a file that is no record is refused and left as it is', () => {
    writeFileSync(file, '这不是数据库，只是一段文字。'.repeat(500))
    const before = readFileSync(file)
    expect(refusalOf(() => openSqliteJournal(file))).toMatchObject({ code: 'record-damaged' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a folder that is not there is refused', () => {
    expect(refusalOf(() => openSqliteJournal(join(dir, 'nowhere', 'journal.db')))).toMatchObject({
      code: 'cannot-open',
    })
  })
})

describe('schema', () => {
  const next = [
    ...SCHEMA_STEPS,
    "CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra VALUES ('new')",
  ]
  const copies = () => readdirSync(dir).filter((name) => name.includes('.schema-'))

  test('a new record needs no copy; the present one is not touched', async () => {
    await openSqliteJournal(file).close()
    await openSqliteJournal(file).close()
    expect(copies()).toEqual([])
    expect(sql((db) => pragma(db, 'user_version'))).toBe(SCHEMA_STEPS.length)
  })

  test('an older record is copied whole, then brought up to date', async () => {
    const journal = openSqliteJournal(file)
    await journal.commit([full])
    await journal.close()
    sql((db) => migrate(db, file, next))
    expect(sql((db) => pragma(db, 'user_version'))).toBe(next.length)
    expect(sql((db) => db.prepare('SELECT a FROM extra').get()?.a)).toBe('new')
    const [copy, ...others] = copies()
    expect(others).toEqual([])
    const setAside = openSqliteJournal(join(dir, copy ?? ''))
    expect(await setAside.verify()).toMatchObject({ ok: true, position: 2 })
    await setAside.close()
  })

  test('a step that fails leaves the old schema, whole', async () => {
    await openSqliteJournal(file).close()
    expect(() =>
      sql((db) => migrate(db, file, [...next, 'CREATE TABLE extra (a TEXT) STRICT'])),
    ).toThrow('already exists')
    expect(sql((db) => pragma(db, 'user_version'))).toBe(SCHEMA_STEPS.length)
    expect(
      sql((db) => db.prepare('SELECT name FROM sqlite_schema WHERE name = ?').get('extra')),
    ).toBeUndefined()
    await openSqliteJournal(file).close()
  })

  test.each([1, 2])(
    'a record that bears the number %i of an older schema by mistake is refused in words, not in those of SQL, and not changed',
    async (version) => {
      const journal = openSqliteJournal(file)
      await journal.commit([full])
      await journal.close()
      sql((db) => db.exec(`PRAGMA user_version = ${version}`))
      const refusal = refusalOf(() => openSqliteJournal(file))
      expect(refusal).toMatchObject({ code: 'cannot-open' })
      expect(refusal.text.zh).toContain('结构号对不上')
      expect(`${refusal.text.zh} ${refusal.text.en}`).not.toMatch(/column|already exists|SQL/i)
      expect(copies()).toEqual([])
      sql((db) => db.exec(`PRAGMA user_version = ${SCHEMA_STEPS.length}`))
      const again = openSqliteJournal(file)
      expect(await again.verify()).toMatchObject({ ok: true, position: 2 })
      await again.close()
    },
  )

  test('a record of a newer program is refused and not changed', async () => {
    await openSqliteJournal(file).close()
    sql((db) => migrate(db, file, next))
    const before = readFileSync(file)
    const refusal = refusalOf(() => openSqliteJournal(file))
    expect(refusal).toMatchObject({ code: 'newer-record' })
    expect(refusal.text.zh).toContain('未作任何改动')
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('nothing is deleted or overwritten', () => {
  test.each([
    "UPDATE event SET body = '{}'",
    'DELETE FROM event',
    'REPLACE INTO event SELECT * FROM event WHERE seq = 1',
    'INSERT INTO event SELECT 9, stream, 3, type, at, "by", command_id, body, hash, salt FROM event WHERE seq = 1',
    'INSERT INTO event SELECT 3, stream, 9, type, at, "by", command_id, body, hash, salt FROM event WHERE seq = 1',
    "UPDATE command SET reply = '{}'",
    'DELETE FROM command',
    "UPDATE personal SET value = 'x'",
    'DELETE FROM incident_row',
    'DELETE FROM kept',
    'DELETE FROM anchor',
    "UPDATE anchor SET hash = 'x'",
  ])('%s', async (statement) => {
    const journal = openSqliteJournal(file)
    await journal.commit([full])
    await journal.close()
    expect(() => sql((db) => db.exec(statement))).toThrow(
      /nothing is (changed|deleted)|only the next one/,
    )
    const again = openSqliteJournal(file)
    expect(await again.verify()).toMatchObject({ ok: true, position: 2 })
    await again.close()
  })

  test('a purged personal value is gone from the file, and the chain still holds', async () => {
    const canary = 'canary-13912345678'
    const journal = openSqliteJournal(file)
    const { sealed } = seal('i1', canary)
    await journal.commit([
      entry({
        events: [event('i1', 'Reported', { reporter: { sealed } })],
        seals: [seal('i1', canary)],
        rows: [row('i1')],
      }),
    ])
    await journal.close()
    expect(readFileSync(file).includes(canary)).toBe(true)
    sql((db) => db.exec('PRAGMA secure_delete = ON; DELETE FROM personal'))
    expect(readFileSync(file).includes(canary)).toBe(false)
    const again = openSqliteJournal(file)
    expect(await again.unseal([sealed])).toEqual({})
    expect(await again.verify()).toMatchObject({ ok: true, position: 1 })
    await again.close()
  })
})

describe('a failing store', () => {
  const big = (n: number) =>
    entry({ events: [event('big', 'Filled', { n, text: 'x'.repeat(50_000) })] })
  /** Commits until the store fails; the number of commits that were saved. */
  async function fill(journal: Journal): Promise<number> {
    for (let n = 1; n <= 100; n += 1) {
      try {
        await journal.commit([big(n)])
      } catch {
        return n - 1
      }
    }
    throw new Error('it never became full')
  }

  test('a full disk: the turn is not saved, reading goes on, and the failure stays until the record is opened again', async () => {
    await openSqliteJournal(file).close()
    const db = openConnection(file)
    const journal = sqliteJournal(db, file)
    db.exec('PRAGMA max_page_count = 100')
    const saved = await fill(journal)
    const error: unknown = await journal.commit([entry()]).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StorageFailed)
    expect(error).toMatchObject({
      trouble: 'full',
      text: { zh: expect.stringContaining('记录已无法保存') as string },
    })

    db.exec('PRAGMA max_page_count = 100000')
    await expect(journal.commit([full])).rejects.toBe(error)
    expect(await journal.position()).toBe(saved)
    expect(await journal.eventsAfter(0, 100)).toHaveLength(saved)
    expect(await journal.verify()).toMatchObject({ ok: true, position: saved })
    await journal.close()

    const again = openSqliteJournal(file)
    expect(await again.verify()).toMatchObject({ ok: true, position: saved })
    expect(await again.commit([full])).toEqual([{ ok: true, position: saved + 2 }])
    await again.close()
  })

  test('a full disk: all entries of the turn fail together', async () => {
    await openSqliteJournal(file).close()
    const db = openConnection(file)
    const journal = sqliteJournal(db, file)
    db.exec('PRAGMA max_page_count = 100')
    await expect(
      journal.commit([full, ...Array.from({ length: 20 }, (_, n) => big(n))]),
    ).rejects.toThrow(StorageFailed)
    expect(await journal.reply('c1')).toBeNull()
    expect(await journal.rowsOnBoard()).toEqual([])
    expect(await journal.position()).toBe(0)
    await journal.close()
  })
})
