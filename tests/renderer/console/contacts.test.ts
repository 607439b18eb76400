/** Whom a call rings by the register of contacts, and the property firm of a place. */
import { describe, expect, it, test } from 'vitest'
import type { ContactRead } from '#shared/contract/contacts.ts'
import type { PlaceRead } from '#shared/contract/places.ts'
import { localized } from '#shared/domain/text.ts'
import { placedContacts } from '#renderer/console/base/contacts-near.ts'
import { contactsOf, type People } from '#renderer/console/base/contacts.ts'
import { propertyFirm } from '#renderer/console/base/property-firm.ts'
import { callRows } from '#renderer/console/pages/now/calls/call-rows.ts'
import { step } from '../board-parts.ts'

const NO_WORDS = { text: '', sounds: '', initials: '' }
const number = (text: string, part: Partial<ContactRead['numbers'][number]> = {}) => ({
  ...{ number: text, kind: 'desk' as const, words: '', due: false },
  ...{ verifiedAt: 1, verifiedBy: '周敏', dueAt: 2 },
  ...part,
})
const contact = (id: string, name: string, part: Partial<ContactRead> = {}): ContactRead => ({
  ...{ id, name, category: 'outside-property', role: null, numbers: [number(`8-${id}`)] },
  ...{ allHours: false, place: null, dueMonths: null, note: '', words: NO_WORDS },
  ...part,
})
const place = (id: string, name: string, part: Partial<PlaceRead> = {}): PlaceRead => ({
  ...{ id, name, kind: 'estate', size: null, within: null, aliases: [], area: null },
  ...{ private: false, camera: null, property: null, words: NO_WORDS },
  contactPost: null,
  ...part,
})

const PLACES = [
  place('lark', '云雀小区', { property: 'lark-firm', aliases: ['云雀'] }),
  place('house', '云雀小区3栋', { within: 'lark' }),
  place('plane', '梧桐里'),
]
const CONTACTS = [
  contact('plane-firm', '梧桐物业', { place: 'plane' }),
  contact('any-firm', '联合物业'),
  contact('lark-firm', '云雀物业', { allHours: true }),
  contact('bureau', '周工', { category: 'outside-power', role: 'power-bureau' }),
  contact('grid', '供电单位', {
    category: 'outside-power',
    numbers: [number('95598', { due: true })],
  }),
  contact('cdc', '疾控中心', {
    category: 'outside-other',
    numbers: [number('12320'), number('8-2')],
  }),
]
const people = (placeId?: string, contacts = CONTACTS): People => ({
  ...{ posts: null, duty: [] },
  contacts: placedContacts(contacts, PLACES, placeId),
})
const called = (zh: string, who = people(), role: string | null = null): string[] =>
  contactsOf({ number: null, who: localized(zh, zh), role }, { planId: 'p' }, [], who).map(
    ({ person, number: digits, allHours, unverified }) =>
      [person, digits, allHours && '24h', unverified && 'due'].filter(Boolean).join(' '),
  )

describe('a call', () => {
  it('given contacts of its post, rings them; else those of its unit, with all their numbers, marked where they are not verified', () => {
    expect(called('供电局', people(), 'power-bureau')).toEqual(['周工 8-bureau'])
    expect(called('供电局')).toEqual(['周工 8-bureau', '95598 due'])
    expect(called('疾控中心')).toEqual(['12320', '8-2'])
  })

  it('given contacts without a number, goes on to the next who have one', () => {
    const without = CONTACTS.map((each) => (each.id === 'bureau' ? { ...each, numbers: [] } : each))
    expect(called('供电局', people(undefined, without), 'power-bureau')).toEqual(['95598 due'])
  })

  it('given an incident at a place, rings whoever belongs to it first, with its name, and nobody of another place', () => {
    expect(called('物业', people('house'))).toEqual([
      '云雀物业 · 云雀小区 8-lark-firm 24h',
      '联合物业 8-any-firm',
    ])
  })

  it('given nobody for this place or for all, names those of other places', () => {
    const [plane] = CONTACTS
    expect(called('物业', people('lark', [plane!]))).toEqual(['梧桐物业 · 梧桐里 8-plane-firm'])
  })

  it('given no contact, rings as before: the number of the whole country', () => {
    expect(called('急救中心')).toEqual(['120'])
  })
})

test('given an incident, the list of calls ends with the units on file for it', () => {
  const rows = callRows({ steps: [step({ id: 'a', roleId: 'z' })], calls: [] }, people('lark'), 'a')
  expect(rows.map(({ who, person, number: digits }) => [who.zh, person, digits])).toEqual([
    ['物业', '云雀物业 · 云雀小区', '8-lark-firm'],
    ['物业', '联合物业', '8-any-firm'],
    ['供电单位', '周工', '8-bureau'],
    ['供电单位', null, '95598'],
    ['其他外部单位', '疾控中心', '12320'],
    ['其他外部单位', '疾控中心', '8-2'],
  ])
  expect(rows[0]).toMatchObject({ allHours: true, state: 'spare' })
})

describe('the property firm of a place', () => {
  const firm = (name: string) => propertyFirm(name, PLACES, CONTACTS)

  it('given its name or an alias, is the one that looks after it, or after what it lies in', () => {
    const lark = { name: '云雀物业', number: '8-lark-firm', allHours: true, unverified: false }
    expect(firm('云雀')).toEqual(lark)
    expect(firm('云雀小区3栋')).toEqual(lark)
  })

  it('given none, or a place that is in no register, is none', () => {
    expect(firm('梧桐里')).toBeNull()
    expect(firm('月球')).toBeNull()
  })
})
