/**
 * A record of the first program, whose rows knew nothing of what is pending: it is read on, and
 * verified where it lies without a change.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { START, linkHash } from '#main/adapters/journal/chain.ts'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { SCHEMA_STEPS } from '#main/adapters/journal/sqlite-schema.ts'
import { entry, event, row } from './samples.ts'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-older-'))
  file = join(dir, 'journal.db')
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL')
  db.exec(SCHEMA_STEPS[0] ?? '')
  db.exec('PRAGMA user_version = 1')
  const noteEvent = {
    seq: 1,
    stream: 'incident.i1',
    version: 1,
    type: 'NoteAdded',
    at: 1,
    by: '王敏',
    commandId: null,
    body: '{}',
  }
  db.prepare('INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?)').run(
    ...Object.values(noteEvent),
    linkHash(START.hash, { ...noteEvent, salt: null }),
  )
  const { id, incident, stats } = row('i1')
  db.prepare(
    'INSERT INTO incident_row (id, on_board, month, over_at, counted, drill, fact, incident) VALUES (?,1,?,NULL,1,0,?,?)',
  ).run(id, stats.month, JSON.stringify(stats), JSON.stringify(incident))
  db.close()
})
afterEach(() => rmSync(dir, { recursive: true }))

test('opened by this program it goes on, with nothing pending', async () => {
  const journal = openSqliteJournal(file)
  expect(await journal.rowsOnBoard()).toEqual([{ ...row('i1'), old: true }])
  expect(await journal.pending()).toEqual([])
  await journal.commit([
    entry({
      expect: { 'incident.i1': 1 },
      events: [event('incident.i1')],
      rows: [
        row('i1', {
          state: 'archived',
          pending: [{ key: 'kept:1', fires: 'kept', of: '1', dueAt: 9 }],
        }),
      ],
    }),
  ])
  expect(await journal.pending()).toHaveLength(1)
  expect(await journal.verify()).toMatchObject({ ok: true, position: 2 })
  expect((await journal.eventsAfter(0, 9)).map(({ by, named }) => [by, named])).toEqual([
    ['王敏', true],
    ['王敏', undefined],
  ])
  expect((await journal.links(0, 9)).map(({ line }) => line.includes('王敏'))).toEqual([
    true,
    false,
  ])
  await journal.close()
})

test('verified where it lies, it is whole, and not a byte of it is changed', async () => {
  const bytes = readFileSync(file)
  const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('vigil-verify-'))
  const before = temporary()
  expect(
    await verifySqliteJournal(file, async (reading) => {
      expect(await reading.row('i1')).toEqual({ ...row('i1'), old: true })
      return null
    }),
  ).toMatchObject({ ok: true, position: 1 })
  expect([readFileSync(file).equals(bytes), temporary()]).toEqual([true, before])
})
