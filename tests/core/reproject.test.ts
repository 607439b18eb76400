/**
 * A record whose rows an older program folded: it starts at once, goes on, and comes to what this
 * program would have written.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { linkHash, START, type Link } from '#main/adapters/journal/chain.ts'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { SCHEMA_STEPS } from '#main/adapters/journal/sqlite-schema.ts'
import { eventColumns } from '#main/adapters/journal/sqlite-statements.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { asBefore } from '#main/core/verify/old-row.ts'
import type { IncidentRow, Journal } from '#main/core/ports.ts'
import { strayProjection, verifyWhole } from '#main/core/verify/projections.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const response = plan('response', [
  step('call', { stage: 'report', due: { within: 3 * MINUTE, from: 'activated' } }),
  step('arrive'),
])
const KEPT = [
  'id',
  'on_board',
  'month',
  'over_at',
  'counted',
  'drill',
  'fact',
  'incident',
  'pending',
]

let dir: string
let older: string
let kit: Kit | null = null
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-refold-'))
  older = join(dir, 'journal.db')
})
afterEach(async () => {
  await kit?.stop()
  kit = null
  rmSync(dir, { recursive: true })
})

/** Names as older programs bound them: as they stand (until schema 4). */
function withNames(file: string): void {
  const db = new DatabaseSync(file)
  const guards = db
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE name IN ('event_no_update', 'anchor_no_update')",
    )
    .all()
  const links = db.prepare(`SELECT ${eventColumns(db)} FROM event ORDER BY seq`).all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`)
  const bind = db.prepare('UPDATE event SET hash = ? WHERE seq = ?')
  const anchor = db.prepare('UPDATE anchor SET hash = ? WHERE seq = ?')
  let { hash } = START
  for (const link of links as unknown as Link[]) {
    hash = linkHash(hash, { ...link, salt: null })
    for (const statement of [bind, anchor]) statement.run(hash, link.seq)
  }
  db.exec('ALTER TABLE event DROP COLUMN salt')
  for (const { sql } of guards) db.exec(String(sql))
  db.close()
}

/** A copy of the record as the program before this one would have left it (schema 2). */
function asOlder(file: string): void {
  withNames(file)
  const db = new DatabaseSync(older)
  db.exec('PRAGMA journal_mode = WAL')
  for (const schema of SCHEMA_STEPS.slice(0, 2)) db.exec(schema)
  db.exec('PRAGMA user_version = 2')
  db.prepare('ATTACH ? AS now').run(file)
  for (const table of ['event', 'command', 'personal', 'kept', 'anchor'])
    db.exec(`INSERT INTO main.${table} SELECT * FROM now.${table} ORDER BY 1`)
  db.exec(
    `INSERT INTO main.incident_row (${KEPT.join()}) SELECT ${KEPT.join()} FROM now.incident_row`,
  )
  const set = db.prepare('UPDATE main.incident_row SET fact = ?, incident = ? WHERE id = ?')
  for (const { id, fact, incident } of db
    .prepare('SELECT id, fact, incident FROM main.incident_row')
    .all()) {
    const row = {
      id,
      onBoard: true,
      pending: [],
      stats: JSON.parse(String(fact)),
      incident: JSON.parse(String(incident)),
    } as unknown as IncidentRow
    const before = asBefore(row)
    set.run(JSON.stringify(before.stats), JSON.stringify(before.incident), row.id)
  }
  db.close()
}

/**
 * An archived incident with a late limit and an alert, one on the board whose alert stands, and
 * many that are merely there.
 */
async function lived(): Promise<{
  archived: string
  running: string
  rows: Map<string, IncidentRow | null>
}> {
  kit = await openStation({ on: 'sqlite', plans: [response] })
  const archived = await kit.run(['response'], { place: '东区', narrative: '充值机黑屏' })
  const running = await kit.run(['response'], { place: '西区' })
  for (let n = 0; n < 24; n++) await kit.run([], { place: `${n}号窗口` })
  await kit.clock.advance('4 min')
  await kit.ask('incident/step', {
    incidentId: archived,
    stepId: 'call',
    outcome: 'done',
    reason: '人手不够',
  })
  await kit.ask('incident/move', { incidentId: archived, to: 'closed' })
  await kit.ask('incident/move', { incidentId: archived, to: 'archived' })
  const rows = new Map<string, IncidentRow | null>()
  for (const id of (await kit.journal.projectionNames()).rows)
    rows.set(id, await kit.journal.row(id))
  await kit.station.stop()
  await kit.journal.close()
  asOlder(kit.file)
  await kit.stop()
  return { archived, running, rows }
}

const reopened = async (): Promise<Kit> => {
  kit = await openStation({
    store: older,
    plans: [response],
    at: '2026-11-24T12:05:00+08:00',
    romaniser: createRomaniser(),
  })
  return kit
}
const nothingOld = (journal: Journal): Promise<void> =>
  expect.poll(() => journal.oldRows(1)).toEqual([])

it('is whole where it lies, and damage to an old row is still found', async () => {
  await lived()
  expect(await verifySqliteJournal(older, strayProjection)).toMatchObject({ ok: true })
  const db = new DatabaseSync(older)
  db.exec(
    "UPDATE incident_row SET fact = json_set(fact, '$.place', '别处') WHERE json_extract(fact, '$.place') = '东区'",
  )
  db.close()
  expect(await verifySqliteJournal(older, strayProjection)).toMatchObject({
    ok: false,
    why: 'projection-mismatch',
  })
})

it('has its figures at once, and its rows, tallies and words after a moment, without a single event', async () => {
  const { archived, rows } = await lived()
  const journal = openSqliteJournal(older)
  const position = await journal.position()
  expect((await journal.oldRows(99)).length).toBe(rows.size)
  expect(await journal.tally('2026-11')).toEqual(
    tallyOf(await journal.incidentStats('2026-11', '2026-11')),
  )
  expect((await journal.tally('2026-11')).incidents).toBe(rows.size)
  expect((await journal.row(archived))?.stats).not.toHaveProperty('alerts')
  await journal.close()
  const now = await reopened()
  await nothingOld(now.journal)
  for (const [id, row] of rows) expect(await now.journal.row(id)).toEqual(row)
  expect((await now.journal.tally('2026-11')).incidents).toBe(rows.size)
  expect(
    (await now.ask('history/search', { words: 'heiping' })).rows.map(
      ({ incidentId }) => incidentId,
    ),
  ).toEqual([archived])
  expect((await now.ask('history/search', {})).total).toBe(rows.size)
  expect(await now.journal.position()).toBe(position)
  expect(await verifyWhole(now.journal)).toMatchObject({ ok: true })
})

it('a limit that no source sets counts apart once its row is folded again', async () => {
  const ours = plan('ours', [
    step('call', { due: { within: 3 * MINUTE, from: 'activated' }, proposed: true }),
  ])
  kit = await openStation({ on: 'sqlite', plans: [ours] })
  const id = await kit.run(['ours'], { place: '东区' })
  await kit.ask('incident/step', { incidentId: id, stepId: 'call', outcome: 'done' })
  await kit.station.stop()
  await kit.journal.close()
  const { file } = kit
  withNames(file)
  const db = new DatabaseSync(file)
  db.exec(
    `UPDATE incident_row SET folded = 1, fact = json_remove(fact, '$.limits[0].proposed');
     UPDATE month_tally SET tally = json_set(tally, '$.met', 1);
     DROP INDEX incident_old; CREATE INDEX incident_old ON incident_row (id) WHERE folded < 1;
     PRAGMA user_version = 3`,
  )
  db.close()
  const now = await openStation({ store: file, plans: [ours], at: '2026-11-24T12:05:00+08:00' })
  await nothingOld(now.journal)
  expect((await now.journal.tally('2026-11')).met).toBe(0)
  const period = await now.ask('statistics/period', { from: '2026-11-01', to: '2026-11-30' })
  expect(period.now.limits).toMatchObject({ due: 0, proposed: { due: 1, met: 1 } })
  expect(await verifyWhole(now.journal)).toMatchObject({ ok: true })
  await now.stop()
})

it('goes on with commands from the first moment, on the board or off it', async () => {
  const { running } = await lived()
  const now = await reopened()
  const [alert] = (await now.incident(running)).alerts
  await Promise.all([
    now.ask('alert/acknowledge', { alertId: alert?.id ?? '' }),
    now.ask('incident/step', {
      incidentId: running,
      stepId: 'call',
      outcome: 'done',
      reason: '人手不够',
    }),
    now.run(['response'], { place: '新的' }),
  ])
  await nothingOld(now.journal)
  expect((await now.journal.row(running))?.stats.alerts).toMatchObject([
    { stepId: 'call', acknowledgedAt: now.clock.wall(), clearedAt: now.clock.wall() },
  ])
  expect(await verifyWhole(now.journal)).toMatchObject({ ok: true })
  expect(now.logged.filter(({ error }) => error !== null)).toEqual([])
})

it('is stopped in the middle and goes on at the next start', async () => {
  const { rows } = await lived()
  const first = await reopened()
  await first.stop()
  const now = await reopened()
  await nothingOld(now.journal)
  expect((await now.journal.tally('2026-11')).incidents).toBe(rows.size)
  expect(await verifyWhole(now.journal)).toMatchObject({ ok: true })
})
