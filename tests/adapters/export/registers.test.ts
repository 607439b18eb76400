/**
 * What is exported of a register is read again unchanged, in both formats and languages; a table to
 * fill in brings none of its examples along.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import {
  contactsDocument,
  dutyDocument,
  peopleDocument,
  placesDocument,
  type ContactsTable,
  type PeopleTable,
  type PlacesTable,
} from '#shared/domain/document/register-document.ts'
import { CONTACT_CATEGORIES } from '#shared/domain/contacts/contact.ts'
import { PLACE_KIND_NAMES, PLACE_KINDS } from '#shared/domain/places/place.ts'
import { contactRows } from '#shared/domain/register-import/contact-rows.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'
import { readList } from '#shared/domain/register-import/lists.ts'
import { nameKey } from '#shared/domain/register-import/names.ts'
import { NO_PEOPLE_ANSWERS, peopleRows } from '#shared/domain/register-import/people-rows.ts'
import { placeRows } from '#shared/domain/register-import/place-rows.ts'
import { NO_ANSWERS, rosterRows, shiftNamed } from '#shared/domain/register-import/roster-rows.ts'
import { readRoster } from '#shared/domain/register-import/roster-sheet.ts'
import type { Sheet } from '#shared/domain/register-import/sheet.ts'
import { phoneKindOf } from '#shared/domain/roster/phone-kind.ts'
import { localized } from '#shared/domain/text.ts'
import { readSheets } from '#renderer/console/pages/site/reading/sheets.ts'
import { bestSheet } from '#renderer/console/pages/site/register-import/best-sheet.ts'
import { folder, order, writer } from './writing.ts'

const HEAD = { site: localized('滨江', 'Riverside'), zone: 'Asia/Shanghai', day: '2026-11-27' }
const FILES = (['xlsx', 'csv'] as const).flatMap((format) =>
  (['zh', 'en'] as const).map((language) => [format, language] as const),
)

/** The sheet of a written file that the page would choose. */
async function sheetOf(
  document: ReportDocument,
  [format, language]: (typeof FILES)[number],
  register: ListRegister | 'duty',
): Promise<{ sheet: Sheet; fileName: string }> {
  const file = folder().at(`x.${format}`)
  const written = await writer().write(order(file, { document, format, language })).done
  expect(written).toMatchObject({ ok: true })
  const { sheets, fileName } = await readSheets(
    new File([new Uint8Array(readFileSync(file))], basename(file)),
    {},
    { signal: new AbortController().signal, progress: () => undefined },
  )
  const sheet = sheets[bestSheet(sheets, register)]
  if (!sheet) throw new Error('no sheet')
  return { sheet, fileName }
}
const listOf = async (
  document: ReportDocument,
  how: (typeof FILES)[number],
  register: ListRegister,
) => {
  const { sheet } = await sheetOf(document, how, register)
  return readList(sheet, register, { headRow: null, mapping: null })
}

const PEOPLE: PeopleTable = {
  persons: [
    {
      id: 'p1',
      name: '赵铁柱',
      phones: [
        { number: '0571-88000001', kind: 'desk' },
        { number: '+8613800000001', kind: 'mobile' },
        { number: '3频道', kind: 'radio' },
      ],
      posts: ['head', 'site-1'],
      left: false,
    },
    { id: 'p2', name: 'Ann Lee', phones: [], posts: [], left: false },
    { id: 'p3', name: '钱多多', phones: [], posts: [], left: true },
  ],
  posts: [
    { id: 'head', name: localized('总指挥', 'Commander') },
    { id: 'site-1', name: localized('巡查、保洁岗', 'Patrol and cleaning') },
  ],
  groups: [{ name: localized('抢险组', 'Rescue group'), members: ['p1', 'head'] }],
}

describe.each(FILES)('as %s in %s', (...how) => {
  it('people, with the order of their numbers', async () => {
    const document = peopleDocument(PEOPLE, { ...HEAD, template: false }, phoneKindOf)
    const persons = PEOPLE.persons.filter(({ left }) => !left)
    const { rows, questions, faults } = peopleRows(
      await listOf(document, how, 'people'),
      { persons, posts: PEOPLE.posts },
      NO_PEOPLE_ANSWERS,
    )
    expect([questions, faults]).toEqual([[], []])
    expect(
      rows.map(({ id, name, phones, posts }) => ({
        id,
        name,
        phones: phones?.map(({ number, kind }) => ({ number, kind: kind ?? phoneKindOf(number) })),
        posts,
      })),
    ).toEqual(persons.map(({ id, name, phones, posts }) => ({ id, name, phones, posts })))
    expect(rows[0]?.groups).toEqual([how[1] === 'zh' ? '抢险组' : 'Rescue group'])
  })

  it('a month of the duty roster', async () => {
    const shift = (id: string, zh: string, en: string) => ({
      id,
      name: localized(zh, en),
      ...{ begins: '08:00', ends: '20:00', posts: ['head', 'site-1'], weekdays: null },
    })
    const table = {
      shifts: [shift('day', '白班', 'Day shift'), shift('night', '夜班', 'Night shift')],
      posts: PEOPLE.posts,
      days: [
        { date: '2026-11-01', shiftId: 'day', postId: 'head', persons: [{ name: '赵铁柱' }] },
        {
          ...{ date: '2026-11-30', shiftId: 'night', postId: 'site-1' },
          persons: [{ name: 'Ann Lee' }, { name: '赵铁柱' }],
        },
      ],
    }
    const dates = Array.from({ length: 30 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`)
    const head = { ...HEAD, template: false, month: '2026-11' }
    const { sheet, fileName } = await sheetOf(dutyDocument(table, head, dates), how, 'duty')
    const register = {
      persons: PEOPLE.persons.filter(({ left }) => !left),
      posts: PEOPLE.posts,
      shifts: table.shifts,
    }
    const roster = readRoster(sheet, {
      ...{ fileName, roles: new Map(), cells: null },
      chosen: { year: null, month: null, first: null },
      isPerson: (name) => register.persons.some((known) => nameKey(known.name) === nameKey(name)),
      isShift: (name) => shiftNamed(name, table.shifts) !== null,
    })
    const { rows, questions } = rosterRows(roster, register, NO_ANSWERS, false)
    expect(questions).toEqual([])
    expect(roster.dates).toEqual(dates)
    expect(
      rows.map(({ date, shiftId, postId, persons }) => ({ date, shiftId, postId, persons })),
    ).toEqual([
      { date: '2026-11-01', shiftId: 'day', postId: 'head', persons: [{ id: 'p1' }] },
      {
        ...{ date: '2026-11-30', shiftId: 'night', postId: 'site-1' },
        persons: [{ id: 'p2' }, { id: 'p1' }],
      },
    ])
  })

  it('contacts', async () => {
    const contacts: ContactsTable['contacts'] = [
      {
        name: '滨江消防救援站',
        category: CONTACT_CATEGORIES['outside-fire'].name,
        numbers: [{ number: '0571-88000119', kind: 'desk' }],
        allHours: true,
        place: null,
        note: '联系人：值班室',
      },
      {
        name: '金桥物业',
        category: CONTACT_CATEGORIES['outside-property'].name,
        numbers: [
          { number: '13800000010', kind: 'mobile' },
          { number: '6010', kind: 'other' },
        ],
        allHours: false,
        place: '金桥花园',
        note: '',
      },
    ]
    const document = contactsDocument(
      { contacts, missing: [] },
      { ...HEAD, template: false },
      phoneKindOf,
    )
    const categories = Object.entries(CONTACT_CATEGORIES).map(([code, { name }]) => ({
      code,
      names: [name],
    }))
    const { rows, questions, faults } = contactRows(
      await listOf(document, how, 'contacts'),
      categories,
      new Map(),
    )
    expect([questions, faults]).toEqual([[], []])
    expect(
      rows.map(({ numbers, ...contact }) => ({
        place: null,
        ...contact,
        numbers: numbers.map(({ number, kind }) => ({
          number,
          kind: kind ?? phoneKindOf(number),
        })),
      })),
    ).toMatchObject(contacts.map((contact) => ({ ...contact, category: contact.category.zh })))
  })

  it('places', async () => {
    const places: PlacesTable['places'] = [
      {
        name: '金桥花园',
        kind: PLACE_KIND_NAMES.estate,
        size: 1200,
        within: null,
        aliases: ['金桥一期', '老金桥'],
        area: '东片',
        private: true,
        property: '金桥物业',
        contactPost: null,
      },
      {
        name: '一号楼',
        kind: PLACE_KIND_NAMES.other,
        size: null,
        within: '金桥花园',
        ...{ aliases: [], area: null, private: false, property: null },
        contactPost: localized('大堂经理', '大堂经理'),
      },
    ]
    const { rows, questions, faults } = placeRows(
      await listOf(placesDocument({ places }, { ...HEAD, template: false }), how, 'places'),
      PLACE_KINDS.map((code) => ({ code, names: [PLACE_KIND_NAMES[code]] })),
      new Map(),
    )
    expect([questions, faults]).toEqual([[], []])
    expect(
      rows.map((place) => ({
        ...{ size: null, within: null, area: null, property: null, contactPost: null },
        ...place,
      })),
    ).toMatchObject(
      places.map((place) => ({
        ...place,
        kind: place.kind.zh,
        contactPost: place.contactPost?.zh ?? null,
      })),
    )
  })

  it('an empty register is a table without entries', async () => {
    const none = { persons: [], posts: [], groups: [] }
    const document = peopleDocument(none, { ...HEAD, template: false }, phoneKindOf)
    expect((await listOf(document, how, 'people')).rows).toEqual([])
  })

  it('a table to fill in has the site’s posts, and its examples are no entries', async () => {
    const document = peopleDocument(PEOPLE, { ...HEAD, template: true }, phoneKindOf)
    const list = await listOf(document, how, 'people')
    expect(list.left.slice(-2).map(({ text }) => text)).toEqual(
      PEOPLE.posts.map(({ name }) => name[how[1]]),
    )
    expect(peopleRows(list, { persons: [], posts: PEOPLE.posts }, NO_PEOPLE_ANSWERS)).toEqual({
      rows: [],
      questions: [],
      faults: [],
    })
  })
})
