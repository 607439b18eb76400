/**
 * Damage to the log of writes that an unclean stop left: nothing that is in the record's file is
 * lost by it, and what is lost is told.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { openConnection } from '#main/adapters/journal/sqlite-connection.ts'
import { openSqliteJournal, sqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { migrate } from '#main/adapters/journal/sqlite-migrate.ts'
import { settleLog, type LogDamage } from '#main/adapters/journal/sqlite-settle.ts'
import { emptyWal } from '#main/adapters/journal/sqlite-wal.ts'
import { chance } from '../kit/driver.ts'
import { PARTS, RUINED, asKilled, contentOf, flip, lengthOf } from '../kit/log-left.ts'
import { command, entry, event, row } from './samples.ts'

const EVENTS = 60 // half of them before the log was last folded in
const NOW = new Date('2026-11-26T01:02:03.456Z')

let dir: string
let count = 0
/**
 * Records as they were killed: with a log that is folded in already, as older programs left it;
 * with one that is not; with one begun again over the first.
 */
const at = { folded: '', live: '', begunAnew: '', broken: '' }

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-log-'))
  for (const kind of ['folded', 'live', 'begunAnew', 'broken'] as const) {
    const file = join(dir, `open-${kind}.db`)
    const db = openConnection(file)
    migrate(db, file)
    const journal = sqliteJournal(db, file)
    const work = async (from: number, to: number): Promise<void> => {
      for (let n = from; n < to; n++)
        await journal.commit([
          entry({
            command: command(`c${n}`, { n }),
            events: [event(`s${n % 7}`, 'Counted', { n, mark: `mark-${n}-` + '火'.repeat(200) })],
            rows: [row(`i${n}`)],
          }),
        ])
    }
    await work(0, EVENTS / 2)
    if (kind === 'live' || kind === 'broken') emptyWal(db, file)
    if (kind === 'begunAnew') db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    await work(EVENTS / 2, EVENTS)
    if (kind === 'folded') db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    at[kind] = join(dir, `${kind}.db`)
    asKilled(file, at[kind])
    await journal.close()
  }
  const bytes = readFileSync(at.broken)
  bytes.write('mark-9-X', bytes.indexOf('mark-9-'))
  writeFileSync(at.broken, bytes)
})
afterAll(() => rmSync(dir, { recursive: true }))

function copyOf(killed: string, parts: readonly string[] = PARTS): string {
  const folder = join(dir, `copy-${count++}`)
  mkdirSync(folder)
  const file = join(folder, 'journal.db')
  asKilled(killed, file, parts)
  return file
}

/**
 * A start as a host makes it, and a command afterwards: how far the record goes, and what was told.
 */
async function started(file: string): Promise<{ position: number; damage: LogDamage | null }> {
  const damage = settleLog(file, NOW)
  const journal = openSqliteJournal(file)
  try {
    const position = await journal.position()
    expect(await journal.verify()).toMatchObject({ ok: true, position })
    expect(await journal.reply(`c${position - 1}`)).toMatchObject({ position })
    expect(await journal.commit([entry({ events: [event('after')] })])).toEqual([
      { ok: true, position: position + 1 },
    ])
    return { position, damage }
  } finally {
    await journal.close()
  }
}

const INDEX = [
  ['with the index of the log', PARTS],
  ['without it', ['', '-wal']],
] as const

describe.each(INDEX)('a log that nothing happened to, %s', (_with, parts) => {
  test.each(['folded', 'live', 'begunAnew'] as const)(
    '%s: all is there, and nothing is said',
    async (kind) => {
      expect(await started(copyOf(at[kind], parts))).toEqual({ position: EVENTS, damage: null })
    },
  )
})

describe.each(INDEX)('one bad bit, %s', (_with, parts) => {
  test.each([
    ['folded', 40],
    ['live', 25],
    ['begunAnew', 25],
  ] as const)('in a log that is %s: %i times', async (kind, times) => {
    const random = chance(20_261_126)
    for (let n = 0; n < times; n++) {
      const file = copyOf(at[kind], parts)
      const bit = Math.floor(random() * lengthOf(file) * 8)
      flip(`${file}-wal`, bit)
      const damaged = readFileSync(`${file}-wal`)
      const { position, damage } = await started(file)
      if (kind === 'folded') expect(position, `bit ${bit}`).toBe(EVENTS)
      if (position < EVENTS)
        expect(damage, `bit ${bit}`).toMatchObject({
          lost: expect.any(Number),
          file: 'journal.db-wal.bad-20261126T010203456Z',
        })
      if (position < EVENTS) expect(damage?.lost, `bit ${bit}`).toBeGreaterThan(0)
      if (damage?.file)
        expect(readFileSync(join(file, '..', damage.file)).equals(damaged), `bit ${bit}`).toBe(true)
      rmSync(join(file, '..'), { recursive: true })
    }
  })
})

describe.each(Object.entries(RUINED))('a log that is %s', (how, ruin) => {
  test('loses nothing if it was folded in', async () => {
    for (const [, parts] of INDEX) {
      const file = copyOf(at.folded, parts)
      ruin(file)
      expect((await started(file)).position).toBe(EVENTS)
    }
  })

  test('tells what is lost if it was not folded in, where there is anything left to know it by', async () => {
    const file = copyOf(at.live)
    ruin(file)
    const { position, damage } = await started(file)
    expect(position).toBeLessThan(EVENTS)
    expect(damage?.lost).toBeGreaterThan(0)
    const traces = copyOf(at.live, ['', '-wal'])
    ruin(traces)
    const without = await started(traces)
    if (!['gone', 'emptied', 'nothing but zeros', 'cut in half'].includes(how))
      expect(without.damage?.lost).toBeGreaterThan(0)
  })
})

describe('a record that is whole neither with its log nor without', () => {
  function refusalOf(file: string): JournalRefused {
    try {
      settleLog(file, NOW)
    } catch (error) {
      if (error instanceof JournalRefused) return error
      throw error
    }
    throw new Error('it was not refused')
  }

  test.each(INDEX)('is refused, and every byte stays as it was, %s', (_with, parts) => {
    for (const harm of [
      () => undefined,
      (file: string) => flip(`${file}-wal`, (lengthOf(file) - 2_000) * 8),
    ]) {
      const file = copyOf(at.broken, parts)
      harm(file)
      const before = contentOf(join(file, '..'))
      expect(refusalOf(file)).toMatchObject({ code: 'record-damaged', firstBad: 10 })
      expect(contentOf(join(file, '..'))).toEqual(before)
    }
  })

  test('one of a newer program, killed: so, too', () => {
    const file = join(dir, 'newer.db')
    const db = openConnection(file)
    migrate(db, file)
    db.exec('PRAGMA user_version = 99')
    const killed = join(dir, 'newer', 'journal.db')
    mkdirSync(join(dir, 'newer'))
    asKilled(file, killed)
    db.close()
    const before = contentOf(join(dir, 'newer'))
    expect(refusalOf(killed)).toMatchObject({ code: 'newer-record' })
    expect(contentOf(join(dir, 'newer'))).toEqual(before)
    expect(readdirSync(join(dir, 'newer'))).toHaveLength(3)
  })
})
