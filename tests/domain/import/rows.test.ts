/**
 * Tests the meaning of a table's columns, and what its rows become: incidents, or faults that name
 * column and value.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELDS, headRowOf, proposeColumns, type Field } from '#shared/domain/import/fields.ts'
import { numbered, previewFigures } from '#shared/domain/import/preview.ts'
import { readRow, type Assigned, type HowToRead } from '#shared/domain/import/rows.ts'
import {
  proposeCode,
  proposeLevel,
  readCount,
  readMoney,
  readYes,
} from '#shared/domain/import/values.ts'
import { localized } from '#shared/domain/text.ts'

const at = (iso: string): number => Date.parse(`${iso}+08:00`)
const headsByField = (
  heads: readonly string[],
  sample?: readonly (readonly string[])[],
): Partial<Record<Field, string | undefined>> =>
  Object.fromEntries(
    Object.entries(proposeColumns(heads, sample))
      .filter(([, column]) => column !== null)
      .map(([field, column]) => [field, heads[column ?? 0]]),
  )

describe('columns', () => {
  it('are known by the heads that such tables have', () => {
    const heads = {
      occurred: '发生时间',
      received: '接报时间',
      place: '地点',
      category: '类别',
      type: '类型',
      level: '级别',
      channel: '渠道',
      narrative: '经过',
      dead: '死亡',
      serious: '重伤',
      minor: '轻伤',
      missing: '失联',
      loss: '损失（元）',
      contained: '控制时间',
      lifted: '解除时间',
      closed: '结案时间',
      falseReport: '误报',
      drill: '演练',
    }
    expect(headsByField(Object.values(heads))).toEqual(heads)
  })
  it('have English heads, too', () => {
    expect(
      headsByField([
        'Occurred at',
        'Location',
        'Description',
        'Category',
        'Level',
        'Loss (CNY)',
        'Drill',
        'Remarks',
      ]),
    ).toEqual({
      occurred: 'Occurred at',
      place: 'Location',
      narrative: 'Description',
      category: 'Category',
      level: 'Level',
      loss: 'Loss (CNY)',
      drill: 'Drill',
    })
  })
  it('date and time may stand apart', () => {
    expect(headsByField(['序号', '日期', '时间', '事件发生地点'])).toEqual({
      occurred: '日期',
      time: '时间',
      place: '事件发生地点',
    })
  })
  it('words of severity are no level', () => {
    expect(headsByField(['级别'], [['一般'], ['较大']])).toEqual({ severity: '级别' })
    expect(headsByField(['级别'], [['二级']])).toEqual({ level: '级别' })
  })
  it('each has one meaning at most, and each meaning one column', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('时间', '日期', '地点', '发生地点', '级别', '类型', '事件类型', 'x', ''),
          { maxLength: 12 },
        ),
        (heads) => {
          const used = Object.values(proposeColumns(heads)).filter((column) => column !== null)
          expect(new Set(used).size).toBe(used.length)
        },
      ),
    )
  })
  it('stand below a title', () => {
    expect(
      headRowOf([['2024年事件台账'], [], ['序号', '发生时间', '地点'], ['1', '2024/3/5', '东区']]),
    ).toBe(2)
  })
})

describe('values', () => {
  it.each([
    ['2', 2],
    ['2人', 2],
    ['无', 0],
    ['', null],
    ['-', null],
    ['2.0', 2],
    ['若干', undefined],
    ['-1', undefined],
  ])('people: %s', (cell, count) => {
    expect(readCount(cell)).toBe(count)
  })
  it.each([
    ['1,200.50元', 1200.5],
    ['1.2万', 12_000],
    ['¥800', 800],
    ['３００', 300],
    ['无', 0],
    ['', null],
    ['不详', undefined],
    ['1.2.3', undefined],
  ])('money: %s', (cell, yuan) => {
    expect(readMoney(cell)).toBe(yuan)
  })
  it.each([
    ['是', true],
    ['√', true],
    ['误报', true],
    ['', false],
    ['否', false],
    ['属实', false],
    ['可能', null],
  ])('yes or no: %s', (cell, yes) => {
    expect(readYes(cell)).toBe(yes)
  })
  it.each([
    ['Ⅱ级', '2'],
    ['二级响应', '2'],
    ['2', '2'],
    ['Level 3', '3'],
    ['一般', null],
    ['10', null],
    ['0', null],
    ['1', '1'],
    ['9', '9'],
    ['一级', '1'],
    ['九级', '9'],
    ['Ⅰ级', '1'],
    ['IX', '9'],
  ])('level: %s', (cell, level) => {
    expect(proposeLevel(cell)).toBe(level)
  })
  it('codes by their names', () => {
    const choices = [{ code: 'safety', names: [localized('人身安全', 'Safety')] }]
    expect(
      ['人身安全', '人身安全类', 'SAFETY', '火'].map((cell) => proposeCode(cell, choices)),
    ).toEqual(['safety', 'safety', 'safety', null])
    const two = [
      { code: 'fire', names: [localized('火情', 'Fire'), localized('火灾', 'Blaze')] },
      ...choices,
    ]
    expect(['火灾', 'blaze', 'Fire', 'SAFETY'].map((cell) => proposeCode(cell, two))).toEqual([
      ...['fire', 'fire', 'fire', 'safety'],
    ])
  })
})

const none: Assigned = {
  type: new Map(),
  category: new Map(),
  level: new Map(),
  severity: new Map(),
}
const COLUMNS: readonly Field[] = FIELDS
const mapping = Object.fromEntries(
  COLUMNS.map((field, column) => [field, column]),
) as HowToRead['mapping']
const how = (part: Partial<HowToRead> = {}): HowToRead => ({
  mapping,
  orders: {},
  assigned: none,
  zone: 'Asia/Shanghai',
  now: at('2026-11-24T12:00:00'),
  ...part,
})
const cells = (values: Partial<Record<Field, string>>): string[] =>
  COLUMNS.map((field) => values[field] ?? '')
const read = (values: Partial<Record<Field, string>>, part: Partial<HowToRead> = {}) =>
  readRow({ row: 5, cells: cells(values) }, how(part))

describe('a row', () => {
  it('becomes an incident with all that it says', () => {
    const { incident, faults } = read(
      {
        occurred: '2024/3/5 14:30',
        received: '14:35',
        place: ' 东区食堂 ',
        type: '火情',
        level: '二级',
        severity: '一般',
        channel: '电话',
        narrative: '油锅起火',
        reporter: '赵某',
        dead: '无',
        minor: '2人',
        loss: '1.2万',
        contained: '2024/3/5 14:50',
        lifted: '15时10分',
        closed: '2024/3/6',
        drill: '否',
      },
      {
        assigned: {
          type: new Map([['火情', 'safety.fire']]),
          category: new Map(),
          level: new Map([['二级', '2']]),
          severity: new Map([['一般', 'ordinary']]),
        },
      },
    )
    expect(faults).toEqual([])
    expect(incident).toEqual({
      row: 5,
      occurredAt: at('2024-03-05T14:30:00'),
      receivedAt: at('2024-03-05T14:35:00'),
      place: '东区食堂',
      type: 'safety.fire',
      category: null,
      level: 2,
      severity: 'ordinary',
      channel: '电话',
      narrative: '油锅起火',
      reporter: '赵某',
      casualties: { dead: 0, minor: 2 },
      loss: 12_000,
      moments: {
        contained: at('2024-03-05T14:50:00'),
        lifted: at('2024-03-05T15:10:00'),
        closed: at('2024-03-06T00:00:00'),
      },
      falseReport: false,
      drill: false,
    })
  })
  it('without a place is 地点待核; date and time may stand in two columns', () => {
    expect(read({ occurred: '2024/3/5', time: '14:30' }).incident).toMatchObject({
      place: '地点待核',
      occurredAt: at('2024-03-05T14:30:00'),
    })
  })
  it('that was closed on the day it occurred, without a time, is no earlier than that', () => {
    expect(read({ occurred: '2024/3/5 14:30', closed: '2024/3/5' }).incident?.moments).toEqual({
      closed: at('2024-03-05T14:30:00'),
    })
  })
  it.each([
    ['no date', { occurred: '' }, 'occurred', 'date-missing'],
    ['no date that is one', { occurred: '2023-02-29' }, 'occurred', 'date-bad'],
    ['a day that may be a month', { occurred: '5/3/2024' }, 'occurred', 'date-ambiguous'],
    ['a time to come', { occurred: '2027-01-01' }, 'occurred', 'date-future'],
    ['an end before it began', { contained: '2024/3/4' }, 'contained', 'date-early'],
    ['a time before it', { contained: '14:00' }, 'contained', 'date-early'],
    ['people that are no number', { minor: '若干' }, 'minor', 'count-bad'],
    ['money that is none', { loss: '不详' }, 'loss', 'money-bad'],
    ['neither yes nor no', { drill: '大概' }, 'drill', 'yes-bad'],
    ['a type that nobody assigned', { type: '怪事' }, 'type', 'not-assigned'],
    ['a place as long as a story', { place: '长'.repeat(201) }, 'place', 'too-long'],
  ] as const)('with %s is a fault, and says where', (_what, part, field, code) => {
    const values: Partial<Record<Field, string>> = { occurred: '2024/3/5 14:30', ...part }
    const { incident, faults } = read(values)
    expect(incident).toBeNull()
    expect(faults).toEqual([
      { row: 5, field, column: COLUMNS.indexOf(field), value: values[field], code },
    ])
  })
  it('says all of its faults at once', () => {
    expect(
      read({ occurred: '昨天', minor: '若干', drill: '大概' })
        .faults.map(({ field }) => field)
        .sort(),
    ).toEqual(['drill', 'minor', 'occurred'])
  })
  it('is either an incident or has faults, whatever it holds', () => {
    const any = fc.oneof(
      fc.string(),
      fc.constantFrom('2024/3/5 14:30', '14:30', '无', '2', '1/2/2024', '是', '一级', '９９９'),
    )
    fc.assert(
      fc.property(
        fc.array(any, { minLength: FIELDS.length, maxLength: FIELDS.length }),
        (values) => {
          const { incident, faults } = readRow({ row: 2, cells: values }, how())
          expect(incident === null).toBe(faults.length > 0)
          if (incident)
            expect(
              incident.occurredAt <= how().now &&
                Object.values(incident.moments).every((moment) => moment >= incident.occurredAt),
            ).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('rows at one instant and place are numbered and noticed', () => {
  const at5 = { occurred: '2024/3/5 14:30', place: '东区' }
  const rows = [
    at5,
    { ...at5, place: '西区' },
    at5,
    { ...at5, minor: '若干' },
    at5,
    { occurred: '昨天', place: '东区' },
  ].map((values, n) => readRow({ row: n + 5, cells: cells(values) }, how()))
  expect(numbered(rows).map(({ row, nth, sameAs }) => [row, nth, sameAs])).toEqual([
    [5, 1, null],
    [6, 1, null],
    [7, 2, 5],
    [9, 4, 5],
  ]) // the faulty row 8 keeps its number
})

it('figures are those of the one count: drills and false reports apart, the month by the zone', () => {
  const imported = read({ occurred: '2024/4/1 00:30' }).incident
  if (!imported) throw new Error('no incident')
  const all = [
    imported,
    { ...imported, drill: true },
    { ...imported, falseReport: true },
    { ...imported, type: 'safety.fire', occurredAt: at('2024-03-31T23:59:00') },
  ]
  expect(previewFigures(all, 'Asia/Shanghai', () => 'safety')).toEqual({
    incidents: 2,
    drills: 1,
    falseReports: 1,
    byCategory: { none: 1, safety: 1 },
    months: [
      { month: '2024-03', incidents: 1, drills: 0, falseReports: 0, byCategory: { safety: 1 } },
      { month: '2024-04', incidents: 1, drills: 1, falseReports: 1, byCategory: { none: 1 } },
    ],
  })
})
