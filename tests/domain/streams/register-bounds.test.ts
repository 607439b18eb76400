/** Registers and the set-up of a site at their bounds: one of two, the first, the same again. */
import { describe, expect, it, test } from 'vitest'
import { newestOf } from '#shared/domain/backup/schedule.ts'
import type { Contact } from '#shared/domain/contacts/contact.ts'
import { withContactNames } from '#shared/domain/contacts/in-roster.ts'
import { contactsStream, type ContactsEvent } from '#shared/domain/contacts/stream.ts'
import { areaOf } from '#shared/domain/places/area.ts'
import { placesIn } from '#shared/domain/places/known.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'
import { placesStream, type PlacesEvent } from '#shared/domain/places/stream.ts'
import type { Role } from '#shared/domain/plan/plan.ts'
import { listQuestions, longFaults, LONGEST } from '#shared/domain/register-import/list-rows.ts'
import { whoIsWho } from '#shared/domain/roster/who-is-who.ts'
import { noticeFaults, withNotices } from '#shared/domain/site/notice.ts'
import { kindNeeded } from '#shared/domain/site/site-refusals.ts'
import { sitePlanStream, type SitePlanEvent } from '#shared/domain/site-plan/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { AT, stateAfter } from '../../kit/decider.ts'
import { plan } from '../../kit/plan.ts'

const place = (id: string, name: string, part: Partial<RegisteredPlace> = {}): RegisteredPlace => ({
  ...{ id, name, size: null, kind: 'other', aliases: [] },
  ...part,
})

describe('places that a text names', () => {
  const register = [
    place('a', '大厅'),
    place('b', '营业大厅'),
    place('c', '库'),
    place('d', '地库'),
  ]
  const ids = (text: string) => placesIn(text, register).map(({ place: { id } }) => id)

  it.each([
    ['大厅', ['a']],
    ['营业大厅', ['b', 'a']], // the longer first
    ['地库和大厅', ['d', 'a']], // of equal length as they stand
    ['大厅和地库', ['a', 'd']],
    ['大厅、地库、营业大厅', ['b', 'a', 'd']],
    ['库', []], // a single character is in too many words
  ])('%s: %j', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it('have as their area the nearest that is no home', () => {
    const homes = [
      place('estate', '云雀小区'),
      place('house', '三号楼', { within: 'estate', private: true }),
      place('flat', '三号楼五零一', { within: 'house', private: true }),
    ]
    expect(areaOf('三号楼五零一', homes)).toEqual({ area: '云雀小区', placeId: 'estate' })
    expect(areaOf('三号楼', homes)).toEqual({ area: '云雀小区', placeId: 'estate' })
    expect(areaOf('云雀小区', homes)).toEqual({ area: '云雀小区', placeId: 'estate' })
  })

  it('lie in none any more once that is gone, and are each changed alone', () => {
    const within = place('b', '二楼', { within: 'a' })
    const set = (entered: RegisteredPlace) => ({ type: 'PlaceSet', place: entered }) as const
    const all = [set(place('a', '楼')), set(within), set(place('c', '院'))]
    const after = (...events: readonly PlacesEvent[]) =>
      (stateAfter(placesStream, ...all, ...events) ?? []).map(({ id, name, within: outer }) => [
        id,
        name,
        outer,
      ])
    expect(after()).toEqual([
      ['a', '楼', undefined],
      ['b', '二楼', 'a'],
      ['c', '院', undefined],
    ])
    expect(after(set(place('a', '主楼')))).toEqual([
      ...[
        ['a', '主楼', undefined],
        ['b', '二楼', 'a'],
        ['c', '院', undefined],
      ],
    ])
    expect(after({ type: 'PlaceRemoved', placeId: 'a' })).toEqual([
      ...[
        ['b', '二楼', undefined],
        ['c', '院', undefined],
      ],
    ])
    expect(after({ type: 'PlaceRemoved', placeId: 'c' })).toEqual([
      ...[
        ['a', '楼', undefined],
        ['b', '二楼', 'a'],
      ],
    ])
  })
})

describe('contacts', () => {
  const contact = (part: Partial<Contact>): Contact => ({
    ...{ id: 'gas', name: '燃气抢修', category: 'outside-gas', numbers: [], note: '' },
    ...part,
  })
  const guards: Role = {
    ...{
      id: 'guards',
      name: localized('保安', 'Guards'),
      aliases: [],
      duty: null,
      substitutes: [],
    },
    kind: 'person',
  }

  it('stand beside who is on duty, all of a unit together, and instead of who stood there', () => {
    const roster = { guards: ['李强'], 'outside-gas': ['旧名'] }
    expect(withContactNames(null, [contact({})], [guards])).toBeNull()
    expect(withContactNames(roster, [], [guards])).toEqual({ guards: ['李强'] })
    const both = [contact({}), contact({ id: 'g2', name: '站长' })]
    expect(withContactNames(roster, both, [guards])).toEqual({
      ...{ guards: ['李强'], 'outside-gas': ['燃气抢修', '站长'] },
    })
  })

  it('that only an older roster has stay removed, each once, until they are entered again', () => {
    const removing = (contactId: string) => ({ type: 'ContactRemoved', contactId }) as const
    const set = { type: 'ContactSet', contact: contact({ id: 'roster.a' }) } as const
    const removed = (...events: readonly ContactsEvent[]) =>
      stateAfter(contactsStream, ...events)?.removed
    expect(removed(removing('roster.a'), removing('roster.b'), removing('roster.a'))).toEqual([
      ...['roster.b', 'roster.a'],
    ])
    expect(removed(removing('roster.a'), removing('roster.b'), set)).toEqual(['roster.b'])
    expect(removed(removing('plain'))).toEqual([])
  })
})

describe('which person is meant', () => {
  const known = (id: string, ...phones: readonly string[]) => ({ id, name: '周敏', phones })
  const meant = (phone: string, ...persons: readonly ReturnType<typeof known>[]) =>
    whoIsWho([{ name: '周敏', phone }], persons, () => 'new')[0]

  test.each([
    ['without a number, who has none, before a namesake', '', [known('a', '1'), known('b')], 'b'],
    [
      'without a number, who has only empty ones',
      '',
      [known('a', '', '1'), known('b', '', '')],
      'b',
    ],
    ['without a number, else the first', '', [known('a', '1'), known('b', '2')], 'a'],
    ['with a number, who has it among others', '2', [known('a', '1'), known('b', '1', '2')], 'b'],
    ['with another number, the only one of that name', '9', [known('a', '1')], 'a'],
    [
      'with another number and two of that name, somebody new',
      '9',
      [known('a', '1'), known('b')],
      'new',
    ],
  ] as const)('%s', (_, phone, persons, id) => {
    expect(meant(phone, ...persons)).toBe(id)
  })
})

describe('the notice of holidays', () => {
  const notice = (year: string, holidays: readonly string[], workdays: readonly string[] = []) => ({
    ...{ year, holidays, workdays, source: '通知', at: AT, by: '周敏' },
  })

  it('also counts for the days of December before it, in place of what stood there', () => {
    const calendar = {
      2026: {
        published: true,
        holidays: ['2026-12-30', '2026-10-01'],
        workdays: ['2026-12-31', '2026-10-10'],
      },
    }
    const year = (...notices: Parameters<typeof withNotices>[1]) =>
      withNotices(calendar, notices)['2026']
    expect(year(notice('2027', ['2026-12-31', '2027-01-01'], ['2026-12-30']))).toEqual({
      ...{ published: true, holidays: ['2026-10-01', '2026-12-31'] },
      workdays: ['2026-10-10', '2026-12-30'],
    })
    expect(year(notice('2027', ['2027-01-01']))).toEqual(calendar[2026])
    expect(year(notice('2027', ['2027-01-01'], ['2026-12-27']))?.workdays).toEqual([
      ...['2026-12-31', '2026-10-10', '2026-12-27'],
    ])
    expect(withNotices({}, [notice('2027', ['2026-12-31'])])['2026']).toEqual({
      ...{ published: false, holidays: ['2026-12-31'], workdays: [] },
    })
    expect(withNotices({}, [notice('2027', ['2027-01-01'])])['2026']).toBeUndefined()
  })

  it.each([
    ['2026-10-10', 'Saturday', 0],
    ['2026-10-11', 'Sunday', 0],
    ['2026-10-12', 'Monday', 1],
    ['2026-10-16', 'Friday', 1],
  ])('a make-up workday %s, a %s, has %d faults', (date, _, count) => {
    expect(noticeFaults({ year: '2026', holidays: ['2026-10-01'], workdays: [date] })).toHaveLength(
      count,
    )
  })
})

test('which plans keep a kind of site is said in both languages', () => {
  const refusal = kindNeeded([plan('a', []), plan('b', [])])
  expect(refusal.message.zh).toContain('预案a、预案b')
  expect(refusal.message.en).toContain('Plan a, Plan b')
  expect(refusal.details).toEqual(['a', 'b'])
})

test('the text and the draft of a site plan count on from each other', () => {
  const saved = { type: 'DraftSaved', draft: '{}', basedOn: null } as const
  const text = { why: '修订', approvedBy: '王', revision: 'r1', steps: 1 }
  const approving = {
    type: 'PlanApproved',
    kind: 'made',
    number: '1',
    draft: '{}',
    ...text,
  } as const
  const gone = { type: 'PlanAbolished', ...text } as const
  const versions = (...events: readonly SitePlanEvent[]) => {
    const { plan: current, draft } = stateAfter(sitePlanStream, ...events)
    return [current?.version, draft?.version]
  }
  expect(versions(saved)).toEqual([undefined, 1])
  expect(versions(saved, approving)).toEqual([2, 2])
  expect(versions(saved, approving, gone)).toEqual([3, 2])
  expect(versions(saved, approving, gone, saved)).toEqual([3, 4])
  expect(versions(saved, { type: 'DraftDiscarded' })).toEqual([undefined, 2])
  expect(versions(saved, approving, saved, { type: 'DraftDiscarded' }, gone)).toEqual([5, 4])
})

test('the newest backup is not ahead of now; of two of one instant it is the first', () => {
  const copy = (name: string, madeAt: number) => ({ name, madeAt })
  const newest = (...copies: readonly ReturnType<typeof copy>[]) => newestOf(copies, AT)?.name
  expect(newest()).toBeUndefined()
  expect(newest(copy('now', AT))).toBe('now')
  expect(newest(copy('ahead', AT + 1))).toBeUndefined()
  expect(newest(copy('old', AT - 2), copy('new', AT - 1), copy('ahead', AT + 1))).toBe('new')
  expect(newest(copy('first', AT - 1), copy('second', AT - 1))).toBe('first')
})

describe('the rows of a list', () => {
  const row = (field: 'name', length: number) =>
    ({
      ...{ row: 3, cells: { [field]: { text: '字'.repeat(length), at: { row: 3, column: 1 } } } },
    }) as unknown as Parameters<typeof longFaults>[0]

  it('may be as long as their field', () => {
    const longest = LONGEST.name ?? 0
    expect(longest).toBeGreaterThan(0)
    expect(longFaults(row('name', longest))).toEqual([])
    expect(longFaults(row('name', longest + 1))).toMatchObject([
      { field: 'name', code: 'too-long' },
    ])
  })

  it('ask the same once, and count how often', () => {
    const { questions, ask } = listQuestions()
    const question = { kind: 'post', key: '班长' } as unknown as Parameters<typeof ask>[0]
    const counts = () => [...questions.values()].map(({ count }) => count)
    ask(question)
    expect(counts()).toEqual([1])
    ask(question)
    ask(question)
    ask({ ...question, key: '站长' })
    expect(counts()).toEqual([3, 1])
  })
})
