/** The floor plans of places through the station: set, kept, read by desk and walls. */
import { afterEach, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { openStation, type Kit } from '../kit/station.ts'

const room: Caller = { name: '大屏', role: 'wall' }
const hall: Caller = { name: '公开大屏', role: 'wall', public: true }
let kit: Kit
afterEach(() => kit.stop())

const rect = (id: string, x: number) => `<rect id="${id}" x="${x}" width="10" height="5"/>`
const SVG = `<svg viewBox="0 0 100 50"><script>alert(1)</script>${rect('机房', 0)}${rect('云雀苑', 20)}
${rect('王经理办公室', 40)}${rect('exit-1', 60)}</svg>`

async function opened() {
  kit = await openStation({ on: 'sqlite' })
  const { id: floor } = await kit.ask('places/set', { name: '二楼', kind: 'floor' })
  const { id: home } = await kit.ask('places/set', {
    ...{ name: '云雀苑', kind: 'estate', private: true },
  })
  const { id: machines } = await kit.ask('places/set', {
    ...{ name: '机房', kind: 'room', within: floor },
  })
  return { floor, home, machines }
}
const wallReads = (placeId: string, by: Caller) =>
  kit.station.request({ name: 'wall/floor-plan', input: { placeId } }, by)

it('is read with its places and signs, and nothing of the file that acts, also after a restart', async () => {
  const { floor, home, machines } = await opened()
  expect(await kit.ask('places/plan-read', { placeId: floor })).toBeNull()
  await kit.ask('places/plan-set', { placeId: floor, svg: SVG })
  kit = await kit.restart()
  const plan = await kit.ask('places/plan-read', { placeId: floor })
  expect(plan).toMatchObject({
    ...{ placeId: floor, name: '二楼', box: [0, 0, 100, 50] },
    spots: [{ placeId: machines, name: '机房' }, { placeId: home }],
    signs: [{ kind: 'exit' }],
    unmatched: ['王经理办公室'],
  })
  expect(JSON.stringify(plan)).not.toContain('alert')
  const { places } = await kit.ask('places/read', {})
  expect(places.map(({ name, floorPlan }) => [name, floorPlan ?? false])).toEqual([
    ['二楼', true],
    ['云雀苑', false],
    ['机房', false],
  ])
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('walls have no names of the file, and public ones no homes', async () => {
  const { floor, home } = await opened()
  await kit.ask('places/plan-set', { placeId: floor, svg: SVG })
  const [ofRoom, ofHall] = [await wallReads(floor, room), await wallReads(floor, hall)]
  for (const answer of [ofRoom, ofHall]) {
    expect(answer).toMatchObject({ ok: true, reply: { name: '二楼' } })
    expect(JSON.stringify(answer)).not.toContain('王经理')
  }
  expect(JSON.stringify(ofRoom)).toContain(home)
  expect(JSON.stringify(ofHall)).not.toContain('云雀苑')
  expect(await wallReads('gone', room)).toMatchObject({ ok: true, reply: null })
})

it('is shown by a wall that is told whose floor it shows', async () => {
  const { floor } = await opened()
  const wall = { name: '二楼屏', view: 'plan', language: 'zh', theme: 'dark' } as const
  expect(await kit.send('walls/set', wall)).toMatchObject({ code: 'bad-input' })
  const { id } = await kit.ask('walls/set', { ...wall, planOf: floor })
  expect((await kit.station.board('wall')).namedWalls).toEqual([{ ...wall, id, planOf: floor }])
})

it('goes when it is taken away, and with its place', async () => {
  const { floor, machines } = await opened()
  await kit.ask('places/plan-set', { placeId: floor, svg: SVG })
  await kit.ask('places/plan-remove', { placeId: floor })
  expect(await kit.ask('places/plan-read', { placeId: floor })).toBeNull()
  await kit.ask('places/plan-set', { placeId: machines, svg: SVG })
  await kit.ask('places/remove', { id: machines })
  expect(await kit.ask('places/plan-read', { placeId: machines })).toBeNull()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('is refused where the place is none or the file is damaged, and takes one as large as files come', async () => {
  const { floor } = await opened()
  const set = (placeId: string, svg: string) => kit.send('places/plan-set', { placeId, svg })
  expect(await set('gone', SVG)).toMatchObject({ code: 'unknown-place' })
  expect(await set(floor, SVG.slice(0, -9))).toMatchObject({ code: 'bad-input' })
  const many = Array.from({ length: 7_000 }, (_, n) => `<path d="M${n} 0L${n} 50"/>`).join('')
  expect(await set(floor, `<svg viewBox="0 0 7000 50">${many}</svg>`)).toMatchObject({ ok: true })
})
