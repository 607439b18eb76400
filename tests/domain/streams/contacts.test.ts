/** What the register of contacts becomes: entered, verified, removed, and as a roster says it. */
import { describe, expect, it, test } from 'vitest'
import type { Contact } from '#shared/domain/contacts/contact.ts'
import {
  decideContacts,
  type ContactsCommand,
  type ContactsWorld,
} from '#shared/domain/contacts/decide.ts'
import { allContacts, type Holders } from '#shared/domain/contacts/in-roster.ts'
import {
  contactsAgain,
  contactsStream,
  type ContactsEvent,
} from '#shared/domain/contacts/stream.ts'
import type { Role } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, META, recorded, stateAfter } from '../../kit/decider.ts'

const seal = (value: string) => ({ sealed: `seal of ${value}` })
const gas = (part: Partial<Contact> = {}): Contact => ({
  id: 'gas',
  name: seal('燃气抢修'),
  category: 'outside-gas',
  numbers: [{ number: seal('95777'), kind: 'short' }],
  note: '',
  ...part,
})
const role = (id: string, zh: string, kind: Role['kind'] = 'external'): Role => ({
  ...{ id, name: localized(zh, id), aliases: [], duty: null, substitutes: [] },
  ...(kind && { kind }),
})
const ROLES = [role('power-bureau', '供电局'), role('guards', '保安', 'person')]

type Before = { events?: readonly ContactsEvent[]; posts?: Holders }
function decide(command: ContactsCommand, { events = [], posts = {} }: Before = {}) {
  const register = stateAfter(contactsStream, ...events)
  let ids = 0
  const world: ContactsWorld = {
    contacts: allContacts(register, posts, ROLES),
    roles: ROLES,
    places: new Set(['estate']),
    newId: () => `new-${++ids}`,
  }
  return decideContacts(register, command, world)
}
const set = (contact: Contact, isNew = false): ContactsCommand => ({
  type: 'SetContact',
  contact,
  isNew,
})
const ENTERED: ContactsEvent = { type: 'ContactSet', contact: gas() }
const VERIFIED: ContactsEvent = {
  type: 'NumberVerified',
  contactId: 'gas',
  number: seal('95777'),
  words: '',
}

describe('a contact', () => {
  it('given none, when it is entered, then it stands in the register with all that was said of it', () => {
    const contact = gas({ allHours: true, place: 'estate', dueMonths: 3 })
    expect(decide(set(contact, true))).toEqual(recorded({ type: 'ContactSet', contact }))
  })

  it('given it, when it is set to what it is, then nothing follows', () => {
    expect(decide(set(gas()), { events: [ENTERED] })).toEqual(recorded())
  })

  it('given a verified number, when another is added, then the first stays verified and the new one is not', () => {
    const numbers = [
      { number: seal('95777'), kind: 'desk' as const },
      { number: seal('13900000000'), kind: 'mobile' as const },
    ]
    const decision = decide(set(gas({ numbers })), { events: [ENTERED, VERIFIED] })
    const verified = { at: AT - 60_000, by: META.by, words: '' }
    expect(decision).toMatchObject({
      events: [{ contact: { numbers: [{ ...numbers[0], verified }, numbers[1]] } }],
    })
  })

  test.each([
    ['one that is not there', set(gas({ id: 'gone' })), 'unknown-contact'],
    ['for a place that is in no register', set(gas({ place: 'gone' }), true), 'unknown-place'],
    ['as a post that no document has', set(gas({ role: 'gone' }), true), 'unknown-post'],
    ['as a post of the site', set(gas({ role: 'guards' }), true), 'unknown-post'],
    [
      'removed though it is not there',
      { type: 'RemoveContact', contactId: 'gone' },
      'unknown-contact',
    ],
  ] as const)('%s: refused', (_what, command, code) => {
    expect(decide(command)).toMatchObject({ ok: false, code })
  })

  it('given its post is no longer in any document, when it is set, then it may keep it', () => {
    const contact = gas({ role: 'gone' })
    const events: ContactsEvent[] = [{ type: 'ContactSet', contact }]
    expect(decide(set({ ...contact, allHours: true }), { events })).toMatchObject({ ok: true })
  })

  it('given it, when it is removed, then it is gone', () => {
    const decision = decide({ type: 'RemoveContact', contactId: 'gas' }, { events: [ENTERED] })
    expect(decision).toEqual(recorded({ type: 'ContactRemoved', contactId: 'gas' }))
    const removed: ContactsEvent = { type: 'ContactRemoved', contactId: 'gas' }
    expect(stateAfter(contactsStream, ENTERED, removed)).toMatchObject({
      contacts: [],
      removed: [],
    })
  })
})

describe('verifying', () => {
  it('given a number, when somebody makes sure of it, then when and by whom stand with it', () => {
    const command = { ...VERIFIED, type: 'VerifyNumber' } as const
    expect(decide(command, { events: [ENTERED] })).toEqual(recorded(VERIFIED))
    expect(stateAfter(contactsStream, ENTERED, VERIFIED)?.contacts[0]?.numbers).toEqual([
      {
        number: seal('95777'),
        kind: 'short',
        verified: { at: AT - 60_000, by: META.by, words: '' },
      },
    ])
  })

  it('given another number, then it is refused', () => {
    const command = { ...VERIFIED, type: 'VerifyNumber', number: seal('110') } as const
    expect(decide(command, { events: [ENTERED] })).toMatchObject({ code: 'unknown-number' })
    expect(decide(command)).toMatchObject({ code: 'unknown-contact' })
  })

  it('given one that only an older roster has, then it is entered with it', () => {
    const posts = { 'outside-gas': [{ person: '抢修班', phone: '95777' }] }
    const decision = decide(
      { type: 'VerifyNumber', contactId: 'roster.outside-gas.1', number: '95777', words: '' },
      { posts },
    )
    expect(decision).toMatchObject({
      events: [
        { type: 'ContactSet', contact: { id: 'roster.outside-gas.1', name: '抢修班' } },
        { type: 'NumberVerified', contactId: 'roster.outside-gas.1' },
      ],
    })
  })

  it('given two contacts with two numbers, then that one number of that one contact is verified', () => {
    const numbers = ['1', '2'].map((number) => ({ number: seal(number), kind: 'short' as const }))
    const events: ContactsEvent[] = ['gas', 'water'].map((id) => ({
      ...{ type: 'ContactSet', contact: gas({ id, numbers }) },
    }))
    const verified = { ...VERIFIED, contactId: 'water', number: seal('2') }
    expect(decide({ ...verified, type: 'VerifyNumber' }, { events })).toEqual(recorded(verified))
    const contacts = stateAfter(contactsStream, ...events, verified)?.contacts
    expect(
      contacts?.map((contact) => contact.numbers.map((number) => 'verified' in number)),
    ).toEqual([
      [false, false],
      [false, true],
    ])
    const changed = stateAfter(contactsStream, ...events, {
      type: 'ContactSet',
      contact: gas({ id: 'gas', note: '夜里' }),
    })
    expect(changed?.contacts.map(({ id, note }) => [id, note])).toEqual([
      ['gas', '夜里'],
      ['water', ''],
    ])
    expect(decide(set(gas({ id: 'gas', place: 'gone' })), { events })).toMatchObject({
      code: 'unknown-place',
    })
    const lying: ContactsEvent = { type: 'ContactSet', contact: gas({ place: 'gone' }) }
    expect(decide(set(gas({ place: 'gone', note: 'x' })), { events: [lying] })).toMatchObject({
      ok: true,
    })
  })

  it('the months after which it is due are those that were set last', () => {
    expect(decide({ type: 'SetVerification', months: 3 })).toEqual(
      recorded({ type: 'VerificationSet', months: 3 }),
    )
    const events: ContactsEvent[] = [{ type: 'VerificationSet', months: 3 }]
    expect(decide({ type: 'SetVerification', months: 3 }, { events })).toEqual(recorded())
    expect(stateAfter(contactsStream, ...events)).toMatchObject({ months: 3, contacts: [] })
  })
})

describe('a roster that has units outside', () => {
  const line = (person: string, phone: string) => ({
    person: seal(person),
    phone: phone === '' ? '' : seal(phone),
    kind: 'desk' as const,
  })
  const roster = (posts: Readonly<Record<string, ReturnType<typeof line>[]>>): ContactsCommand => ({
    type: 'SetOutsideNumbers',
    posts,
  })

  it('given no contacts, then each name is one, with all its numbers', () => {
    const command = roster({
      'outside-gas': [line('燃气抢修', '95777'), line('燃气抢修', '8001')],
      'power-bureau': [line('周工', '')],
    })
    expect(decide(command)).toEqual(
      recorded<ContactsEvent>(
        {
          type: 'ContactSet',
          contact: {
            id: 'new-1',
            name: seal('燃气抢修'),
            category: 'outside-gas',
            numbers: [
              { number: seal('95777'), kind: 'desk' },
              { number: seal('8001'), kind: 'desk' },
            ],
            note: '',
          },
        },
        {
          type: 'ContactSet',
          contact: {
            id: 'new-2',
            name: seal('周工'),
            category: 'outside-power',
            role: 'power-bureau',
            numbers: [],
            note: '',
          },
        },
      ),
    )
  })

  it('given the contacts say the same, then nothing follows', () => {
    const command = roster({ 'outside-gas': [line('燃气抢修', '95777')] })
    expect(decide(command, { events: [ENTERED, VERIFIED] })).toEqual(recorded())
  })

  it('given another number under the same name, then the contact keeps its mark, its note and its other facts', () => {
    const contact = gas({ allHours: true, note: seal('夜里打二号') })
    const command = roster({ 'outside-gas': [line('燃气抢修', '8002')] })
    expect(decide(command, { events: [{ type: 'ContactSet', contact }] })).toEqual(
      recorded({
        type: 'ContactSet',
        contact: { ...contact, numbers: [{ number: seal('8002'), kind: 'desk' }] },
      }),
    )
  })

  it('given the unit is not named, then its contacts are removed; who stands for no unit stays', () => {
    const media: ContactsEvent = {
      type: 'ContactSet',
      contact: gas({ id: 'paper', category: 'media' }),
    }
    expect(decide(roster({}), { events: [ENTERED, media] })).toEqual(
      recorded({ type: 'ContactRemoved', contactId: 'gas' }),
    )
  })

  it('given an older roster that has them, then they are entered, though nothing was changed', () => {
    const posts = { 'outside-gas': [{ person: '抢修班', phone: '95777' }] }
    const same = { person: '抢修班', phone: '95777', kind: 'short' } as const
    expect(decide(roster({ 'outside-gas': [same as never] }), { posts })).toMatchObject({
      events: [{ type: 'ContactSet', contact: { id: 'roster.outside-gas.1' } }],
    })
  })
})

test('given a register, the same one in few events keeps when its numbers were verified', () => {
  const before = stateAfter(contactsStream, ENTERED, VERIFIED, {
    type: 'VerificationSet',
    months: 12,
  })
  const gone: ContactsEvent = { type: 'ContactRemoved', contactId: 'roster.outside-gas.1' }
  const register = contactsStream.evolve(before, { ...gone, at: AT, by: '' })
  expect(register?.removed).toEqual(['roster.outside-gas.1'])
  expect(stateAfter(contactsStream, ...contactsAgain(register!))).toEqual(register)
  expect(contactsStream.documents.contacts.hasForm(register, 'contacts')).toBe(true)
})
