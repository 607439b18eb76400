/**
 * An emergency record takes along what the damaged one held sealed, with its values; what that held
 * in clear, it seals.
 */
import { expect, onTestFinished, test } from 'vitest'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import type { SalvagedRecord, StoredEvent } from '#main/core/ports.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLANS = [
  plan('fire', [
    step('call', { due: { within: MINUTE, from: 'reported' } }),
    step('doors', { due: { within: 30 * MINUTE, from: 'reported' } }),
  ]),
]
const ROSTER = { head: [{ person: '雀岗位人', phone: '雀139' }] }

/** As an older program wrote it: this commander stands in clear. */
const inClear = (commander: string) => (event: StoredEvent) =>
  event.type === 'PlanActivated'
    ? { ...event, body: { ...(event.body as object), commander } as never }
    : event

async function left(alter: (event: StoredEvent) => StoredEvent): Promise<Kit> {
  const before = await openStation({ on: 'sqlite', plans: PLANS })
  await before.ask('roster/set', { posts: ROSTER })
  const id = await before.run([], { narrative: '雀口述' })
  await before.ask('incident/activate', { incidentId: id, planId: 'fire', commander: '雀新总指挥' })
  await before.ask('incident/step', {
    incidentId: id,
    stepId: 'call',
    outcome: 'done',
    reason: '雀原因',
  })
  const real = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const salvaged: SalvagedRecord = {
    ...real,
    streams: new Map(
      [...real.streams].map(([name, { events, missing }]) => [
        name,
        { events: events.map(alter), missing },
      ]),
    ),
  }
  const kit = await openStation({
    on: 'sqlite',
    plans: PLANS,
    salvaged,
    at: before.clock.wall() + MINUTE,
  })
  real.close()
  await before.stop()
  onTestFinished(() => kit.stop())
  return kit
}

test.each([
  ['sealed', (event: StoredEvent) => event, '雀新总指挥'],
  ['in clear', inClear('雀旧总指挥'), '雀旧总指挥'],
])('what was %s goes on as before, and stands in no new event', async (_how, alter, commander) => {
  const kit = await left(alter)
  expect((await kit.ask('roster/read', null)).posts).toEqual(ROSTER)
  expect((await kit.station.board()).emergency?.contact).toMatchObject({
    people: ['雀岗位人'],
    phones: ['雀139'],
  })
  const [first] = (await kit.station.board()).emergency?.incidents ?? []
  const { incidentId } = await kit.ask('incident/take-over', {
    incidentId: first?.incidentId ?? '',
  })
  expect(await kit.incident(incidentId)).toMatchObject({ commander, narrative: '雀口述' })
  expect(await kit.step(incidentId, 'call')).toMatchObject({ reason: '雀原因' })
  expect(JSON.stringify((await kit.events()).map(({ body }) => body))).not.toContain('雀')
  expect(await kit.journal.verify()).toMatchObject({ ok: true })
})
