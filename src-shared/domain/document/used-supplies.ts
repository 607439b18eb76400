/** What was issued for an incident, and what became of it, as a table of its record. */
import type { IncidentIssueRead } from '../supplies/draw.ts'
import { localized } from '../text.ts'
import type { Column, Table } from './document.ts'
import { column, plain, table } from './table.ts'

const COLUMNS: readonly Column[] = [
  column('at', '时间', 'Time', 'instant'),
  column('number', '编号', 'Number', 'text'),
  column('name', '物资', 'Supply', 'text'),
  column('unit', '单位', 'Unit', 'text'),
  column('issued', '领用', 'Issued'),
  column('returned', '归还', 'Returned'),
  column('consumed', '消耗', 'Consumed'),
  column('left', '在外', 'Still out'),
]
const TO = column('to', '领用人', 'To', 'text')
const WORDS = column('words', '说明', 'Words', 'text')

/** The first issue in front. `personal`: with who took it, and what was said of it. */
export const usedSuppliesTable = (issues: readonly IncidentIssueRead[], personal: boolean): Table =>
  table(
    'supplies',
    localized('领用的应急物资', 'Supplies issued'),
    [...COLUMNS, ...(personal ? [TO, WORDS] : [])],
    issues
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, count, left, returned, consumed, to, words, supply }) => [
        plain(at),
        plain(supply.number),
        plain([supply.name, supply.model].filter(Boolean).join(' ')),
        plain(supply.unit),
        ...[count, returned, consumed, left].map(plain),
        ...(personal ? [plain(to), plain(words)] : []),
      ]),
    { empty: localized('没有领用物资', 'No supplies were issued') },
  )
