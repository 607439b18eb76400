/**
 * What is read of a record whose newest page is lost, by a bad disk or a file that is cut: all the
 * rest, and at once, since a room waits for it.
 */
import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { zeroPage } from '../hosts/cli.ts'
import { entry, event } from './samples.ts'

const EVENTS = 5_000
const LOOKS = 60 // what a station has time for, counted and not measured

async function record(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-salvage-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const file = join(dir, 'journal.db')
  const journal = openSqliteJournal(file)
  const events = Array.from({ length: EVENTS }, (_, n) => event(`s${n % 9}`))
  await journal.commit([entry({ events })])
  await journal.close()
  return file
}

/** Where the pages of a table or index lie in the file, the last one last. */
function pagesOf(file: string, name: string): number[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const rows = db
    .prepare("SELECT pgoffset AS at FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
    .all(name)
  db.close()
  return rows.map(({ at }) => Number(at))
}

const loseLast = (file: string): void => zeroPage(file, pagesOf(file, 'event').at(-1) ?? 0)

test.each<[string, (file: string) => void]>([
  ['the last page of the events', loseLast],
  [
    'that page, and the index that has their numbers',
    (file) => {
      const [index = 0] = pagesOf(file, 'sqlite_autoindex_event_1')
      loseLast(file)
      zeroPage(file, index)
    },
  ],
  [
    'the end of the file with that page in it',
    (file) => truncateSync(file, Math.min(statSync(file).size, pagesOf(file, 'event').at(-1) ?? 0)),
  ],
])('given that %s is lost, everything before it is read', async (_what, lose) => {
  const file = await record()
  lose(file)
  let looks = 0
  const { head, whole, streams, close } = salvageRecord(file, {
    isNeeded: () => true,
    inTime: () => ++looks <= LOOKS,
  })
  close()
  const read = [...streams.values()].flatMap(({ events }) => events)
  expect(whole).toBe(true)
  expect(read.length).toBeGreaterThan(EVENTS - 40)
  expect(head?.position).toBe(Math.max(...read.map(({ seq }) => seq)))
})
