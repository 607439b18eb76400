/** The log of writes: out of the way of a commit, and empty as soon as nobody is waiting. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { entry, event } from './samples.ts'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-wal-'))
  file = join(dir, 'journal.db')
})
afterEach(() => rmSync(dir, { recursive: true }))

const two = entry({ events: [event('a'), event('a')] })

const holdsNothing = () => readFileSync(`${file}-wal`).every((byte) => byte === 0)

test('has room when the record is opened, and holds nothing any more when nobody has written for a while', async () => {
  const journal = openSqliteJournal(file)
  const size = statSync(`${file}-wal`).size
  expect(size).toBeGreaterThanOrEqual(1024 * 1024)
  await journal.commit([entry({ events: [event('a', 'Marked', { mark: 'folded-in-canary' })] })])
  expect(statSync(`${file}-wal`).size).toBe(size)
  expect(holdsNothing()).toBe(false)
  await expect
    .poll(() => readFileSync(file).includes('folded-in-canary') && holdsNothing(), {
      interval: 100,
    })
    .toBe(true)
  expect(statSync(`${file}-wal`).size).toBe(size)
  expect(await journal.commit([entry({ events: [event('a')] })])).toEqual([
    { ok: true, position: 2 },
  ])
  await journal.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
})

test('left by a kill is folded in at the next start, before anything is written', async () => {
  const journal = openSqliteJournal(file)
  await journal.commit([two])
  for (const part of ['', '-wal']) copyFileSync(file + part, join(dir, `killed.db${part}`))
  await journal.close()
  file = join(dir, 'killed.db')
  const again = openSqliteJournal(file)
  expect(holdsNothing()).toBe(true)
  expect(await again.position()).toBe(2)
  await again.close()
})

test('a reader from outside holds no commit up; at a clean stop the log is folded in all the same, as far as it lets us', async () => {
  const journal = openSqliteJournal(file)
  await journal.commit([two])
  const reader = new DatabaseSync(file, { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM event').get()
  await journal.commit([entry({ events: [event('a', 'Marked', { mark: 'for-the-file-canary' })] })])
  reader.exec('COMMIT')
  await journal.close()
  expect(readFileSync(file).includes('for-the-file-canary')).toBe(true)
  expect(statSync(`${file}-wal`).size).toBe(0)
  reader.close()
})

test.each([
  ['once each commit is answered', true],
  ['also while the program never comes to rest', false],
])('keeps to its room at a desk that never pauses: %s', async (_when, rests) => {
  const journal = openSqliteJournal(file)
  const room = 4 * 1024 * 1024
  for (let n = 0; n < 300; n++) {
    await journal.commit([entry({ events: [event('a', 'Marked', { mark: 'x'.repeat(40_000) })] })])
    if (rests) await new Promise(setImmediate)
  }
  expect(statSync(`${file}-wal`).size).toBeLessThanOrEqual(room)
  await journal.close()
})
