/** What of a place those may know who are not told where it is. */
import { expect, test } from 'vitest'
import { coarsePlace } from '#shared/domain/places/coarse.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'

const place = (part: Partial<RegisteredPlace> & { id: string }): RegisteredPlace => ({
  ...{ name: part.id, size: null, kind: 'room', aliases: [] },
  ...part,
})
const register = [
  place({ id: 'house', name: '主楼', kind: 'hall' }),
  place({ id: 'floor', kind: 'floor', within: 'house' }),
  place({ id: 'room', within: 'floor' }),
  place({ id: 'yard', kind: 'other' }),
  place({ id: 'villa', kind: 'estate', private: true, within: 'house' }),
]

test.each([
  ['a room: its hall', { placeId: 'room' }, '主楼'],
  ['a hall: itself', { placeId: 'house' }, '主楼'],
  ['a home that is an estate: what is around it', { placeId: 'villa' }, '主楼'],
  ['a yard in no hall', { placeId: 'yard' }, null],
  ['a place that the register lacks', { placeId: 'gone' }, null],
  ['words alone', {}, null],
  ['a home: its area', { area: '云雀小区', placeId: 'room' }, '云雀小区'],
  ['a home in no area', { area: '' }, null],
])('given %s', (_case, incident, coarse) => {
  expect(coarsePlace(incident, register)).toBe(coarse)
})
