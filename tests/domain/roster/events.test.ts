/** What each event makes of a register in which there are two of everything. */
import { describe, expect, it } from 'vitest'
import type { RosterEvent } from '#shared/domain/roster/events.ts'
import { inOneOrder } from '#shared/domain/roster/events.ts'
import { numberAt, personIn, type Phone, type Register } from '#shared/domain/roster/register.ts'
import { onLeave, person, registerAfter, substitutes } from '../../kit/duty.ts'

const after = (...events: readonly RosterEvent[]): Register => {
  const register = registerAfter(...events)
  if (!register) throw new Error('no register')
  return register
}
const phone = (number: Phone['number'], kind: Phone['kind'] = 'mobile'): Phone => ({ number, kind })
const withPhones = (
  id: string,
  phones: readonly Phone[],
  ...posts: readonly string[]
): RosterEvent => ({
  ...{ type: 'PersonSet', person: { id, name: id, phones }, posts },
})
const roster = (
  posts: Record<string, { person: string; phone: string }[]>,
  persons?: Record<string, string[]>,
): RosterEvent => ({ type: 'RosterSet', posts, ...(persons ? { persons } : {}) })
const ofSite = (id: string, name: string): RosterEvent => ({
  type: 'PostSet',
  post: { id, name: { zh: name, en: name }, standsFor: [], substitutes: [] },
})
const group = (id: string, ...members: readonly string[]): RosterEvent => ({
  type: 'GroupSet',
  group: { id, name: { zh: id, en: id }, lead: members[0] ?? null, members },
})

it('posts of a roster stand in one order', () => {
  expect(inOneOrder({ b: [], a: [], c: [] }).map(([post]) => post)).toEqual(['a', 'b', 'c'])
})

describe('a roster', () => {
  it('without ids names the same person for the same name and number, another for another', () => {
    const register = after(
      roster({
        guard: [
          { person: '周敏', phone: '1' },
          { person: '周敏', phone: '2' },
        ],
        head: [
          { person: '周敏', phone: '1' },
          { person: '李娜', phone: '1' },
        ],
        window: [{ person: '周敏', phone: '' }], // the first of that name
      }),
    )
    const ids = (post: string) => register.holders[post]?.map(({ person: id }) => id)
    expect([ids('guard'), ids('head'), ids('window')]).toEqual([
      ['roster-1', 'roster-2'],
      ['roster-1', 'roster-3'],
      ['roster-1'],
    ])
    expect(register.persons.map(({ name }) => name)).toEqual(['周敏', '周敏', '李娜'])
    expect(register).toMatchObject({ begun: true, identified: false })
  })

  it('keeps what is known of persons, and puts the number it names in the place of its own before', () => {
    const before = after(
      withPhones('p1', [phone('1'), phone('9', 'desk')], 'guard'),
      withPhones('p2', [phone('7')]),
    )
    const set = (number: string) =>
      after(
        withPhones('p1', [phone('1'), phone('9', 'desk')], 'guard'),
        withPhones('p2', [phone('7')]),
        roster({ guard: [{ person: 'p1', phone: number }] }, { guard: ['p1'] }),
      )
    expect(personIn(before, 'p1')?.phones).toHaveLength(2)
    expect(personIn(set('9'), 'p1')?.phones).toEqual([phone('1'), phone('9', 'desk')])
    expect(personIn(set(''), 'p1')?.phones).toEqual([phone('1'), phone('9', 'desk')])
    expect(personIn(set('5'), 'p1')?.phones).toEqual([phone('5', 'other'), phone('9', 'desk')])
    expect(set('5').persons.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(set('5').identified).toBe(true)
  })

  it('adds a number where it named none before, and takes a seal for the same as its like only', () => {
    const sealed = (digest: string) => ({ sealed: digest })
    const set = (number: Phone['number']) =>
      after(withPhones('p1', [phone(sealed('a')), phone('1')]), {
        type: 'RosterSet',
        posts: { guard: [{ person: 'p1', phone: number }] },
        persons: { guard: ['p1'] },
      })
    const numbers = (register: Register) =>
      personIn(register, 'p1')?.phones.map(({ number }) => number)
    expect(numbers(set(sealed('a')))).toEqual([sealed('a'), '1'])
    expect(numbers(set(sealed('b')))).toEqual([sealed('a'), '1', sealed('b')])
    expect(numbers(set('a'))).toEqual([sealed('a'), '1', 'a'])
    expect(numbers(set('2'))).toEqual([sealed('a'), '1', '2'])
  })

  it('with seals and without ids makes a person of each', () => {
    const sealed = { sealed: 'a' }
    const register = after({
      type: 'RosterSet',
      posts: { guard: [{ person: sealed, phone: '1' }], head: [{ person: sealed, phone: '1' }] },
    })
    expect(register.persons.map(({ id }) => id)).toEqual(['roster-1', 'roster-2'])
  })
})

describe('a person who is set again', () => {
  const begun = [
    withPhones('p1', [phone('1'), phone('2')], 'guard', 'head'),
    withPhones('p2', [phone('7')], 'guard'),
  ] as const

  it('keeps the number of a post as long as it is theirs, else has their first there', () => {
    const at = (...phones: readonly Phone[]) =>
      after(
        ...begun,
        roster(
          {
            guard: [
              { person: 'p1', phone: '2' },
              { person: 'p2', phone: '7' },
            ],
          },
          { guard: ['p1', 'p2'] },
        ),
        withPhones('p1', phones, 'guard'),
      ).holders['guard']
    expect(at(phone('1'), phone('2'))).toEqual([
      { person: 'p1', phone: '2' },
      { person: 'p2', phone: '7' },
    ])
    expect(at(phone('3'))).toEqual([
      { person: 'p1', phone: '3' },
      { person: 'p2', phone: '7' },
    ])
    expect(at()).toEqual([
      { person: 'p1', phone: '' },
      { person: 'p2', phone: '7' },
    ])
  })

  it('leaves the others and their posts alone', () => {
    const register = after(...begun, withPhones('p1', [phone('1')], 'window'))
    expect(register.holders).toEqual({
      guard: [{ person: 'p2', phone: '7' }],
      head: [],
      window: [{ person: 'p1', phone: '1' }],
    })
    expect(register.persons.map(({ id }) => id)).toEqual(['p1', 'p2'])
  })
})

describe('a number at a post', () => {
  it('is the one for it, else their first, else none', () => {
    const register = after(
      withPhones('p1', [phone('1'), phone('2')]),
      withPhones('p2', []),
      roster(
        {
          guard: [
            { person: 'p2', phone: '' },
            { person: 'p1', phone: '2' },
          ],
          head: [{ person: 'p1', phone: '' }],
        },
        { guard: ['p2', 'p1'], head: ['p1'] },
      ),
    )
    const number = (post: string, id: string) => {
      const holder = personIn(register, id)
      return holder && numberAt(register, post, holder)
    }
    expect([number('guard', 'p1'), number('head', 'p1'), number('window', 'p1')]).toEqual([
      ...['2', '1', '1'],
    ])
    expect(number('guard', 'p2')).toBe('')
    expect(numberAt(null, 'guard', { id: 'p1', name: 'p1', phones: [phone('5')] })).toBe('5')
  })
})

describe('whoever leaves', () => {
  it('holds, leads, stands in for and is on leave of nothing; the others do', () => {
    const register = after(
      person('甲', 'guard'),
      person('乙', 'guard', 'head'),
      substitutes('guard', '甲', '乙'),
      group('a', '甲', '乙'),
      group('b', '乙'),
      onLeave('甲', '2026-11-24', '2026-11-25'),
      onLeave('乙', '2026-11-24', '2026-11-25'),
      { type: 'PersonLeft', personId: '甲', reason: null },
    )
    expect(register.holders['guard']?.map(({ person: id }) => id)).toEqual(['乙'])
    expect(register.posts[0]?.substitutes).toEqual(['乙'])
    expect(register.groups.map(({ lead, members }) => [lead, members])).toEqual([
      [null, ['乙']],
      ['乙', ['乙']],
    ])
    expect(register.leave.map(({ personId }) => personId)).toEqual(['乙'])
    expect(register.persons.map(({ id, left }) => [id, left])).toEqual([
      ['甲', true],
      ['乙', undefined],
    ])
  })
})

describe('a post that goes', () => {
  const begun = [
    ofSite('site-1', '队长'),
    ofSite('site-2', '巡查'),
    person('甲', 'site-1', 'site-2', 'guard'),
    group('a', '甲', 'site-1', 'site-2'),
    substitutes('guard', '甲'),
  ] as const

  it('takes with it who holds it, and its place in groups, of the site’s own', () => {
    const register = after(...begun, { type: 'PostRemoved', postId: 'site-1' })
    expect(Object.keys(register.holders)).toEqual(['site-2', 'guard'])
    expect(register.groups[0]?.members).toEqual(['甲', 'site-2'])
    expect(register.posts.map(({ id }) => id)).toEqual(['site-2', 'guard'])
  })

  it('is what the site said of it alone, of one of the documents', () => {
    const register = after(...begun, { type: 'PostRemoved', postId: 'guard' })
    expect(Object.keys(register.holders)).toEqual(['site-1', 'site-2', 'guard'])
    expect(register.posts.map(({ id }) => id)).toEqual(['site-1', 'site-2'])
  })
})

it('posts, groups and leave are changed in their place and taken away by their ids', () => {
  const begun = [
    ofSite('site-1', '队长'),
    ofSite('site-2', '巡查'),
    group('a', '甲'),
    group('b', '乙'),
    onLeave('甲', '2026-11-24', '2026-11-25'),
    onLeave('乙', '2026-11-24', '2026-11-25'),
  ] as const
  const changed = after(...begun, ofSite('site-1', '班长'), group('a', '丙'))
  expect(changed.posts.map(({ name }) => name?.zh)).toEqual(['班长', '巡查'])
  expect(changed.groups.map(({ lead }) => lead)).toEqual(['丙', '乙'])
  const fewer = after(
    ...begun,
    { type: 'GroupRemoved', groupId: 'a' },
    { type: 'LeaveRemoved', leaveId: '甲 2026-11-24' },
  )
  expect(fewer.groups.map(({ id }) => id)).toEqual(['b'])
  expect(fewer.leave.map(({ personId }) => personId)).toEqual(['乙'])
})
