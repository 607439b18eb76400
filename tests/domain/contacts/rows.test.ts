/** Rows of a list of contacts as offices keep it. */
import { describe, expect, it } from 'vitest'
import { readContactRows, type ContactRow, type OpenContact } from '#shared/domain/contacts/rows.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'

const PLACES: readonly RegisteredPlace[] = [
  { id: 'estate', name: '云雀小区', size: 300, kind: 'estate', aliases: ['云雀'] },
]
const row = (part: Partial<ContactRow>): ContactRow => ({
  row: 2,
  name: '云雀物业',
  category: '物业',
  numbers: [{ number: '8001' }],
  ...part,
})
const firm: OpenContact = {
  id: 'firm',
  name: '云雀物业',
  category: 'outside-property',
  numbers: [{ number: '8001', kind: 'short' }],
  note: '',
}
function read(rows: readonly ContactRow[], contacts: readonly OpenContact[] = []) {
  let ids = 0
  return readContactRows(rows, contacts, { places: PLACES, newId: () => `new-${++ids}` })
}
const outcomes = (...args: Parameters<typeof read>): string[] =>
  read(...args).rows.map(({ outcome }) => outcome)

describe('a row', () => {
  it('given a name that is not there, is a new contact; category and place go by any of their names', () => {
    const { rows, contacts } = read([
      row({ category: 'Property company', place: ' 云雀 ', allHours: true, note: '夜里打门卫' }),
    ])
    expect(rows).toEqual([{ row: 2, outcome: 'new', message: null }])
    expect(contacts).toEqual([
      {
        isNew: true,
        contact: {
          ...{ id: 'new-1', name: '云雀物业', category: 'outside-property' },
          numbers: [{ number: '8001', kind: 'short' }],
          ...{ note: '夜里打门卫', allHours: true, place: 'estate' },
        },
      },
    ])
  })

  it('given a contact of that name and category, adds its numbers and takes none away', () => {
    const { contacts } = read([row({ numbers: [{ number: '139 0000 0000' }] })], [firm])
    expect(contacts).toEqual([
      {
        isNew: false,
        contact: {
          ...firm,
          numbers: [...firm.numbers, { number: '139 0000 0000', kind: 'mobile' }],
        },
      },
    ])
    expect(outcomes([row({ numbers: [{ number: '80-01' }] })], [firm])).toEqual(['same'])
    expect(outcomes([row({ category: '媒体' })], [firm])).toEqual(['new'])
  })

  it('given rows of one contact, they are one contact with the numbers of all', () => {
    const { rows, contacts } = read([row({}), row({ row: 3, numbers: [{ number: '8002' }] })])
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'changed'])
    expect(contacts).toMatchObject([
      { isNew: true, contact: { numbers: [{ number: '8001' }, { number: '8002' }] } },
    ])
  })

  it('given a category or a place that nobody knows, is refused and says why', () => {
    const { rows, contacts } = read([row({ category: '外星人' }), row({ row: 3, place: '月球' })])
    expect(rows).toMatchObject([
      { row: 2, outcome: 'refused', message: { zh: '没有“外星人”这一类' } },
      { row: 3, outcome: 'refused', message: { zh: '没有登记“月球”这个地点' } },
    ])
    expect(contacts).toEqual([])
    expect(faultyRows(rows)).toMatchObject({
      code: 'rows-refused',
      message: { zh: '2行有误，一行都没有导入' },
      details: [
        '第2行：没有“外星人”这一类 · Row 2: There is no category "外星人"',
        '第3行：没有登记“月球”这个地点 · Row 3: The register has no place "月球"',
      ],
    })
    expect(faultyRows(read([row({})]).rows)).toBeNull()
  })
})
