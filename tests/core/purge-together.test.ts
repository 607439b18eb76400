/**
 * What is purged together: an incident, those that were merged into it, and what it was before an
 * emergency record. Where one of them is held, or something is owed, all of it stays.
 */
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { MINUTE } from '../kit/plan.ts'
import {
  archive,
  CANARY,
  dataOf,
  days,
  openPurging,
  purgesOf,
  reported,
  response,
  rule,
  tells,
} from '../kit/purging.ts'
import { openStation, type Kit } from '../kit/station.ts'

async function opened(): Promise<Kit> {
  const kit = await openPurging()
  onTestFinished(() => kit.stop())
  return kit
}
const valuesOf = async (kit: Kit) => (await kit.ask('retention/find', { name: CANARY })).found

test.each(['into', 'merged'] as const)(
  'of a merged incident nothing goes on request while the other is held, whichever it is (%s)',
  async (which) => {
    const kit = await opened()
    const merged = await kit.run([], { narrative: `${CANARY}也说冒烟`, place: '前厅' })
    const into = await reported(kit)
    await kit.ask('incident/merge', { incidentId: merged, into, reason: '同一起' })
    await archive(kit, into)
    const incidentId = which === 'into' ? into : merged
    await kit.ask('retention/hold', { incidentId, reason: '诉讼中' })
    const lines = await valuesOf(kit)
    expect(new Set(lines.map((line) => line.incidentId))).toEqual(new Set([merged, into]))
    for (const { keeps } of lines) expect(keeps?.zh).toMatch(/保留/)
    const seals = lines.map(({ sealed }) => sealed)
    expect(await kit.send('retention/purge', { seals, reason: '本人要求' })).toMatchObject({
      ...{ ok: false, code: 'values-in-use' },
    })
    await kit.ask('retention/lift', { incidentId, reason: '已判决' })
    expect((await valuesOf(kit)).map(({ keeps }) => keeps)).toEqual(lines.map(() => null))
  },
)

/** An incident goes on in an emergency record, is held there, and is adopted; not archived yet. */
async function adopted(part: { isHeld: boolean }): Promise<{ kit: Kit; incidentId: string }> {
  const before = await openPurging()
  await reported(before)
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const since = before.clock.wall() + 2 * MINUTE
  const night = await openStation({ on: 'sqlite', plans: [response], salvaged, at: since })
  salvaged.close()
  await before.station.stop()
  const [left] = (await night.station.board()).emergency?.incidents ?? []
  const { incidentId } = await night.ask('incident/take-over', {
    incidentId: left?.incidentId ?? '',
  })
  await night.ask('incident/note', { incidentId, words: `${CANARY}夜里补一句` })
  if (part.isHeld) await night.ask('retention/hold', { incidentId, reason: '诉讼中' })
  const at = night.clock.wall() + MINUTE
  await night.station.stop()
  await night.journal.close()
  const [record, emergency] = [openSqliteJournal(before.file), openSqliteJournal(night.file)]
  const { seals, close } = salvageRecord(night.file, { isNeeded: () => false, inTime: () => true })
  const indexIncident = createSearchIndex(createRomaniser())
  expect(await adoptEmergency({ own: record, emergency, seals, indexIncident, at })).toMatchObject({
    ...{ ok: true, continued: 1 },
  })
  close()
  await emergency.close()
  await record.close()
  const kit = await openPurging({ store: before.file, at })
  onTestFinished(async () => {
    await kit.stop()
    await night.stop()
    await before.stop()
  })
  return { kit, incidentId }
}

test('what went on in an emergency record is purged with what it was before', async () => {
  const { kit, incidentId } = await adopted({ isHeld: false })
  await archive(kit, incidentId)
  await rule(kit)
  expect(tells(dataOf(kit))).not.toEqual([])
  await days(kit, '61 d')
  expect(await purgesOf(kit)).toHaveLength(1)
  expect(JSON.stringify(await kit.ask('history/read', { incidentId }))).not.toContain(CANARY)
  expect(tells(dataOf(kit))).toEqual([])
})

test('a hold on an emergency record holds after it was adopted', async () => {
  const { kit, incidentId } = await adopted({ isHeld: true })
  expect((await kit.ask('retention/of', { incidentId })).hold).toMatchObject({ reason: '诉讼中' })
  await archive(kit, incidentId)
  await rule(kit)
  await days(kit, '61 d')
  expect(await purgesOf(kit)).toEqual([])
})

test('while aftercare is open nothing is purged, by rule or on request', async () => {
  const kit = await opened()
  const incidentId = await reported(kit)
  await kit.ask('incident/move', { incidentId, to: 'closed' })
  const { aftercareId } = await kit.ask('incident/aftercare', {
    ...{ incidentId, kind: 'compensation', whom: `${CANARY}王女士`, agreedFen: 100 },
    ...{ owner: { postId: 'desk' }, dueOn: '2026-12-01' },
  })
  await kit.ask('incident/move', { incidentId, to: 'archived' })
  await rule(kit)
  await days(kit, '61 d')
  expect(await purgesOf(kit)).toEqual([])
  expect((await kit.ask('retention/of', { incidentId })).due).toMatchObject({ waits: 'aftercare' })
  for (const { keeps } of await valuesOf(kit)) expect(keeps?.zh).toMatch(/善后/)
  await kit.ask('incident/aftercare-done', { incidentId, aftercareId, paidFen: 100 })
  await days(kit, '2 d')
  expect(await purgesOf(kit)).toHaveLength(1)
  expect(tells(dataOf(kit))).toEqual([])
})

test('evidence of a merged incident keeps both until its time is over, by rule and on request', async () => {
  const kit = await opened()
  const merged = await kit.run([], { narrative: `${CANARY}也说冒烟`, place: '前厅' })
  const keepUntil = kit.clock.wall() + 90 * DAY_MS
  await kit.ask('incident/evidence-add', {
    ...{ incidentId: merged, what: '监控', kind: 'video', place: '监控室', keepUntil },
  })
  const into = await reported(kit)
  await kit.ask('incident/merge', { incidentId: merged, into, reason: '同一起' })
  await archive(kit, into)
  await rule(kit)
  await days(kit, '61 d')
  expect(await purgesOf(kit)).toEqual([])
  const { due } = await kit.ask('retention/of', { incidentId: into })
  expect(due).toMatchObject({ at: keepUntil, waits: 'evidence' })
  for (const { keeps } of await valuesOf(kit)) expect(keeps?.zh).toMatch(/证据/)
  await days(kit, '30 d')
  expect(await purgesOf(kit)).toHaveLength(1)
  expect(tells(dataOf(kit))).toEqual([])
})

test('what comes after the purge has as many days again, and goes, too', async () => {
  const kit = await opened()
  const incidentId = await reported(kit)
  const evidence = { what: '监控', kind: 'video', place: '监控室' } as const
  const { evidenceId } = await kit.ask('incident/evidence-add', { incidentId, ...evidence })
  await archive(kit, incidentId)
  await rule(kit)
  await days(kit, '61 d')
  expect(await purgesOf(kit)).toHaveLength(1)
  expect((await kit.ask('retention/of', { incidentId })).due).toBeNull()
  await kit.ask('incident/evidence-release', { incidentId, evidenceId, to: `${CANARY}孙警官` })
  expect((await kit.ask('retention/of', { incidentId })).due).toMatchObject({ waits: null })
  await days(kit, '50 d')
  expect(await purgesOf(kit)).toHaveLength(1)
  await days(kit, '12 d')
  expect(await purgesOf(kit)).toMatchObject([{}, { why: 'rule', values: 1 }])
  expect(tells(dataOf(kit))).toEqual([])
})
