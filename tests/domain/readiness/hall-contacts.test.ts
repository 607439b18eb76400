/** S09-124: every hall has a contact person in every shift; which have none is one line. */
import { expect, it, test } from 'vitest'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'
import { contactPosts, hallsWithoutContact } from '#shared/domain/readiness/hall-contacts.ts'

const hall = (id: string, part: Partial<RegisteredPlace> = {}): RegisteredPlace => ({
  ...{ id, name: id, kind: 'hall', size: null, aliases: [] },
  ...part,
})
const ON = { desk: ['王芳'], head: [] }

it.each([
  ['names no post', hall('甲'), 1],
  ['names a post at which nobody is', hall('甲', { contactPost: 'head' }), 1],
  ['names a post that nobody knows any more', hall('甲', { contactPost: 'gone' }), 1],
  ['names a post at which somebody is', hall('甲', { contactPost: 'desk' }), 0],
  ['is no hall', hall('甲', { kind: 'floor' }), 0],
  ["is somebody's home", hall('甲', { private: true }), 0],
])('a place that %s', (_what, place, count) => {
  expect(hallsWithoutContact([place], ON)).toHaveLength(count)
})

it('without a roster nobody can say who is there: the post is enough', () => {
  expect(hallsWithoutContact([hall('甲', { contactPost: 'head' })], null)).toEqual([])
  expect(hallsWithoutContact([hall('甲')], null)).toHaveLength(1)
})

it('one is named, several are counted in a line', () => {
  expect(hallsWithoutContact([hall('甲')], ON)).toMatchObject([{ about: { name: { zh: '甲' } } }])
  expect(hallsWithoutContact([hall('甲'), hall('乙')], ON)).toMatchObject([
    { about: { name: null }, count: 2, due: null, isCritical: false },
  ])
})

test('the posts that halls name', () => {
  expect(contactPosts([hall('甲'), hall('乙', { contactPost: 'desk' })])).toEqual(['desk'])
})
