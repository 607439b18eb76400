/**
 * Damage to the record: found when it is opened or verified, with the first event
 * that cannot be trusted.
 */
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkHash } from '#main/adapters/journal/chain.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import type { Link } from '#main/adapters/journal/chain.ts'
import type { StoredEvent, Verified } from '#main/core/ports.ts'
import { entry, event, row, seal } from './samples.ts'

const EVENTS = 2_500 // anchors at 1,000 and 2,000, and at the close that made the whole one

let dir: string
let whole: string // closed cleanly
let killed: string // the same, without the anchor of the close
let events: readonly StoredEvent[]

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-damage-'))
  ;[whole, killed] = [join(dir, 'whole.db'), join(dir, 'killed.db')]
  const journal = openSqliteJournal(whole)
  const name = seal('s0', '张三')
  for (let n = 0; n < EVENTS; n += 100) {
    const batch = Array.from({ length: 100 }, (_, i) =>
      event(`s${(n + i) % 9}`, 'Counted', {
        n: n + i + 1,
        reporter: { sealed: n + i === 41 ? name.sealed : '' },
      }),
    )
    await journal.commit([
      entry({ events: batch, seals: n === 0 ? [name] : [], rows: [row('i1')] }),
    ])
  }
  events = await journal.eventsAfter(0, EVENTS)
  await journal.close()
  copyFileSync(whole, killed)
  sqlOn(killed, `DELETE FROM anchor WHERE seq = ${EVENTS}`)
})
afterAll(() => rmSync(dir, { recursive: true }))

/** What somebody does who knows how: the guards are taken off, and put back afterwards. */
function sqlOn(file: string, statements: string): void {
  const db = new DatabaseSync(file)
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec(`BEGIN; ${statements}; COMMIT`)
  for (const { sql } of guards) db.exec(String(sql))
  db.close()
}

function damaged(from: string, statements: string): string {
  const file = join(dir, `damaged-${Math.random().toString(36).slice(2)}.db`)
  copyFileSync(from, file)
  sqlOn(file, statements)
  return file
}

/**
 * The first bad event by each of the three ways to look: on opening, by the station's own walk, by
 * the walk of a closed file.
 */
async function firstBadBy(
  file: string,
): Promise<{ opening: number | null; walk: Verified | null; closed: Verified }> {
  const closed = await verifySqliteJournal(file)
  try {
    const journal = openSqliteJournal(file)
    const walk = await journal.verify()
    await journal.close()
    return { opening: null, walk, closed }
  } catch (error) {
    if (!(error instanceof JournalRefused)) throw error
    return { opening: error.firstBad, walk: null, closed }
  }
}

describe('planted damage', () => {
  test('a record that nobody touched is whole', async () => {
    const verified = { ok: true, position: EVENTS }
    for (const file of [whole, killed])
      expect(await firstBadBy(damaged(file, ''))).toMatchObject({
        opening: null,
        walk: verified,
        closed: verified,
      })
  })

  test('one byte of an old body: the walk names the event', async () => {
    const bad = { ok: false, firstBad: 1_234, why: 'hash-mismatch' }
    const file = damaged(
      whole,
      "UPDATE event SET body = replace(body, '1234', '1235') WHERE seq = 1234",
    )
    expect(await firstBadBy(file)).toEqual({ opening: null, walk: bad, closed: bad })
  })

  test('one byte after the last anchor: opening is refused, with the event', async () => {
    const file = damaged(
      killed,
      "UPDATE event SET body = replace(body, '2345', '2344') WHERE seq = 2345",
    )
    const before = readFileSync(file)
    expect(await firstBadBy(file)).toEqual({
      opening: 2_345,
      walk: null,
      closed: { ok: false, firstBad: 2_345, why: 'hash-mismatch' },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(dir).filter((name) => name.startsWith(`${basename(file)}-`))).toEqual([])
  })

  test('an event that is missing in the middle', async () => {
    const bad = { ok: false, firstBad: 77, why: 'sequence-gap' }
    expect(await firstBadBy(damaged(whole, 'DELETE FROM event WHERE seq = 77'))).toEqual({
      opening: null,
      walk: bad,
      closed: bad,
    })
  })

  test('two events that changed places', async () => {
    const file = damaged(
      whole,
      'UPDATE event SET seq = -1 WHERE seq = 50; UPDATE event SET seq = 50 WHERE seq = 51; UPDATE event SET seq = 51 WHERE seq = -1',
    )
    expect((await firstBadBy(file)).closed).toEqual({
      ok: false,
      firstBad: 50,
      why: 'hash-mismatch',
    })
  })

  test('the last events cut off: the anchor remembers them', async () => {
    const file = damaged(whole, 'DELETE FROM event WHERE seq > 2490')
    expect(await firstBadBy(file)).toEqual({
      opening: 2_491,
      walk: null,
      closed: { ok: false, firstBad: 2_491, why: 'record-too-short' },
    })
  })

  test('a chain worked out anew from a changed event does not agree with the anchors', async () => {
    const file = damaged(killed, "UPDATE event SET body = '{}' WHERE seq = 1500")
    const db = new DatabaseSync(file)
    let hash = String(db.prepare('SELECT hash FROM event WHERE seq = 1499').get()?.hash)
    const links = db
      .prepare(
        'SELECT seq, stream, version, type, at, "by", salt, command_id AS commandId, body FROM event WHERE seq >= 1500 ORDER BY seq',
      )
      .all()
    db.close()
    sqlOn(
      file,
      (links as unknown as Link[])
        .map((link) => {
          hash = linkHash(hash, link)
          return `UPDATE event SET hash = '${hash}' WHERE seq = ${link.seq}`
        })
        .join(';'),
    )
    expect(await firstBadBy(file)).toEqual({
      opening: 2_000,
      walk: null,
      closed: { ok: false, firstBad: 2_000, why: 'anchor-mismatch' },
    })
  })

  test('a personal value that was exchanged: the event that speaks of it', async () => {
    const bad = { ok: false, firstBad: 42, why: 'seal-mismatch' }
    expect(await firstBadBy(damaged(whole, "UPDATE personal SET value = '李四'"))).toEqual({
      opening: null,
      walk: bad,
      closed: bad,
    })
  })

  test.each([
    ['a guard that was dropped', 'DROP TRIGGER event_no_update', 'event_no_update'],
    [
      'a guard that lets through what it should not',
      'DROP TRIGGER event_no_delete; CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT 1; END',
      'event_no_delete',
    ],
    [
      'a trigger of somebody else',
      'CREATE TRIGGER more AFTER INSERT ON event BEGIN DELETE FROM personal; END',
      'more',
    ],
    ['an index that was dropped', 'DROP INDEX incident_month', 'incident_month'],
  ])('%s', async (_what, statement, where) => {
    const file = damaged(whole, '')
    const db = new DatabaseSync(file)
    db.exec(statement)
    db.close()
    const bad = { ok: false, firstBad: 0, why: 'schema-changed', where }
    expect(await firstBadBy(file)).toEqual({ opening: null, walk: bad, closed: bad })
  })

  test.each([
    ["month = '2026-10'"],
    ['over_at = 5'],
    ['counted = 0'],
    ['drill = 1'],
    ["fact = '{'"],
    ["incident = 'null'"],
  ])('a row that was set to %s', async (change) => {
    const bad = { ok: false, firstBad: 0, why: 'projection-mismatch', where: 'i1' }
    expect(await firstBadBy(damaged(whole, `UPDATE incident_row SET ${change}`))).toEqual({
      opening: null,
      walk: bad,
      closed: bad,
    })
  })

  test('damage outside the events is seen in a closed file', async () => {
    const file = damaged(whole, '')
    const bytes = readFileSync(file)
    const db = new DatabaseSync(file)
    const page = Number(
      db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'incident_old'").get()?.rootpage,
    )
    db.close()
    bytes.fill(0, (page - 1) * 4_096, page * 4_096)
    writeFileSync(file, bytes)
    expect(await verifySqliteJournal(file)).toEqual({ ok: false, firstBad: 0, why: 'file-damaged' })
  })

  test('a file cut short is refused, or found', async () => {
    const file = damaged(whole, '')
    writeFileSync(file, readFileSync(file).subarray(0, 40_960))
    await expect(verifySqliteJournal(file)).rejects.toMatchObject({ code: 'record-damaged' })
  })

  test('sixty single bits: either it is found, or every event still reads as it was written', async () => {
    const original = readFileSync(whole)
    let random = 20_261_124 // a fixed sequence, so that a failure can be looked at again
    const next = (below: number) =>
      (random = (random * 1_103_515_245 + 12_345) % 2_147_483_648) % below
    const file = join(dir, 'flipped.db')
    let seen = 0
    for (let n = 0; n < 60; n += 1) {
      const bytes = Buffer.from(original)
      const at = next(bytes.length)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << next(8)), at)
      writeFileSync(file, bytes)
      const verified = await verifySqliteJournal(file).catch((error: unknown) => error)
      if (verified instanceof JournalRefused || !(verified as Verified).ok) {
        seen += 1
        continue
      }
      const journal = openSqliteJournal(file)
      expect(await journal.eventsAfter(0, EVENTS), `bit at ${at}`).toEqual(events)
      await journal.close()
    }
    expect(seen).toBeGreaterThan(30)
  })
})
