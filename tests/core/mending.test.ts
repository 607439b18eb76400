/**
 * Damages what is folded from the events, each where it lies: the station starts, shows what the
 * events say, folds it again and tells the desk.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { strayProjection, verifyWhole } from '#main/core/verify/projections.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { flip, flipsIn } from '../kit/flips.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const response = plan('response', [
  step('call', { stage: 'report', due: { within: 3 * MINUTE, from: 'activated' } }),
  step('arrive'),
])
const MONTH = '2026-11'

let dir: string
let store: string
let kit: Kit
let archived = ''
let running = ''
let before: Board
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-mending-'))
  store = join(dir, 'journal.db')
})
afterEach(async () => {
  await kit.stop()
  rmSync(dir, { recursive: true })
})

const open = async (): Promise<Kit> =>
  openStation({
    store,
    plans: [response],
    at: '2026-11-24T12:05:00+08:00',
    romaniser: createRomaniser(),
  })

/** A roster, places, an incident that is archived, one with a late limit, and two beside. */
async function anEvening(): Promise<void> {
  kit = await openStation({ store, plans: [response], romaniser: createRomaniser() })
  await kit.ask('roster/set', { posts: { desk: [{ person: '周敏', phone: '1' }] } })
  await kit.ask('site/places-set', { places: [{ name: '三元小区', size: 1200 }] })
  archived = await kit.run(['response'], { place: '东区', narrative: '充值机黑屏' })
  running = await kit.run(['response'], { place: '西区' })
  await kit.run([], { place: '大厅' })
  await kit.clock.advance('4 min')
  await kit.ask('incident/step', {
    incidentId: archived,
    stepId: 'call',
    outcome: 'done',
    reason: '人手不够',
  })
  await kit.ask('incident/move', { incidentId: archived, to: 'closed' })
  await kit.ask('incident/move', { incidentId: archived, to: 'archived' })
  await kit.stop()
  kit = await open()
  before = await kit.station.board()
  await kit.stop()
}

/** A statement on the file of the stopped station, as no program of ours would make it. */
function alter(statement: string, ...values: (string | number)[]): void {
  const db = new DatabaseSync(store)
  expect(db.prepare(statement).run(...values).changes).toBeGreaterThan(0)
  db.close()
}

const damageAlerts = async (): Promise<readonly string[]> =>
  (await kit.station.board()).alerts
    .filter(({ cause }) => cause.en.includes('damaged'))
    .map(({ cause }) => cause.zh)

/** What the mending itself adds to a board is left out. */
const apartFromMending = (board: Board): Board => ({ ...board, position: 0, alerts: [] })

/** What nothing but the whole record can tell is right a moment after the start. */
const ONLY_AFTER = ['has left the board', 'is filed in another month']

/** Started on the damage, it shows what it showed before; checked, it has told it and is whole. */
async function isMended(fromTheStart = true): Promise<void> {
  kit = await open()
  if (fromTheStart)
    expect(apartFromMending(await kit.station.board())).toEqual(apartFromMending(before))
  expect(await kit.station.check()).toMatchObject({ ok: true })
  expect(await damageAlerts()).toEqual([expect.stringContaining('已按原始记录重新算出')])
  expect(kit.logged.map(({ event }) => event)).toContain('record-mended')
  expect(apartFromMending(await kit.station.board())).toEqual(apartFromMending(before))
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  await kit.stop()
  kit = await open()
  expect(await kit.station.check()).toMatchObject({ ok: true })
  expect(await damageAlerts()).toEqual([])
}

const set = (column: string, from: string, to: string): string =>
  `UPDATE incident_row SET ${column} = replace(${column}, '${from}', '${to}') WHERE id = ?`

describe('the row of an incident', () => {
  it.each([
    ['is no JSON any more', set('incident', '"steps":{', '"steps":[')],
    ['has lost a field to another name', set('incident', '"steps":', '"stepr":')],
    ['has lost its alerts to another name', set('incident', '"alerts":', '"alertr":')],
    ['says a state that does not exist', set('incident', '"responding"', '"respondinf"')],
    ['has words for a number', set('incident', '"version":', '"version":"",":":')],
    ['counts more events than there are', set('incident', '"version":', '"version":7')],
    ['says another place', set('incident', '西区', '面区')],
    ['runs a plan that does not exist', set('incident', response.revision, 'f'.repeat(64))],
    ['has left the board', 'UPDATE incident_row SET on_board = 0 WHERE id = ?'],
    ['has a fact that is no JSON any more', set('fact', '{', '[')],
    ['has a fact without its limits', set('fact', '"limits":', '"limitr":')],
    ['has a fact of nobody', set('fact', '"incidentId":', '"incidentIe":')],
    ['has a fact of another incident', set('fact', '"incidentId":"0', '"incidentId":"1')],
    ['is filed in another month', "UPDATE incident_row SET month = '2026-10' WHERE id = ?"],
    ['is filed as a drill', 'UPDATE incident_row SET drill = 1 WHERE id = ?'],
    ['is in the history at no time', 'UPDATE history SET at = 7 WHERE id = ?'],
  ])('%s', async (what, statement) => {
    await anEvening()
    alter(statement, running)
    await isMended(!ONLY_AFTER.includes(what))
  })

  it('with a fact of another incident is counted once, also when it is saved again', async () => {
    await anEvening()
    alter(set('fact', '"incidentId":"0', '"incidentId":"1'), running)
    kit = await open()
    await kit.ask('incident/note', { incidentId: running, words: '还在等人' })
    const { month } = await kit.station.board()
    expect(month.incidents).toBe(before.month.incidents)
    expect(kit.logged.map(({ event }) => event)).toContain('row-unreadable')
  })

  it('of an incident that has left the board', async () => {
    await anEvening()
    alter(set('incident', '{', '['), archived)
    await isMended()
  })

  it('is read from the events when somebody asks for it before it is mended', async () => {
    await anEvening()
    alter(set('incident', '{', '['), archived)
    kit = await open()
    const read = await kit.ask('history/read', { incidentId: archived })
    expect(read.incident).toMatchObject({ place: '东区', state: 'archived' })
  })

  it('stands in no way of a command, whatever is left of it', async () => {
    await anEvening()
    alter(set('fact', '{', '['), running)
    alter(`UPDATE month_tally SET tally = '{'`)
    kit = await open()
    await kit.ask('incident/step', { incidentId: running, stepId: 'arrive', outcome: 'done' })
    expect(await kit.station.board()).toMatchObject({ storageFailed: false })
    await kit.station.check()
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('that no event speaks of goes', async () => {
    await anEvening()
    alter('UPDATE incident_row SET id = ? WHERE id = ?', 'ghost', running)
    kit = await open()
    await kit.station.check()
    expect((await kit.station.board()).incidents).toEqual(before.incidents)
    expect((await kit.station.board()).month).toEqual(before.month)
    expect((await kit.journal.projectionNames()).rows).not.toContain('ghost')
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('figures, words and documents', () => {
  it.each([
    ['no JSON any more', '{'],
    ['without its counts', '{"incidents":3}'],
  ])('a tally that is %s', async (_what, tally) => {
    await anEvening()
    const right = await openAndTally()
    alter('UPDATE month_tally SET tally = ? WHERE month = ?', tally, MONTH)
    await isMended()
    expect(await kit.journal.tally(MONTH)).toEqual(right)
  })

  it('a tally that is one too many', async () => {
    await anEvening()
    const right = await openAndTally()
    alter(`UPDATE month_tally SET tally = replace(tally, '"incidents":3', '"incidents":7')`)
    await isMended()
    expect(await kit.journal.tally(MONTH)).toEqual(right)
  })

  it.each([['plain'], ['plain_sounds'], ['said_initials']])(
    'a line to search in: %s',
    async (name) => {
      await anEvening()
      alter(`UPDATE history SET ${name} = 'x' WHERE id = ?`, archived)
      await isMended()
      for (const words of ['东区', 'dongqu', 'czjhp'])
        expect((await kit.ask('history/search', { words })).rows).toMatchObject([
          { incidentId: archived },
        ])
    },
  )

  it('words that were purged do not come back', async () => {
    await anEvening()
    alter("DELETE FROM personal WHERE stream = 'incident.' || ?", archived)
    kit = await open()
    expect(await kit.station.check()).toMatchObject({ ok: true })
    expect(await damageAlerts()).toEqual([])
    expect((await kit.ask('history/search', { words: '黑屏' })).rows).toEqual([])
  })

  it.each([
    ['roster', '{', '['],
    ['roster', '"person"', '"persom"'],
    ['places', '1200', '"1200"'],
    ['plan', '"steps":', '"stepr":'],
    ['site', 'Asia/Shanghai', 'Asia/Shanghaj'],
    ['site', '{', '['],
  ])('a document: %s, %s turned %s', async (kind, from, to) => {
    await anEvening()
    alter('UPDATE kept SET body = replace(body, ?, ?) WHERE kind = ?', from, to, kind)
    await isMended()
    expect((await kit.ask('site/places-read', {})).places).toEqual([
      { name: '三元小区', size: 1200 },
    ])
  })

  it.each([
    ['of an unknown kind', "UPDATE kept SET kind = 'rostes' WHERE kind = 'roster'"],
    ['two of one unknown kind', "UPDATE kept SET kind = 'gone' WHERE kind IN ('roster', 'places')"],
    [
      'of a kind that is no text',
      "UPDATE kept SET kind = CAST(x'72efbf' AS TEXT) WHERE kind = 'roster'",
    ],
    ['of a stream that has another', "UPDATE kept SET id = 'x' WHERE kind = 'roster'"],
    [
      'beside the right one',
      "INSERT INTO kept SELECT kind, 'x', body FROM kept WHERE kind = 'site'",
    ],
    ['named as a stream', "UPDATE kept SET kind = 'station' WHERE kind = 'roster'"],
  ])('a document that no event speaks of goes: %s', async (_what, statement) => {
    await anEvening()
    alter(statement)
    await isMended()
  })

  it('a row whose name is no text goes', async () => {
    await anEvening()
    alter("UPDATE incident_row SET id = CAST(x'69efbf' AS TEXT) WHERE id = ?", archived)
    await isMended()
  })
})

async function openAndTally(): Promise<unknown> {
  kit = await open()
  const tally = await kit.journal.tally(MONTH)
  await kit.stop()
  return tally
}

const TABLES = ['kept', 'incident_row', 'history']

describe('a table or an index that does not hold together', () => {
  it.each([...TABLES, 'incident_on_board', 'incident_month'])(
    '%s: what it held is folded anew, and of a table it is told',
    async (name) => {
      await anEvening()
      const db = new DatabaseSync(store)
      const root = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name)
      db.close()
      flip(store, { offset: (Number(root?.['rootpage']) - 1) * 4096, bit: 2 }) // the kind of page
      kit = await open()
      expect(await kit.station.check()).toMatchObject({ ok: true })
      const board = await kit.station.board()
      expect(apartFromMending(board)).toEqual(apartFromMending(before))
      const search = await kit.ask('history/search', { words: 'dongqu' })
      expect(search.rows).toMatchObject([{ incidentId: archived }])
      await kit.stop()
      expect(await verifySqliteJournal(store, strayProjection)).toMatchObject({ ok: true })
      kit = await open()
      expect(await kit.station.check()).toMatchObject({ ok: true })
      expect(await damageAlerts()).toEqual([])
      if (TABLES.includes(name)) expect(board.alerts).toHaveLength(1)
    },
  )
})

describe('where the events are damaged, too', () => {
  it('nothing is folded from them: the row stands, and the damage is found', async () => {
    await anEvening()
    const db = new DatabaseSync(store)
    const guard = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'event_no_update'").get()
    db.exec('DROP TRIGGER event_no_update')
    db.prepare("UPDATE event SET body = replace(body, '西区', '面区') WHERE stream = ?").run(
      `incident.${running}`,
    )
    db.exec(String(guard?.sql))
    db.close()
    kit = await open()
    expect((await kit.station.board()).incidents).toEqual(before.incidents)
    expect(await kit.station.check()).toMatchObject({ ok: false, why: 'hash-mismatch' })
    expect((await kit.station.board()).incidents).toEqual(before.incidents)
  })
})

describe('any one bit of what was folded', () => {
  it('twenty flips: it starts each time, and is whole after the check', async () => {
    await anEvening()
    const whole = readFileSync(store)
    for (const bit of flipsIn(store, 20, 20, 'derived')) {
      writeFileSync(store, whole)
      flip(store, bit)
      kit = await open()
      const where = `${bit.table} at ${bit.offset}, bit ${bit.bit}`
      expect(await kit.station.check(), where).toMatchObject({ ok: true })
      const after = await kit.station.board()
      expect(apartFromMending(after), where).toEqual(apartFromMending(before))
      await kit.stop()
    }
    kit = await open()
  })
})
