/**
 * The shift handover over an emergency record: what stands is taken along, what was signed there is
 * taken in, each once.
 */
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import { MINUTE } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

type Nights = { before: Kit; night: Kit; given: string; since: number }

/** A handover waits to be taken when the record is damaged; two troubles stand, one is settled. */
async function nights(): Promise<Nights> {
  const before = await openStation({ on: 'sqlite' })
  await before.ask('roster/set', { posts: { 'duty-officer': [{ person: '雀岗', phone: '' }] } })
  await before.ask('handover/note', { words: '二号门卡死' })
  const { noteId } = await before.ask('handover/note', { words: '灯坏了' })
  const { noteId: over } = await before.ask('handover/note', { words: '早好了' })
  await before.ask('handover/note-settle', { noteId: over })
  const { handoverId } = await before.ask('handover/give', { gives: '周敏' })
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const since = before.clock.wall() + 10 * MINUTE
  const night = await openStation({ on: 'sqlite', salvaged, at: since })
  salvaged.close()
  await before.station.stop()
  onTestFinished(async () => {
    await night.stop()
    await before.stop()
  })
  await night.ask('handover/note-settle', { noteId })
  return { before, night, given: handoverId, since }
}

test('what stands is taken along with who and when; the years before are not', async () => {
  const { night, given, since } = await nights()
  const { page, pending } = await night.ask('handover/read', null)
  expect(page.notes).toMatchObject([{ words: '二号门卡死', by: '周敏', at: since - 10 * MINUTE }])
  expect(pending).toMatchObject({ id: given, gives: '周敏', at: since - 10 * MINUTE })
  const ofHandover = (await night.events()).filter(({ stream }) => stream.startsWith('handover'))
  expect(ofHandover.map(({ type }) => type)).toEqual([
    ...['HandoverNoteAdded', 'HandoverNoteAdded', 'HandoverGiven', 'HandoverNoteSettled'],
  ])
  expect(await strayProjection(night.journal)).toBeNull()
})

test('what was signed and noted there comes into the record once, with its values', async () => {
  const { before, night, given } = await nights()
  await night.ask('handover/take', { handoverId: given, takes: '李强' })
  await night.ask('handover/note', { words: '应急时记的' })
  const { handoverId } = await night.ask('handover/give', { gives: '李强' })
  await night.ask('handover/take', { handoverId, takes: '王芳' })
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
  expect(await adoptEmergency(parts)).toMatchObject({ ok: true, incidents: 0 })
  close()
  await emergency.close()
  expect(await record.verify()).toMatchObject({ ok: true })
  expect(await strayProjection(record)).toBeNull()
  await record.close()

  const kit = await openStation({ store: before.file, at: until + 2 * MINUTE })
  onTestFinished(() => kit.stop())
  const { page, pending, last } = await kit.ask('handover/read', null)
  expect(page.notes.map(({ words }) => words)).toEqual(['二号门卡死', '应急时记的'])
  expect([pending, last]).toMatchObject([null, { id: handoverId, gives: '李强', takes: '王芳' }])
  expect(await kit.ask('handover/show', { id: given })).toMatchObject({
    gives: { person: '周敏', page: { notes: [{ words: '二号门卡死' }, { words: '灯坏了' }] } },
    takes: { person: '李强', page: { duty: { now: [{ people: ['雀岗'] }] } } },
  })
})
