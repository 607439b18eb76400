/**
 * A record that was killed is checked together with its log of writes, which holds pages that the
 * file has not, or not yet whole.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { readLog } from '#main/adapters/journal/sqlite-log.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { asKilled } from '../kit/log-left.ts'
import { entry, event } from './samples.ts'

const PAGE = 4_096
const marked = (mark: string) => entry({ events: [event('a', 'Marked', { mark })] })

let dir: string
let killed: string
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-closed-'))
  killed = join(dir, 'killed.db')
  const journal = openSqliteJournal(join(dir, 'journal.db'))
  await journal.commit([marked('x'.repeat(40_000))])
  await journal.close()
  const again = openSqliteJournal(join(dir, 'journal.db'))
  await again.commit([marked('y'.repeat(40_000))]) // the file grows: its last pages are in the log
  asKilled(join(dir, 'journal.db'), killed)
  await again.close()
})
afterEach(() => {
  rmSync(dir, { recursive: true })
})

const pagesInLog = (file: string): ReadonlySet<number> => {
  const log = readFileSync(`${file}-wal`)
  const pages = new Set<number>()
  for (let at = 32; at + 24 + PAGE <= log.length; at += 24 + PAGE) pages.add(log.readUInt32BE(at))
  return pages
}

test('its last page is in the log alone', async () => {
  expect(Math.max(...pagesInLog(killed))).toBeGreaterThan(statSync(killed).size / PAGE)
  expect(await verifySqliteJournal(killed)).toMatchObject({ ok: true, position: 2 })
})

test('every frame of a whole log counts, and none of it is taken for lost', () => {
  const left = readLog(killed)
  const db = new DatabaseSync(killed)
  const { log: frames } = db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() ?? {}
  db.close()
  expect(left).toEqual({ frames, folded: 0, lost: 0 })
})

test('its last page was cut off while the log holds it', async () => {
  const db = new DatabaseSync(killed)
  db.exec('PRAGMA wal_checkpoint(PASSIVE)')
  const folded = join(dir, 'folded.db')
  asKilled(killed, folded)
  db.close()
  const pages = statSync(folded).size / PAGE
  expect(pagesInLog(folded).has(pages)).toBe(true)
  truncateSync(folded, (pages - 1) * PAGE)
  expect(await verifySqliteJournal(folded)).toMatchObject({ ok: true, position: 2 })
})

test('what the log does not hold, and the file neither, is refused in words', async () => {
  const pages = statSync(killed).size / PAGE
  expect(pagesInLog(killed).has(pages)).toBe(false)
  truncateSync(killed, (pages - 1) * PAGE)
  await expect(verifySqliteJournal(killed)).rejects.toMatchObject({ code: 'record-damaged' })
})

test('its first page is zeros while the log holds it', async () => {
  const bytes = readFileSync(killed)
  bytes.fill(0, 0, PAGE)
  writeFileSync(killed, bytes)
  expect(pagesInLog(killed).has(1)).toBe(true)
  expect(await verifySqliteJournal(killed)).toMatchObject({ ok: true, position: 2 })
})
