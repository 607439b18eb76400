/** Marks on lines of the record: seen with the lines, on paper too, and no act on the incident. */
import { afterEach, expect, it } from 'vitest'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const entries = async (incidentId: string) =>
  (await kit.ask('incident/timeline', { incidentId })).entries

it('marks a line and takes the mark away, over a restart, also once the incident is archived', async () => {
  kit = await openStation({ on: 'sqlite' })
  const incidentId = await kit.run()
  await kit.ask('incident/note', { incidentId, words: '烟从三楼来' })
  const line = (await entries(incidentId)).find(({ type }) => type === 'NoteAdded')
  const seq = line?.seq ?? 0
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '误会' })
  await kit.ask('incident/move', { incidentId, to: 'archived' })
  await kit.ask('incident/star', { incidentId, seq, starred: true })
  await kit.ask('incident/star', { incidentId, seq, starred: true })
  kit = await kit.restart('1 s')
  const starred = (await entries(incidentId)).filter((entry) => entry.starred)
  expect(starred.map((entry) => entry.seq)).toEqual([seq])
  expect((await kit.events()).filter(({ type }) => type === 'LineStarred')).toHaveLength(1)
  const document = incidentDocument(await kit.ask('history/read', { incidentId }), {
    ...{ at: 0, zone: 'Asia/Shanghai', site: { zh: '', en: '' }, personal: false },
  })
  const lines = document.sections.find(({ id }) => id === 'timeline')?.tables[0]?.rows
  expect(JSON.stringify(lines)).toContain('"zh":"★ 记事"')
  await kit.ask('incident/star', { incidentId, seq, starred: false })
  expect((await entries(incidentId)).some((entry) => entry.starred)).toBe(false)
})

it('marks a line of the room that stands in its record, in this incident alone', async () => {
  kit = await openStation({})
  const [first, other] = [await kit.run(), await kit.run()]
  await kit.ask('room/leave', { contact: '13800000000' })
  const line = (await entries(first)).find(({ type }) => type === 'RoomLeft')
  await kit.ask('incident/star', { incidentId: first, seq: line?.seq ?? 0, starred: true })
  const starredIn = async (incidentId: string) =>
    (await entries(incidentId)).filter(({ starred }) => starred).map(({ type }) => type)
  expect(await starredIn(first)).toEqual(['RoomLeft'])
  expect(await starredIn(other)).toEqual([])
})

it('is refused of a line of another incident, and of none', async () => {
  kit = await openStation({})
  const [first, other] = [await kit.run(), await kit.run()]
  const [line] = await entries(other)
  const star = (incidentId: string, seq: number) =>
    kit.send('incident/star', { incidentId, seq, starred: true })
  expect(await star(first, line?.seq ?? 0)).toMatchObject({ code: 'unknown-entry' })
  expect(await star(first, 999)).toMatchObject({ code: 'unknown-entry' })
  expect(await star('none', 1)).toMatchObject({ code: 'unknown-incident' })
})
