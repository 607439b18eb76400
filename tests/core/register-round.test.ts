/**
 * Whole rounds through a running station: each register is exported, the table is read as the page
 * reads it, and its import says of every row that it is there just so.
 */
import { afterEach, expect, it } from 'vitest'
import { CONTACT_CATEGORIES } from '#shared/domain/contacts/contact.ts'
import type { ReportDocument, Value } from '#shared/domain/document/document.ts'
import { PLACE_KIND_NAMES, PLACE_KINDS } from '#shared/domain/places/place.ts'
import { contactRows } from '#shared/domain/register-import/contact-rows.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'
import { readList } from '#shared/domain/register-import/lists.ts'
import { NO_PEOPLE_ANSWERS, peopleRows } from '#shared/domain/register-import/people-rows.ts'
import { placeRows } from '#shared/domain/register-import/place-rows.ts'
import { NO_ANSWERS, rosterRows } from '#shared/domain/register-import/roster-rows.ts'
import { readRoster } from '#shared/domain/register-import/roster-sheet.ts'
import type { Sheet } from '#shared/domain/register-import/sheet.ts'
import type { DocumentWriter } from '#main/core/ports.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const documents: ReportDocument[] = []
const writer: DocumentWriter = {
  write: ({ document }) => {
    documents.push(document)
    return {
      done: Promise.resolve({ ok: true, bytes: 1, rows: 1, sha256: '' }),
      cancel: () => undefined,
    }
  },
  check: () => Promise.resolve(null),
}
const tempFiles = { place: (name: string) => name, remove: () => undefined, clear: () => undefined }

const words = (value: Value): string =>
  value === null ? '' : typeof value === 'object' ? value.zh : String(value)

/** The one table of what was exported, as a file has it. */
async function sheetOf(register: ListRegister | 'duty'): Promise<Sheet> {
  documents.length = 0
  await kit.ask('export/start', { what: { register }, format: 'xlsx', language: 'zh' })
  await expect.poll(() => documents.length).toBe(1)
  const table = documents[0]?.sections[0]?.tables[0]
  if (!table) throw new Error('no table was exported')
  const rows = [
    table.columns.map(({ title }) => title.zh),
    ...table.rows.map((row) => row.map(({ value }) => words(value))),
  ]
  return { name: '', rows: rows.map((cells, n) => ({ row: n + 1, cells })), merges: [] }
}
const listOf = async (register: ListRegister) =>
  readList(await sheetOf(register), register, { headRow: null, mapping: null })
const outcomes = ({ rows }: { rows: readonly { outcome: string }[] }): string[] =>
  rows.map(({ outcome }) => outcome)

it('people, duty, contacts and places come back unchanged', async () => {
  kit = await openStation({
    ...{ plans: [plan('response', [step('a', { role: 'head' })])], papers: writer, tempFiles },
    at: '2026-11-24T07:00:00+08:00',
  })
  const { id: postId } = await kit.ask('people/post-set', { name: '巡查、保洁岗' })
  const person = async (name: string, number: string) =>
    (await kit.ask('people/person-set', { name, phones: [{ number }], posts: ['head', postId] })).id
  const zhou = await person('周敏', '138 0000 0001')
  await person('Ann Lee', '+8613800000002')
  await kit.ask('people/group-set', { name: '抢险组', members: [zhou] })
  const { id: shiftId } = await kit.ask('duty/shift-set', {
    ...{ name: '白班', begins: '08:00', ends: '20:00', posts: ['head', postId] },
  })
  await kit.ask('duty/set', {
    entries: [{ date: '2026-11-24', shiftId, postId, persons: [zhou] }],
  })
  const { id: firm } = await kit.ask('contacts/set', {
    ...{ name: '金桥物业', category: 'outside-property', allHours: true, note: '白天打' },
    numbers: [{ number: '0571-88000010' }, { number: '6010', kind: 'radio' }],
  })
  const { id: estate } = await kit.ask('places/set', {
    ...{ name: '金桥花园', kind: 'estate', size: 1200, aliases: ['老金桥'], property: firm },
  })
  await kit.ask('places/set', {
    ...{ name: '一号楼', kind: 'floor', within: estate, contactPost: postId },
  })

  const register = await kit.ask('people/read', {})
  const people = peopleRows(await listOf('people'), register, NO_PEOPLE_ANSWERS)
  expect([people.questions, people.faults]).toEqual([[], []])
  const listed = people.rows.map(({ phones = [], posts = [], groups = [], ...row }) => ({
    ...row,
    ...{ phones: [...phones], posts: [...posts], groups: [...groups] },
  }))
  expect(outcomes(await kit.ask('people/import', { rows: listed }))).toEqual(['same', 'same'])

  const roster = readRoster(await sheetOf('duty'), {
    ...{ fileName: '', roles: new Map(), cells: null },
    chosen: { year: null, month: null, first: null },
    isPerson: (name) => register.persons.some((known) => known.name === name),
    isShift: () => false,
  })
  const { shifts } = await kit.ask('duty/read', {})
  const { rows, questions } = rosterRows(roster, { ...register, shifts }, NO_ANSWERS, true)
  expect([questions, roster.dates.length]).toEqual([[], 30])
  const entries = rows.map(({ cells, persons, ...entry }) => ({
    ...entry,
    ...{ row: cells[0]?.row ?? 1, persons: [...persons] },
  }))
  expect(new Set(outcomes(await kit.ask('duty/import', { rows: entries })))).toEqual(
    new Set(['same']),
  )

  const categories = Object.entries(CONTACT_CATEGORIES).map(([code, { name }]) => ({
    ...{ code, names: [name] },
  }))
  const contacts = contactRows(await listOf('contacts'), categories, new Map())
  expect(
    outcomes(
      await kit.ask('contacts/import', {
        rows: contacts.rows.map(({ numbers, ...row }) => ({ ...row, numbers: [...numbers] })),
      }),
    ),
  ).toEqual(['same'])

  const kinds = PLACE_KINDS.map((code) => ({ code, names: [PLACE_KIND_NAMES[code]] }))
  const places = placeRows(await listOf('places'), kinds, new Map())
  expect(
    outcomes(
      await kit.ask('places/import', {
        rows: places.rows.map(({ aliases = [], ...row }) => ({ ...row, aliases: [...aliases] })),
      }),
    ),
  ).toEqual(['same', 'same'])
})
