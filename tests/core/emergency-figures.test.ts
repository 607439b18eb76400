/**
 * The figures of a month in which an emergency record stood in: what was taken over counts once,
 * and whoever reads a figure is told of the gap.
 */
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { cpSync } from 'node:fs'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { MINUTE, choice, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLANS = [
  plan(
    'fire',
    [
      step('call', { stage: 'report', due: { within: 5 * MINUTE, from: 'reported' } }),
      step('doors', { due: { within: 30 * MINUTE, from: 'reported' } }),
      step('water', { due: { within: 2 * MINUTE, from: 'reported' } }),
    ],
    { facts: [choice('cause', ['wire', 'oil'], { recordOnly: true })] },
  ),
]
const NIGHT = '2026-11-30T23:50:00+08:00'

async function evening(): Promise<Kit> {
  const kit = await openStation({ on: 'sqlite', plans: PLANS, at: NIGHT })
  const fire = await kit.run(['fire'], { place: '三楼厨房', channel: '电话' })
  await kit.ask('incident/answer', { incidentId: fire, fact: 'cause', value: 'oil' })
  await kit.clock.advance('1 min')
  await kit.ask('incident/step', { incidentId: fire, stepId: 'call', outcome: 'done' })
  await kit.ask('incident/assess', { incidentId: fire, casualties: { minor: 2 }, loss: 80 })
  await kit.clock.advance('3 min')
  await kit.ask('incident/step', { incidentId: fire, stepId: 'water', outcome: 'done' })
  await kit.ask('incident/explain', { incidentId: fire, stepId: 'water', reason: '水压低' })
  await kit.run([], { place: '一号门' })
  return kit
}

const openAction = (kit: Kit): Promise<{ number: string }> =>
  kit.ask('action/open', {
    ...{ what: '补装灯', owner: { postId: 'desk' }, due: '2026-12-20', source: { words: '夜查' } },
  })

/** Both go on in an emergency record until after midnight; then the record is whole again. */
async function adopted(): Promise<{ kit: Kit; since: number; until: number }> {
  const before = await evening()
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const since = before.clock.wall() + 2 * MINUTE
  const night = await openStation({ on: 'sqlite', plans: PLANS, salvaged, at: since })
  salvaged.close()
  await before.station.stop()
  const { emergency } = await night.station.board()
  for (const { incidentId } of emergency?.incidents ?? [])
    await night.ask('incident/take-over', { incidentId })
  await night.clock.advance('40 min')
  await night.run([], { place: '地下一层' })
  await openAction(night)
  const until = night.clock.wall()
  await night.station.stop()
  await night.journal.close()

  const [record, stoodIn] = [openSqliteJournal(before.file), openSqliteJournal(night.file)]
  const { seals, close } = salvageRecord(night.file, {
    isNeeded: () => false,
    inTime: () => true,
  })
  const result = await adoptEmergency({
    own: record,
    emergency: stoodIn,
    seals,
    indexIncident: createSearchIndex(createRomaniser()),
    at: until + MINUTE,
  })
  close()
  expect(result).toMatchObject({ ok: true, incidents: 3, continued: 2 })
  await stoodIn.close()
  await record.close()
  const kit = await openStation({
    store: before.file,
    plans: PLANS,
    at: '2026-12-02T09:00:00+08:00',
  })
  onTestFinished(async () => {
    await kit.stop()
    await night.stop()
    await before.stop()
  })
  return { kit, since, until }
}

test('every figure is that of a plain count of the raw events, and what was taken over is one', async () => {
  const { kit } = await adopted()
  const query = { from: '2026-11-01', to: '2026-12-31' }
  const { now, at } = await kit.ask('statistics/period', query)
  const copy = join(dirname(kit.file), 'counted.db')
  cpSync(kit.file, copy)
  cpSync(`${kit.file}-wal`, `${copy}-wal`)
  const { incidents, zone } = readPlainly(copy)
  expect(now).toEqual(countPlainly(incidents, query, at, zone))
  expect(now).toMatchObject({
    incidents: 3,
    byMonth: [
      { month: '2026-11', incidents: 2 },
      { month: '2026-12', incidents: 1 },
    ],
    limits: { due: 3, met: 1, late: 2 },
    casualties: { minor: 2 },
    loss: 80,
    byAnswer: { 'fire|cause': { oil: 1 } },
  })
})

test('a second emergency record of the year gives no number again that stands in this one', async () => {
  const { kit } = await adopted()
  await kit.station.stop()
  const salvaged = salvageRecord(kit.file, { isNeeded, inTime: () => true })
  const at = '2026-12-03T09:00:00+08:00'
  const again = await openStation({ on: 'sqlite', plans: PLANS, salvaged, at })
  salvaged.close()
  onTestFinished(() => again.stop())
  const fresh = await again.incident(await again.run([], { place: '二号门' }))
  expect([fresh.number, (await openAction(again)).number]).toEqual(['急2026-002', '急整2026-002'])
})

test.each([
  ['2026-11', true],
  ['2026-12', true],
  ['2026-10', false],
])('the page and the report of %s name the gap: %s', async (month, named) => {
  const { kit, since, until } = await adopted()
  const period = { from: `${month}-01`, to: `${month}-30` }
  const { emergencies } = await kit.ask('statistics/period', period)
  expect(emergencies).toEqual(named ? [{ since, until }] : [])
  const { paper } = await kit.ask('report/read', { month })
  const lines = paper.lines.map(({ zh }) => zh).join('\n')
  const words = '2026-11-30 23:56至2026-12-01 00:36原记录损坏，用的是应急记录'
  expect(lines.includes(words)).toBe(named)
})

test('an issue that names the gap is drawn again from its events to the last character', async () => {
  const { kit } = await adopted()
  await kit.ask('report/issue', { month: '2026-11' })
  const again = await kit.ask('report/reproduce', { month: '2026-11' })
  expect(again).toMatchObject({ same: true, intact: true, changes: null })
})
