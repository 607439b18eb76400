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

/** What adopting says after a night on an emergency record. */
async function adoptedAfter(atNight: Night) {
  const before = await openStation({ on: 'sqlite' })
  await before.ask('people/person-set', { name: '雀岗', phones: [], posts: ['duty-officer'] })
  const { id: contactId } = await before.ask('contacts/set', { ...GAS, ...EIGHT })
  const { id: placeId } = await before.ask('places/set', { ...ESTATE, size: 300 })
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
  const [record, emergency] = [openSqliteJournal(before.file), openSqliteJournal(night.file)]
  const { seals, close } = salvageRecord(night.file, { isNeeded: () => false, inTime: () => true })
  const indexIncident = createSearchIndex(createRomaniser())
  const at = night.clock.wall() + MINUTE
  const adopted = await adoptEmergency({ own: record, emergency, seals, indexIncident, at })
  close()
  await emergency.close()
  await record.close()
  return adopted
}

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
