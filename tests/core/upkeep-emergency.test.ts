/**
 * What is recorded of a plan document in an emergency record comes into the record that it stood in
 * for, behind what that has, with its values; nothing of it is taken along.
 */
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import { GAS, openWithPlans } from '../kit/plans.ts'
import { MINUTE } from '../kit/plan.ts'
import { NOON } from '../kit/station.ts'

const about = { documentId: GAS }

test('a reason to revise that was recorded in the night stands behind the issue of before', async () => {
  const before = await openWithPlans('sqlite', [GAS], NOON)
  await before.ask('upkeep/issue', {
    ...{ about, kind: 'made', day: '2026-11-20', signatory: '陈总', why: '首次印发' },
  })
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const at = before.clock.wall() + 10 * MINUTE
  const night = await openWithPlans('sqlite', [GAS], at, { salvaged })
  salvaged.close()
  await before.station.stop()
  onTestFinished(async () => {
    await night.stop()
    await before.stop()
  })
  expect((await night.ask('upkeep/read', { about })).upkeep.issues).toEqual([])
  await night.ask('upkeep/trigger', {
    ...{ about, trigger: 'lessons', day: '2026-11-24', words: '断电时联系不上' },
  })
  await night.station.stop()
  await night.journal.close()
  const until = night.clock.wall()

  const [record, emergency] = [openSqliteJournal(before.file), openSqliteJournal(night.file)]
  const { seals, close } = salvageRecord(night.file, {
    isNeeded: () => false,
    inTime: () => true,
  })
  const indexIncident = createSearchIndex(createRomaniser())
  const parts = { own: record, emergency, seals, indexIncident, at: until + MINUTE }
  expect(await adoptEmergency(parts)).toMatchObject({ ok: true })
  close()
  await emergency.close()
  expect(await record.verify()).toMatchObject({ ok: true })
  expect(await strayProjection(record)).toBeNull()
  await record.close()

  const kit = await openWithPlans('sqlite', [GAS], until + 2 * MINUTE, { store: before.file })
  onTestFinished(() => kit.stop())
  expect((await kit.ask('upkeep/read', { about })).upkeep).toMatchObject({
    issues: [{ signatory: '陈总' }],
    triggers: [{ words: '断电时联系不上', settled: null }],
  })
})
