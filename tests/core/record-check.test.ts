/** The check of the whole record beside the running station: at its start, and every hour. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFaults } from '#main/core/engine/faults.ts'
import { createRecordCheck } from '#main/core/station/record-check.ts'
import type { Verified } from '#main/core/ports.ts'
import { manualClock } from '../kit/manual-clock.ts'
import { openStation, type Kit } from '../kit/station.ts'
import { until } from '../kit/until.ts'

let dir: string
let store: string
let kit: Kit
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-check-'))
  store = join(dir, 'journal.db')
  kit = await openStation({ store })
  await kit.run([], { place: '大厅' })
})
afterEach(async () => {
  await kit.stop()
  rmSync(dir, { recursive: true })
})

/** Somebody who takes the guards off and puts them back afterwards. */
function tamper(statement: string): void {
  const db = new DatabaseSync(store)
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec(statement)
  for (const { sql } of guards) db.exec(String(sql))
  db.close()
}
const damage = (): void =>
  tamper("UPDATE event SET body = replace(body, '大厅', '小厅') WHERE type = 'IncidentReported'")
const repair = (): void =>
  tamper("UPDATE event SET body = replace(body, '小厅', '大厅') WHERE type = 'IncidentReported'")

const alertTexts = async (): Promise<readonly string[]> =>
  (await kit.station.board()).alerts.map(({ cause, action }) => `${cause.zh}${action.zh}`)
const logged = (event: string): number => kit.logged.filter((entry) => entry.event === event).length

describe('a station that watches its record', () => {
  it('tells damage within the hour, once, for as long as it is there', async () => {
    kit.station.watchRecord()
    await until(() => expect(logged('record-whole')).toBe(1))
    damage()
    await kit.clock.advance('59 min')
    expect(await alertTexts()).toEqual([])
    await kit.clock.advance('2 min')
    await until(async () =>
      expect(await alertTexts()).toEqual([
        expect.stringMatching(/发现损坏.*自第\d+条起不可信.*值守照常.*从备份恢复/),
      ]),
    )
    expect(kit.pushes).toContainEqual(
      expect.objectContaining({ board: expect.objectContaining({ alerts: [expect.anything()] }) }),
    )
    for (let hour = 0; hour < 3; hour++) {
      await kit.clock.advance('61 min')
      expect(
        await kit.send('incident/report', { narrative: '又一起', place: '二楼' }),
      ).toMatchObject({ ok: true })
    }
    expect(await alertTexts()).toHaveLength(1)
    expect(logged('record-damaged')).toBe(1)
    repair()
    await until(async () => {
      await kit.clock.advance('61 min')
      expect(await alertTexts()).toEqual([])
    })
  })

  it('says no more once it stops', async () => {
    damage()
    kit.station.watchRecord()
    await kit.station.stop()
    await new Promise(setImmediate)
    expect(logged('record-damaged')).toBe(0)
  })
})

describe('the pages of the file', () => {
  /** A bit of this text is flipped in an index, while nobody has the record open. */
  async function flippedIn(index: string, text: string): Promise<void> {
    await kit.stop()
    const db = new DatabaseSync(store)
    const pages = db.prepare('SELECT pgoffset, pgsize FROM dbstat WHERE name = ?').all(index)
    db.close()
    const bytes = readFileSync(store)
    const [at] = pages.flatMap(({ pgoffset, pgsize }) => {
      const [from, size] = [Number(pgoffset), Number(pgsize)]
      const within = bytes.subarray(from, from + size).indexOf(text)
      return within < 0 ? [] : [from + within]
    })
    if (at === undefined) throw new Error(`${text} does not stand in ${index}`)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(store, bytes)
    kit = await openStation({ store, at: kit.clock.wall() })
  }

  it('are looked at by the running station, too: an index is built anew, and it is told', async () => {
    kit.clock.jump('2 h')
    await kit.clock.advance('2 s')
    await flippedIn('sqlite_autoindex_event_1', 'station')
    expect(await kit.journal.verify()).toMatchObject({ ok: false, why: 'file-damaged' })
    expect(await kit.station.check()).toMatchObject({ ok: true })
    expect(await alertTexts()).toEqual([expect.stringMatching(/索引有损坏，已重新建立/)])
    expect(await kit.journal.verify()).toMatchObject({ ok: true })
  })
})

describe('a check that cannot be made', () => {
  it('stands with what to do, and goes when one can', async () => {
    const clock = manualClock('2026-11-24T12:00:00+08:00')
    const events: string[] = []
    const faults = createFaults(clock)
    const faultTexts = (): string[] =>
      faults.standing().map(({ cause, action }) => `${cause.zh}${action.zh}`)
    let check: () => Promise<Verified> = () => Promise.reject(new Error('disk I/O error'))
    let checks = 0 // that have come to their end
    const recordCheck = createRecordCheck({
      check: () => check().finally(() => void (checks += 1)),
      faults,
      clock,
      log: { info: (event) => void events.push(event), error: (event) => void events.push(event) },
    })
    const hour = async (): Promise<void> => {
      clock.leap('1 h')
      const before = checks
      recordCheck.onCycle()
      await until(() => expect(checks).toBe(before + 1))
    }
    recordCheck.start()
    await until(() =>
      expect(faultTexts()).toEqual([expect.stringMatching(/无法核对.*检查磁盘.*备份/)]),
    )
    await hour()
    expect([faultTexts().length, events]).toEqual([1, ['record-not-checked']])
    check = async () => ({ ok: true, position: 1, hash: '' })
    await hour()
    await until(() => expect(faultTexts()).toEqual([]))
    expect(events).toEqual(['record-not-checked', 'record-whole'])
  })
})
