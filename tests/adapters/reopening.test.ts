/** A record whose disk was full or failed takes writes again by itself. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reserveIn } from '#main/adapters/data-disk.ts'
import { StorageFailed } from '#main/adapters/journal/errors.ts'
import { reopeningJournal } from '#main/adapters/journal/reopening.ts'
import { openConnection } from '#main/adapters/journal/sqlite-connection.ts'
import { openSqliteJournal, sqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { Journal } from '#main/core/ports.ts'
import { entry, event } from './samples.ts'

let dir: string
let file: string
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-reopening-'))
  file = join(dir, 'journal.db')
  await openSqliteJournal(file).close()
})
afterEach(() => rmSync(dir, { recursive: true }))

const big = (n: number) =>
  entry({ events: [event('big', 'Filled', { n, text: 'x'.repeat(50_000) })] })
const smallEntry = () => entry({ events: [event('one', 'Noted')] })
const why = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error) => error,
  )
/** Commits until the store refuses; how many it took. */
async function fill(journal: Journal): Promise<number> {
  for (let n = 1; n <= 200; n += 1) if (await why(journal.commit([big(n)]))) return n - 1
  throw new Error('it never became full')
}

describe('a full disk', () => {
  /** Takes so many pages; more once the reserve is given up. */
  function onDisk(reserve?: { keep: () => Promise<boolean>; giveUp: () => boolean }) {
    const disk = { pages: 100 }
    const journal = reopeningJournal(
      () => {
        const db = openConnection(file)
        db.exec(`PRAGMA max_page_count = ${disk.pages}`)
        return sqliteJournal(db, file)
      },
      { ...(reserve && { reserve }) },
    )
    return { journal, disk }
  }

  it('once there is room again it goes on without a restart', async () => {
    const { journal, disk } = onDisk()
    const saved = await fill(journal)
    expect(await why(journal.commit([big(0)]))).toMatchObject({ trouble: 'full' })
    expect(await journal.eventsAfter(0, 100)).toHaveLength(saved)
    disk.pages = 100_000
    expect(await journal.commit([big(0)])).toEqual([{ ok: true, position: saved + 1 }])
    expect(await journal.verify()).toMatchObject({ ok: true, position: saved + 1 })
    await journal.close()
  })

  it('what is kept back is given up first: nobody is refused', async () => {
    let hasReserve = true
    const { journal, disk } = onDisk({
      keep: async () => hasReserve,
      giveUp() {
        if (!hasReserve) return false
        hasReserve = false
        disk.pages = 200
        return true
      },
    })
    const saved = await fill(journal)
    expect(hasReserve).toBe(false)
    expect(saved * 50_000).toBeGreaterThan(100 * 4096)
    expect(await journal.verify()).toMatchObject({ ok: true, position: saved })
    await journal.close()
  })

  it('a few free bytes are no room: nothing is tried until what was kept back can be kept again', async () => {
    let room = false
    const { journal, disk } = onDisk({ keep: async () => room, giveUp: () => false })
    const saved = await fill(journal)
    disk.pages = 100_000
    expect(await why(journal.commit([entry()]))).toBeInstanceOf(StorageFailed)
    expect(await journal.position()).toBe(saved)
    room = true
    expect(await journal.commit([entry()])).toMatchObject([{ ok: true }])
    await journal.close()
  })
})

describe('a disk that fails to write', () => {
  function brokenJournal(broken: boolean): Journal {
    const db = openConnection(file)
    if (broken)
      db.exec(
        "CREATE TEMP TRIGGER broken BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'broken disk'); END",
      )
    return sqliteJournal(db, file)
  }

  it('is tried again by opening the record anew, at longer and longer intervals, and heals', async () => {
    let [broken, opened, at] = [true, 0, 0]
    const journal = reopeningJournal(
      () => {
        opened += 1
        return brokenJournal(broken)
      },
      { now: () => at },
    )
    const error = await why(journal.commit([smallEntry()]))
    expect(error).toMatchObject({ code: 'storage-failed', trouble: 'other' })
    expect(await why(journal.commit([smallEntry()]))).toBe(error)
    const tries: number[] = []
    for (; at < 20 * 60_000; at += 1_000) {
      const before = opened
      await why(journal.commit([smallEntry()]))
      if (opened > before) tries.push(at / 1_000)
    }
    expect(tries).toEqual([5, 15, 35, 75, 155, 315, 615, 915])
    broken = false
    at += 5 * 60_000
    expect(await journal.commit([smallEntry()])).toMatchObject([{ ok: true, position: 1 }])
    broken = true
    expect(await journal.commit([smallEntry()])).toMatchObject([{ ok: true, position: 2 }])
    expect(await journal.verify()).toMatchObject({ ok: true, position: 2 })
    await journal.close()
  })

  it('a record that cannot even be opened is tried again, too', async () => {
    let [there, at] = [true, 0]
    const journal = reopeningJournal(
      () => {
        if (!there) throw new Error('the disk is gone')
        return brokenJournal(at === 0)
      },
      { now: () => at },
    )
    expect(await why(journal.commit([smallEntry()]))).toBeInstanceOf(StorageFailed)
    there = false
    at += 5_000
    expect(await why(journal.commit([smallEntry()]))).toBeInstanceOf(StorageFailed)
    there = true
    at += 10_000
    expect(await journal.commit([smallEntry()])).toMatchObject([{ ok: true, position: 1 }])
    await journal.close()
  })
})

describe('what is kept back', () => {
  it('is a file of 16 MB or a sixteenth of a small disk, readable by nobody else, gone when given up', async () => {
    const reserve = reserveIn(join(dir, 'reserve'))
    expect([reserve.kept, reserve.giveUp()]).toEqual([0, false])
    expect(await Promise.all([reserve.keep(), reserve.keep()])).toEqual([true, true])
    expect(reserve.kept).toBe(16 * 1024 * 1024)
    expect(statSync(join(dir, 'reserve')).mode & 0o777).toBe(0o600)
    expect(reserve.giveUp()).toBe(true)
    expect(existsSync(join(dir, 'reserve'))).toBe(false)
  })

  it('cannot be kept where no file can be made, and nothing fails', async () => {
    const reserve = reserveIn(join(dir, 'none', 'reserve'))
    expect(await reserve.keep()).toBe(false)
    expect([await reserve.free(), reserve.kept]).toEqual([null, 0])
  })
})
