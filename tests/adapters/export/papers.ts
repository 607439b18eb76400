/**
 * Documents written by hand for the tests of files: every kind of column, and any text that a
 * person may type.
 */
import type {
  Cell,
  Chart,
  Column,
  ColumnKind,
  ReportDocument,
  Table,
  Value,
} from '#shared/domain/document/document.ts'
import { localized } from '#shared/domain/text.ts'

export const SOURCE = { position: 4711, hash: 'ab'.repeat(32) }
export const MIDNIGHT = Date.parse('2026-11-01T00:00:00+08:00')

const column = (id: string, zh: string, en: string, kind: ColumnKind): Column => ({
  id,
  title: localized(zh, en),
  kind,
})
export const COLUMNS: readonly Column[] = [
  column('no', '编号', 'No.', 'text'),
  column('at', '时间', 'Time', 'instant'),
  column('day', '日期', 'Date', 'date'),
  column('place', '地点', 'Place', 'text'),
  column('count', '次数', 'Count', 'count'),
  column('more', '增减', 'Change', 'difference'),
  column('share', '占比', 'Share', 'share'),
  column('took', '用时', 'Took', 'duration'),
  column('loss', '损失', 'Loss', 'yuan'),
]
const cells = (values: readonly Value[]): readonly Cell[] => values.map((value) => ({ value }))

/** Every kind of value, the hard ones among them. */
export const VALUES: readonly (readonly Value[])[] = [
  ['A-1', MIDNIGHT, '2026-11-01', '大厅', 0, 0, 0, 0, 0],
  [
    'A-2',
    MIDNIGHT - 1,
    '2026-10-31',
    localized('地点待核', 'Place not known'),
    12,
    -3,
    0.8235,
    425_000,
    -1234.5,
  ],
  [
    'A-3',
    Date.parse('2026-02-28T23:59:59+08:00'),
    '1900-02-28',
    '很长'.repeat(3000),
    1_000_000,
    7,
    1,
    111_600_000,
    0.01,
  ],
  [null, null, null, null, null, null, null, null, null],
  [
    'A-5',
    Date.parse('2024-02-29T12:00:00+08:00'),
    '2024-02-29',
    '一家三口👨‍👩‍👧 & <b>"粗"</b>',
    3,
    1,
    0.005,
    59_999,
    99_999_999.99,
  ],
]

export const table = (
  id: string,
  title: string,
  rows: readonly (readonly Value[])[],
  columns = COLUMNS,
): Table => ({
  id,
  title: localized(title, `${title} (en)`),
  columns,
  rows: rows.map(cells),
  empty: localized('没有', 'None'),
})

const CHARTS: readonly Chart[] = [
  {
    kind: 'bars',
    id: 'types',
    title: localized('按类型', 'By type'),
    bars: [
      { name: localized('火情<1>', 'Fire'), value: 5 },
      { name: localized('停电', 'Power cut'), value: 2 },
    ],
  },
  {
    kind: 'columns',
    id: 'trend',
    title: localized('逐月', 'By month'),
    bars: [
      { name: localized('10月', 'Oct'), value: 4 },
      { name: localized('11月', 'Nov'), value: 7, strong: true },
    ],
  },
  {
    kind: 'hours',
    id: 'hours',
    title: localized('时段', 'Hours'),
    counts: Array.from({ length: 7 }, (_d, day) =>
      Array.from({ length: 24 }, (_h, hour) => (day * hour) % 5),
    ),
  },
]

export function documentWith(
  tables: readonly Table[],
  more: Partial<ReportDocument> = {},
): ReportDocument {
  return {
    kind: 'month',
    name: '月报-2026-11',
    title: localized('2026年11月月报', 'Report of November 2026'),
    lines: [localized('云雀湾', 'Lark Bay')],
    mark: null,
    zone: 'Asia/Shanghai',
    sections: [
      {
        id: 'one',
        title: localized('一、概况', '1 Overview'),
        words: [localized('本月平稳。', 'A calm month.'), '<i>手写</i>的一段'],
        tables,
        charts: CHARTS,
      },
    ],
    ...more,
  }
}

export const WHOLE = documentWith([
  {
    ...table('summary', '概览', VALUES.slice(0, 2)),
    total: cells(['合计', null, null, null, 12, -3, null, null, null]),
    note: localized('演练不计', 'No drills'),
  },
  table('register', '事件登记', VALUES),
  table('nothing', '空表', []),
])
