/**
 * A site's own document on the hard roads: a restart, a copied folder, a backup, folded tables that
 * are gone, a purge, an emergency record and its adoption. Its names, its plan in force, its record
 * and the marks of what runs are everywhere the same.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { makeBackup } from '#main/adapters/backup/make-backup.ts'
import { restoreBackup } from '#main/adapters/backup/restore-backup.ts'
import { backupsIn } from '#main/adapters/backup/stored-backups.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { BY, LIFT, liftApproved, liftDocument, liftPlan, TRAPPED } from '../kit/lift.ts'
import { MINUTE } from '../kit/plan.ts'
import { GAS, openWithPlans } from '../kit/plans.ts'
import { NOON, type Kit } from '../kit/station.ts'

const SITE = { name: { zh: '大厅', en: 'Hall' }, kinds: [GAS], zone: 'Asia/Shanghai' }
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

let kit: Kit
let running: string
const open = (store?: string, at: string | number = NOON): Promise<Kit> =>
  openWithPlans('sqlite', [GAS], at, {
    romaniser: createRomaniser(),
    ...(store === undefined ? {} : { store }),
  })

/** Approved, run, late, revised without its danger, written on, and one that is abolished. */
beforeEach(async () => {
  kit = await open()
  await liftApproved(kit)
  running = await kit.run([TRAPPED], { narrative: '客梯困人', type: 'lift.trapped' })
  await kit.clock.advance('31 min')
  const { 'lift.trapped': trapped } = liftDocument()['types'] as Record<string, object>
  const calm = liftDocument({ types: { 'lift.trapped': { ...trapped, danger: false } } })
  await kit.ask('documents/draft-save', { document: LIFT, draft: calm })
  await kit.ask('documents/approve', { document: LIFT, ...BY })
  await kit.ask('plans/draft-save', { planId: TRAPPED, draft: liftPlan({ level: 1 }) })
  const gone = { id: 'stairs', title: { zh: '扶梯应急预案' } }
  const stairs = { ...gone, categories: {}, types: {} }
  await kit.ask('documents/draft-save', { document: 'stairs', draft: liftDocument(stairs) })
  await kit.ask('documents/approve', { document: 'stairs', ...BY })
  await kit.ask('documents/abolish', { document: 'stairs', ...BY })
})
afterEach(() => kit.stop())

/** What people see of it. */
async function seen(of: Kit): Promise<object> {
  const { revision, clauses } = await of.ask('plans/read', { planId: TRAPPED })
  const { now, names } = await of.ask('statistics/period', NOVEMBER)
  return {
    ...(await seenDocuments(of)),
    types: (await of.ask('types/list', {})).filter(({ code }) => code.startsWith('lift')),
    ...{ revision, clauses, figures: now.byCategory, limits: now.limits, names: names.types },
    running: await marksOf(of, running),
  }
}
async function marksOf(of: Kit, id: string): Promise<object> {
  const { typeName, danger, plans } = await of.incident(id)
  return { typeName, danger, plans: plans.map(({ planId }) => planId) }
}
const newFolder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-roads-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
async function goesOn(store: string, before: object): Promise<void> {
  const other = await open(store, kit.clock.wall() + MINUTE)
  onTestFinished(() => other.stop())
  expect(await seen(other)).toEqual(before)
  expect(await verifyWhole(other.journal)).toMatchObject({ ok: true })
  await other.ask('plans/approve', { planId: TRAPPED, ...BY })
  expect(await marksOf(other, running)).toMatchObject({ danger: true })
}

it('as it is: what runs keeps its danger, what is abolished its name', async () => {
  expect(await seen(kit)).toMatchObject({
    documents: [
      { id: LIFT, abolished: false, draft: true },
      { id: 'stairs', abolished: true },
    ],
    record: [{ kind: 'revised' }, { kind: 'made' }],
    types: [{ code: 'lift.trapped' }],
    figures: { 'lift-trapped': 1 },
    limits: { due: 1, met: 0 },
    running: { typeName: { zh: '电梯困人' }, danger: true, plans: [TRAPPED] },
  })
})

it('after a restart', async () => {
  const before = await seen(kit)
  kit = await kit.restart('1 min')
  expect(await seen(kit)).toEqual(before)
})

it('in a copied folder', async () => {
  const before = await seen(kit)
  await kit.station.stop()
  await kit.journal.close()
  const dir = newFolder()
  cpSync(dirname(kit.file), dir, { recursive: true })
  await goesOn(join(dir, 'journal.db'), before)
})

it('out of a backup that was made while it ran', async () => {
  const before = await seen(kit)
  const [folder, into] = [newFolder(), join(newFolder(), 'data')]
  const backup = await makeBackup({
    ...{ data: dirname(kit.file), folder, at: kit.clock.wall(), open: true },
    ...{ site: SITE, program: '1.2.3', library: 'a'.repeat(64) },
  })
  if (!backup.ok) throw new Error(backup.code)
  const [stored] = backupsIn(folder)
  if (!stored?.manifest || stored.manifest === 'newer') throw new Error('no manifest')
  await restoreBackup({ ...stored, manifest: stored.manifest }, into, kit.clock.wall())
  await goesOn(join(into, 'journal.db'), before)
})

it('with everything that was folded of it damaged, from its events alone', async () => {
  const before = await seen(kit)
  await kit.station.stop()
  await kit.journal.close()
  const db = new DatabaseSync(kit.file)
  const kinds = "'site-document', 'document-draft', 'own-plan', 'draft'"
  db.exec(`UPDATE kept SET body = '{}' WHERE kind IN (${kinds})`)
  db.close()
  const check = openSqliteJournal(kit.file)
  expect(await verifyWhole(check)).toMatchObject({ ok: false })
  await check.close()
  const other = await open(kit.file, kit.clock.wall() + MINUTE)
  onTestFinished(() => other.stop())
  expect(await seen(other)).toEqual(before)
})

it('after a purge of the incident that ran by it: words are gone, names and figures are not', async () => {
  const before = await seen(kit)
  await kit.journal.forget({ streams: [`incident.${running}`], seals: [] })
  kit = await kit.restart('1 min')
  expect(await seen(kit)).toEqual(before)
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('in an emergency record, and after its adoption', async () => {
  const salvaged = salvageRecord(kit.file, { isNeeded, inTime: () => true })
  const night = await openWithPlans('sqlite', [GAS], kit.clock.wall() + 10 * MINUTE, {
    ...{ salvaged, romaniser: createRomaniser() },
  })
  salvaged.close()
  onTestFinished(() => night.stop())
  const before = await seenDocuments(kit)
  const { record, documents } = (await seenDocuments(night)) as {
    record: object[]
    documents: object[]
  }
  expect(record).toHaveLength(2)
  expect(documents).toHaveLength(2)
  await night.ask('incident/take-over', { incidentId: running })
  const [taken] = (await night.station.board()).incidents
  expect(await marksOf(night, taken?.id ?? '')).toEqual(await marksOf(kit, running))
  await night.clock.advance('1 min')
  const fresh = await night.run([TRAPPED], { narrative: '客梯困人', type: 'lift.trapped' })
  expect(await marksOf(night, fresh)).toMatchObject({ danger: false })
  await kit.station.stop()
  await kit.journal.close() // its last copies are written: nothing of it writes on
  await night.station.stop()
  await night.journal.close()

  const until = night.clock.wall()
  const [record2, emergency] = [openSqliteJournal(kit.file), openSqliteJournal(night.file)]
  const { seals, close } = salvageRecord(night.file, {
    isNeeded: () => false,
    inTime: () => true,
  })
  const indexIncident = createSearchIndex(createRomaniser())
  const parts = { own: record2, emergency, seals, indexIncident, at: until + MINUTE }
  expect(await adoptEmergency(parts)).toMatchObject({ ok: true, incidents: 2 })
  close()
  await emergency.close()
  await record2.close()
  const after = await open(kit.file, until + 2 * MINUTE)
  onTestFinished(() => after.stop())
  expect(await seenDocuments(after)).toEqual(before)
  expect((await after.ask('statistics/period', NOVEMBER)).now.byCategory).toEqual({
    'lift-trapped': 2,
  })
  expect(await marksOf(after, fresh)).toMatchObject({ danger: false })
  expect(await verifyWhole(after.journal)).toMatchObject({ ok: true })
})

async function seenDocuments(of: Kit): Promise<object> {
  return {
    documents: (await of.ask('documents/list', {})).filter(({ own }) => own),
    record: await of.ask('documents/revisions', { document: LIFT }),
    drafts: await of.ask('plans/drafts', {}),
  }
}
