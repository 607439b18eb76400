/**
 * Which running incident a caller may mean: first only where the registered place, the
 * type and the last half hour agree; who names another place is asked.
 */
import { describe, expect, it } from 'vitest'
import { joinsFor, type Joinable, type CallerTold } from '#shared/domain/match/joining.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'
import { MINUTE } from '../../kit/plan.ts'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const place = (id: string, name: string, within?: string): RegisteredPlace => ({
  ...{ id, name, kind: 'floor', size: null, aliases: [] },
  ...(within === undefined ? {} : { within }),
})
const REGISTER = [
  place('hall', '政务大厅'),
  place('second', '政务大厅二楼', 'hall'),
  place('windows', '政务大厅二楼5号窗口', 'second'),
  place('third', '政务大厅三楼', 'hall'),
]

const fire: Joinable = {
  ...{ incidentId: 'fire', place: '政务大厅二楼', placeId: 'second' },
  ...{ types: ['accident.fire'], planIds: ['mall-fire'], lastWordAt: NOW - 5 * MINUTE },
}
const caller = (narrative: string, part: Partial<CallerTold> = {}): CallerTold => ({
  ...{ narrative, place: null, type: 'accident.fire', planId: 'mall-fire' },
  ...part,
})
const joined = (words: CallerTold, incident: Partial<Joinable> = {}) =>
  joinsFor(words, [{ ...fire, ...incident }], REGISTER, NOW)

describe('joining stands first', () => {
  it('where the registered place is the same, or lies within it', () => {
    const first = [{ incidentId: 'fire', standing: 'first', elsewhere: null }]
    expect(joined(caller('政务大厅二楼着火了'))).toEqual(first)
    expect(joined(caller('政务大厅二楼5号窗口在冒烟'))).toEqual(first)
  })

  it('not where it is the place around it', () => {
    expect(joined(caller('政务大厅着火了'))[0]?.standing).not.toBe('first')
  })

  it('only for thirty minutes from the last word on it, and for its own type', () => {
    const words = caller('政务大厅二楼着火了')
    expect(joined(words, { lastWordAt: NOW - 30 * MINUTE + 1 })[0]?.standing).toBe('first')
    expect(joined(words, { lastWordAt: NOW - 30 * MINUTE })[0]?.standing).toBe('second')
    const other = caller('政务大厅二楼有人打架', { type: 'security.fight', planId: 'fight' })
    expect(joined(other)[0]?.standing).toBe('second')
  })

  it('a type that lies under the other is the same', () => {
    const words = caller('政务大厅二楼着火了', { type: 'accident', planId: null })
    expect(joined(words)[0]?.standing).toBe('first')
  })
})

describe('joining stands second', () => {
  it('where the words name no place', () => {
    expect(joined(caller('又着火了'))).toEqual([
      { incidentId: 'fire', standing: 'second', elsewhere: null },
    ])
  })

  it('where the place is the same and is in no register', () => {
    const words = caller('东门岗亭着火', { place: '东门岗亭' })
    expect(joined(words, { place: '东门岗亭' })).toEqual([
      { incidentId: 'fire', standing: 'second', elsewhere: null },
    ])
  })
})

it('who names a place that the incident lacks is asked', () => {
  expect(joined(caller('政务大厅三楼也着火了'))).toEqual([
    { incidentId: 'fire', standing: 'apart', elsewhere: '政务大厅三楼' },
  ])
})

it('who names another room of the same floor is asked, also where only the floor is registered', () => {
  const cold = { place: '政务大厅三楼冷库', placeId: 'third' }
  const cinema = caller('政务大厅三楼电影院也着火了', { place: '政务大厅三楼电影院' })
  expect(joined(cinema, cold)).toEqual([
    { incidentId: 'fire', standing: 'apart', elsewhere: '政务大厅三楼电影院' },
  ])
  const same = caller('政务大厅三楼冷库着火', { place: '政务大厅三楼冷库' })
  expect(joined(same, cold)[0]?.standing).toBe('first')
  const floor = { place: '政务大厅三楼', placeId: 'third' }
  expect(joined(cinema, floor)[0]?.standing).toBe('first')
  const house = { place: '政务大厅', placeId: 'hall' }
  expect(joined(cinema, house)[0]?.standing).toBe('first')
  const only = caller('我在政务大厅三楼，着火了', { place: '我在政务大厅三楼' })
  expect(joined(only, cold)[0]?.standing).toBe('first')
})

it('the place that a person has typed goes before what the words name', () => {
  const typed = (typedPlace: string) => joined(caller('政务大厅二楼着火了', { typedPlace }))
  expect(typed('政务大厅三楼')).toEqual([
    { incidentId: 'fire', standing: 'apart', elsewhere: '政务大厅三楼' },
  ])
  expect(typed('东门岗亭')[0]).toMatchObject({ standing: 'apart', elsewhere: '东门岗亭' })
  expect(typed('政务大厅二楼5号窗口')[0]?.standing).toBe('first')
  expect(typed('二楼')[0]?.standing).toBe('first') // as the words say it
})

it('another type at another place, or nothing for half an hour, joins nothing', () => {
  const elsewhere = caller('政务大厅三楼有人打架', { type: 'security.fight', planId: 'fight' })
  expect(joined(elsewhere)).toEqual([])
  expect(joined(caller('政务大厅三楼也着火了'), { lastWordAt: NOW - 30 * MINUTE })).toEqual([])
})

it('at most three are offered, the likeliest and then the latest first', () => {
  const open = [1, 2, 3, 4].map((n): Joinable => ({
    ...fire,
    incidentId: `fire-${n}`,
    lastWordAt: NOW - n * MINUTE,
    ...(n === 4 ? {} : { placeId: 'third', place: '政务大厅三楼' }),
  }))
  const joins = joinsFor(caller('政务大厅二楼着火了'), open, REGISTER, NOW)
  expect(joins.map(({ incidentId }) => incidentId)).toEqual(['fire-4', 'fire-1', 'fire-2'])
})
