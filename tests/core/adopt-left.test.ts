/**
 * Registers that people changed on an emergency record stay behind when it is adopted, and the
 * result says of each whether there is something to look after.
 */
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { MINUTE } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

type Known = { contactId: string; placeId: string }
type Night = (night: Kit, known: Known) => Promise<unknown>

const GAS = { name: '燃气抢修', category: 'outside-gas' as const }
const ESTATE = { name: '云雀小区', kind: 'estate' as const }
const EIGHT = { numbers: [{ number: '80001' }] }
const NINE = { numbers: [{ number: '80009' }] }

/** Adopts after a night on an emergency record, each time anew, as often as it is called. */
async function after(
  atNight: Night,
  standIn: (before: Kit) => Promise<unknown> = async () => null,
) {
  const before = await openStation({ on: 'sqlite' })
  await before.ask('people/person-set', { name: '雀岗', phones: [], posts: ['duty-officer'] })
  const { id: contactId } = await before.ask('contacts/set', { ...GAS, ...EIGHT })
  const { id: placeId } = await before.ask('places/set', { ...ESTATE, size: 300 })
  await standIn(before)
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const since = before.clock.wall() + 10 * MINUTE
  const night = await openStation({ on: 'sqlite', salvaged, at: since })
  salvaged.close()
  await before.station.stop()
  onTestFinished(async () => {
    await night.stop()
    await before.stop()
  })
  await atNight(night, { contactId, placeId })
  await night.station.stop()
  await night.journal.close()
  return async (of: 'emergency' | 'its-own' | 'another' = 'emergency') => {
    const file = of === 'its-own' ? before.file : night.file
    const other =
      of === 'another' ? await openStation({ on: 'sqlite', at: night.clock.wall() }) : null
    await other?.station.stop()
    await other?.journal.close()
    const record = openSqliteJournal(other?.file ?? before.file)
    const emergency = of === 'its-own' ? record : openSqliteJournal(file)
    const { seals, close } = salvageRecord(file, { isNeeded: () => false, inTime: () => true })
    const indexIncident = createSearchIndex(createRomaniser())
    const at = night.clock.wall() + MINUTE
    const adopted = await adoptEmergency({ own: record, emergency, seals, indexIncident, at })
    const head = {
      position: await record.position(),
      hash: await record.hashAt(await record.position()),
    }
    close()
    if (emergency !== record) await emergency.close()
    await record.close()
    await other?.stop()
    return { adopted, head }
  }
}
const adoptedAfter = async (atNight: Night) => (await (await after(atNight))()).adopted

const LEFT = { rosterLeft: false, contactsLeft: false, placesLeft: false }

test.each<[string, Night, Partial<typeof LEFT>]>([
  ['nobody changed anything', async () => undefined, {}],
  [
    'a number was changed',
    (night, { contactId: id }) => night.ask('contacts/set', { id, ...GAS, ...NINE }),
    { contactsLeft: true },
  ],
  [
    'a number was changed and changed back',
    async (night, { contactId: id }) => {
      await night.ask('contacts/set', { id, ...GAS, ...NINE })
      await night.ask('contacts/set', { id, ...GAS, ...EIGHT })
    },
    {},
  ],
  [
    'a number was verified',
    (night, { contactId: id }) => night.ask('contacts/verify', { id, number: '80001' }),
    { contactsLeft: true },
  ],
  [
    'a contact was removed',
    (night, { contactId: id }) => night.ask('contacts/remove', { id }),
    { contactsLeft: true },
  ],
  [
    'a place was entered',
    (night) => night.ask('places/set', { name: '二楼', kind: 'floor' }),
    { placesLeft: true },
  ],
  [
    'a place was entered and removed again',
    async (night) => {
      const { id } = await night.ask('places/set', { name: '二楼', kind: 'floor' })
      await night.ask('places/remove', { id })
    },
    {},
  ],
  [
    'the size of a place was changed',
    (night, { placeId: id }) => night.ask('places/set', { id, ...ESTATE, size: 310 }),
    { placesLeft: true },
  ],
  [
    'somebody was entered',
    (night) => night.ask('people/person-set', { name: '湾新', phones: [], posts: [] }),
    { rosterLeft: true },
  ],
])('given %s, then adopting says so and of nothing else', async (_what, atNight, left) => {
  expect(await adoptedAfter(atNight)).toMatchObject({ ok: true, incidents: 0, ...LEFT, ...left })
})

const DAY = '2026-11-24'
const shift = { name: '夜班', begins: '20:00', ends: '08:00', posts: ['duty-officer'], minimum: 1 }

test('a shift that was set at night stays behind, one that the record has does not', async () => {
  const enters = (night: Kit, shiftId: string, persons: string[]) =>
    night.ask('duty/set', { entries: [{ date: DAY, shiftId, postId: 'duty-officer', persons }] })
  const run = async (
    atNight: (night: Kit, shiftId: string, person: string) => Promise<unknown>,
  ) => {
    let [shiftId, person] = ['', '']
    const adopt = await after(
      (night) => atNight(night, shiftId, person),
      async (before) => {
        shiftId = (await before.ask('duty/shift-set', shift)).id
        person = (await before.ask('people/read', {})).persons[0]?.id ?? ''
        await enters(before, shiftId, [person])
      },
    )
    return (await adopt()).adopted
  }
  const [left, none] = [{ ...LEFT, rosterLeft: true }, LEFT]
  expect(
    await run((night) => night.ask('duty/shift-set', { ...shift, name: '白班' })),
  ).toMatchObject(left)
  expect(await run((night, id) => enters(night, id, []))).toMatchObject(left)
  expect(
    await run(async (night, id, person) => {
      await enters(night, id, [])
      await enters(night, id, [person])
    }),
  ).toMatchObject(none)
})

test('somebody who left at night stays behind', async () => {
  const adopted = await adoptedAfter(async (night) => {
    const id = (await night.ask('people/read', {})).persons[0]?.id ?? ''
    await night.ask('people/person-leave', { id, reason: '调走' })
  })
  expect(adopted).toMatchObject({ ...LEFT, rosterLeft: true })
})

test('adopted again it changes nothing, and says where the record stands', async () => {
  const adopt = await after((night) => night.run([], { place: '地下一层' }))
  const { adopted, head } = await adopt()
  expect(adopted).toEqual({ ok: true, incidents: 1, continued: 0, ...LEFT, ...head })
  expect(await adopt()).toEqual({
    adopted: { ok: true, incidents: 0, continued: 0, ...LEFT, ...head },
    head,
  })
})

test('no record is adopted that is no emergency record, or that of another record', async () => {
  const adopt = await after(async () => undefined)
  expect(await adopt('its-own')).toMatchObject({ adopted: { ok: false, why: 'no-emergency' } })
  expect(await adopt('another')).toMatchObject({ adopted: { ok: false, why: 'other-record' } })
  expect(await adopt()).toMatchObject({ adopted: { ok: true } })
})
