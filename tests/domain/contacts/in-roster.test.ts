/** Roster and contacts as one register of numbers outside. */
import { describe, expect, it } from 'vitest'
import type { Contact } from '#shared/domain/contacts/contact.ts'
import { allContacts, rosterWithContacts } from '#shared/domain/contacts/in-roster.ts'
import type { Contacts } from '#shared/domain/contacts/stream.ts'
import type { Role } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'

const role = (id: string, zh: string, kind: NonNullable<Role['kind']>): Role => ({
  ...{ id, name: localized(zh, id), aliases: [], duty: null, substitutes: [] },
  kind,
})
const ROLES = [role('superior', '上级单位', 'external'), role('guards', '保安', 'person')]
const POSTS = {
  guards: [{ person: '李强', phone: '1' }],
  'outside-gas': [
    { person: '抢修班', phone: '95777' },
    { person: '站长', phone: '' },
  ],
  superior: [{ person: '王处', phone: '2' }],
}
const contact = (part: Partial<Contact>): Contact => ({
  id: 'gas',
  name: '燃气抢修',
  category: 'outside-gas',
  numbers: [],
  note: '',
  ...part,
})
const register = (part: Partial<Contacts>): Contacts => ({
  months: 6,
  contacts: [],
  removed: [],
  ...part,
})

describe('an older roster', () => {
  it('given units and posts outside in it, then they are contacts, and the site’s own posts are none', () => {
    expect(allContacts(null, POSTS, ROLES)).toEqual([
      contact({
        id: 'roster.outside-gas.1',
        name: '抢修班',
        numbers: [{ number: '95777', kind: 'other' }],
      }),
      contact({ id: 'roster.outside-gas.2', name: '站长' }),
      contact({
        id: 'roster.superior.1',
        name: '王处',
        category: 'superior',
        role: 'superior',
        numbers: [{ number: '2', kind: 'other' }],
      }),
    ])
  })

  it('given one that was entered since, or removed, then it stands once, or not at all', () => {
    const entered = contact({ id: 'roster.outside-gas.1', name: '抢修队' })
    const removed = ['roster.outside-gas.2', 'roster.superior.1']
    expect(allContacts(register({ contacts: [entered], removed }), POSTS, ROLES)).toEqual([entered])
  })

  it('without anything outside gives none', () => {
    expect(allContacts(null, null, ROLES)).toEqual([])
  })
})

describe('whoever reads the roster', () => {
  const read = (contacts: readonly Contact[], posts: typeof POSTS | null = POSTS) =>
    rosterWithContacts(posts, contacts, ROLES)

  it('finds the contacts under their units and posts, a line for each number, and its own posts as they are', () => {
    const numbers = [
      { number: '95777', kind: 'short' },
      { number: '8001', kind: 'desk' },
    ] as const
    expect(
      read([
        contact({ numbers }),
        contact({ id: 'chief', name: '王处', category: 'superior', role: 'superior' }),
        contact({ id: 'paper', name: '晚报', category: 'media', numbers }),
      ]),
    ).toEqual({
      guards: POSTS.guards,
      'outside-gas': [
        { person: '燃气抢修', phone: '95777' },
        { person: '燃气抢修', phone: '8001' },
      ],
      superior: [{ person: '王处', phone: '' }],
    })
  })

  it('given neither roster nor numbers, finds none', () => {
    expect(read([], null)).toBeNull()
    expect(read([contact({})], null)).toEqual({
      'outside-gas': [{ person: '燃气抢修', phone: '' }],
    })
  })
})
