/**
 * The register of places through the station: the requests, what a report records of a place, and
 * that two spellings are one place wherever a figure or a list goes by place.
 */
import { afterEach, describe, expect, it, test } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Name } from '#shared/contract/contract.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const HOME: IncidentType = {
  ...{ code: 'visit', name: localized('上门', 'Visit'), category: 'visit', legal: null },
  ...{ words: [], private: true },
}
const ESTATES = {
  ...{ of: localized('小区', 'Estates'), order: localized('户多者优先', 'Largest first') },
  sort: 'size' as const,
}
const TELL = plan('tell', [
  step('estates', { list: ESTATES }),
  step('rooms', { list: { ...ESTATES, sort: 'given' } }),
])
const library = () => smallLibrary([TELL], { types: [HOME] })

let kit: Kit
afterEach(() => kit.stop())
const refused = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const places = async () => (await kit.ask('places/read', {})).places

describe('a place', () => {
  it('given it is entered, then it is read with all that was said of it, also after a restart', async () => {
    kit = await openStation({ on: 'sqlite' })
    const firm = await kit.ask('contacts/set', {
      ...{ name: '云雀物业', category: 'outside-property' },
      numbers: [{ number: '8001' }],
    })
    const { id: hall } = await kit.ask('places/set', { name: '城南', kind: 'hall' })
    const { id } = await kit.ask('places/set', {
      ...{ name: '云雀小区', kind: 'estate', size: 300, within: hall, aliases: ['云雀'] },
      ...{ area: '城南', private: true, property: firm.id, camera: 'rtsp://10.0.0.8/1' },
    })
    kit = await kit.restart()
    expect((await places()).find((place) => place.id === id)).toMatchObject({
      ...{ name: '云雀小区', kind: 'estate', size: 300, within: hall, aliases: ['云雀'] },
      ...{ area: '城南', private: true, property: firm.id, camera: 'rtsp://10.0.0.8/1' },
    })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    await kit.ask('contacts/remove', { id: firm.id })
    expect((await places()).find((place) => place.id === id)).toMatchObject({ property: null })
  })

  it('given what cannot be, then it is refused', async () => {
    kit = await openStation()
    const { id } = await kit.ask('places/set', { name: '前厅', kind: 'hall' })
    await kit.ask('places/set', { name: '二楼', kind: 'floor', within: id })
    const hall = { name: '后厅', kind: 'hall' }
    expect(await refused('places/set', { ...hall, id: 'gone' })).toBe('unknown-place')
    expect(await refused('places/set', { ...hall, within: 'gone' })).toBe('unknown-place')
    expect(await refused('places/set', { ...hall, property: 'gone' })).toBe('unknown-contact')
    expect(await refused('places/set', { ...hall, aliases: ['前 厅'] })).toBe('name-taken')
    expect(await refused('places/remove', { id })).toBe('place-in-use')
    for (const camera of ['javascript:alert(1)', 'https://admin:12345@10.0.0.8/', '10.0.0.8'])
      expect(await refused('places/set', { ...hall, camera })).toBe('bad-input')
    expect(await refused('places/set', { ...hall, camera: 'https://10.0.0.8/1' })).toBe('taken')
  })

  it('given a list, then a preview records nothing, a faulty row refuses all, and else all are taken', async () => {
    kit = await openStation()
    const rows = [
      { row: 2, name: '二楼', kind: '楼层', within: '城南营业厅' },
      { row: 3, name: '城南营业厅', kind: '大厅', aliases: ['国贸厅'] },
    ]
    const preview = await kit.ask('places/import', { rows, preview: true })
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new'])
    expect(await places()).toEqual([])
    const faulty = [...rows, { row: 4, name: '三楼', kind: '月球' }]
    expect(await refused('places/import', { rows: faulty })).toBe('rows-refused')
    expect(await places()).toEqual([])
    await kit.ask('places/import', { rows })
    const [hall, floor] = await places()
    expect([hall, floor]).toMatchObject([{ name: '城南营业厅' }, { within: hall?.id }])
  })
})

describe('a report', () => {
  async function open(): Promise<{ hall: string }> {
    kit = await openStation({ library: library() })
    const { id: hall } = await kit.ask('places/set', {
      ...{ name: '城南营业厅', kind: 'hall', aliases: ['国贸厅', '国贸'] },
    })
    return { hall }
  }

  it('given an alias, then the record has the place’s name and says which place it is', async () => {
    const { hall } = await open()
    const incidentId = await kit.run([], { place: '国贸厅3号窗口' })
    expect(await kit.incident(incidentId)).toMatchObject({
      place: '城南营业厅3号窗口',
      placeId: hall,
    })
    const reported = (await kit.events()).find(({ type }) => type === 'IncidentReported')
    expect(reported?.body).toMatchObject({ place: '城南营业厅3号窗口', placeId: hall })
  })

  it('given words with an alias, then the proposal has the name', async () => {
    await open()
    const { proposals } = await kit.ask('incident/propose', { narrative: '喂，国贸停电了' })
    expect(proposals.map(({ place }) => place)).toEqual(['城南营业厅'])
  })

  it('given its place is put right, then the id follows it', async () => {
    const { hall } = await open()
    const incidentId = await kit.run([], { place: '国贸厅' })
    await kit.ask('incident/amend', { incidentId, place: '三楼厨房', reason: '听错了' })
    expect(await kit.incident(incidentId)).not.toHaveProperty('placeId')
    await kit.ask('incident/amend', { incidentId, place: '国贸', reason: '又改了' })
    expect(await kit.incident(incidentId)).toMatchObject({ place: '城南营业厅', placeId: hall })
  })

  it('given a second one by another name of the place, then it is said to be like the first', async () => {
    await open()
    const incidentId = await kit.run([], { place: '城南营业厅' })
    const { similar } = await kit.ask('incident/report', { narrative: '停电', place: '国贸厅' })
    expect(similar).toEqual([{ incidentId, place: '城南营业厅' }])
  })
})

describe('a private place', () => {
  const inRecord = async (words: string): Promise<boolean> =>
    JSON.stringify(
      (await kit.events())
        .filter(({ stream }) => stream.startsWith('incident.'))
        .map(({ body }) => body),
    ).includes(words)

  it('given a report from it, whatever its type, then it is sealed and its area stands in clear', async () => {
    kit = await openStation({ library: library() })
    const { id: estate } = await kit.ask('places/set', { name: '云雀小区', kind: 'estate' })
    await kit.ask('places/set', {
      ...{
        name: '云雀小区3栋501',
        kind: 'room',
        within: estate,
        private: true,
        aliases: ['老李家'],
      },
    })
    const incidentId = await kit.run([], { place: '老李家' })
    expect(await kit.incident(incidentId)).toMatchObject({
      ...{ place: '云雀小区3栋501', area: '云雀小区', placeId: estate },
    })
    expect(await inRecord('3栋501')).toBe(false)
    expect(await inRecord('老李家')).toBe(false)
    const month = { from: '2026-11-01', to: '2026-11-30' }
    expect((await kit.ask('statistics/period', month)).now.byPlace).toEqual({ 云雀小区: 1 })
  })

  it('given a place in a private type, then its own name is never the area', async () => {
    kit = await openStation({ library: library() })
    await kit.ask('places/set', { name: '梧桐里3号', kind: 'room', private: true, area: '梧桐里' })
    const incidentId = await kit.run([], { place: '梧桐里3号二单元', type: 'visit' })
    expect(await kit.incident(incidentId)).toMatchObject({ area: '梧桐里' })
    expect(await inRecord('梧桐里3号')).toBe(false)
  })

  it('given it was reported before it was marked, then the count of values in clear has it', async () => {
    kit = await openStation({ library: library() })
    await kit.run([], { place: '梧桐里3号' })
    const clear = async () => (await kit.ask('journal/clear-values', null)).byKind.place
    expect(await clear()).toBe(0)
    await kit.ask('places/set', { name: '梧桐里3号', kind: 'room', private: true })
    expect(await clear()).toBe(1)
  })
})

test('given two spellings of a place, then figures, their lists, filters and the report have one', async () => {
  kit = await openStation({ library: library() })
  for (const place of ['国贸厅', '城南 营业厅', '城南营业厅', '前厅']) await kit.run([], { place })
  const month = { from: '2026-11-01', to: '2026-11-30' }
  const byPlace = async (filter = {}) =>
    (await kit.ask('statistics/period', { ...month, filter })).now.byPlace
  expect(Object.keys(await byPlace())).toHaveLength(4)
  await kit.ask('places/set', { name: '城南营业厅', kind: 'hall', aliases: ['国贸厅'] })
  expect(await byPlace()).toEqual({ 城南营业厅: 3, 前厅: 1 })
  expect(await byPlace({ place: '国贸厅' })).toEqual({ 城南营业厅: 3 })
  const behind = await kit.ask('statistics/incidents', {
    ...month,
    metric: 'byPlace',
    key: '城南营业厅',
  })
  expect(behind).toMatchObject({ total: 3, incidents: 3 })
  const { paper } = await kit.ask('report/read', { month: '2026-11' })
  const table = paper.sections.flatMap(({ tables }) => tables).find(({ id }) => id === 'by-place')
  expect(JSON.stringify(table?.rows[0])).toContain('城南营业厅')
  expect(table?.rows).toHaveLength(2)
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

test('given a list of estates, then the register adds estates, largest first, and no home; a list of rooms takes any place', async () => {
  kit = await openStation({ library: library() })
  await kit.ask('site/places-set', { places: [{ name: '丙苑', size: 300 }] })
  for (const place of [
    { name: '甲苑', kind: 'estate', size: 120 },
    { name: '乙苑', kind: 'estate', size: 900 },
    { name: '二楼', kind: 'floor', size: 5000 },
    { name: '梧桐里3号', kind: 'other', private: true },
  ] as const)
    await kit.ask('places/set', place)
  const incidentId = await kit.run(['tell'])
  const listed = async (stepId: string) => {
    await kit.ask('incident/list-add', { incidentId, stepId, fromRegister: true })
    return (await kit.step(incidentId, stepId)).listed?.items.map(({ name }) => name)
  }
  expect(await listed('estates')).toEqual(['乙苑', '丙苑', '甲苑'])
  expect(await listed('rooms')).toEqual(['丙苑', '甲苑', '乙苑', '二楼'])
})
