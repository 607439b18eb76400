/**
 * Supplies as a document: the register, which can be read in again (`register-import/`), a table to
 * fill in, and the list to count by.
 */
import type { TakingRead } from '../stock-taking/draw.ts'
import type { SupplyRead } from '../supplies/draw.ts'
import { CLASS_NAMES } from '../supplies/supply.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Cell, Column, ReportDocument, Table } from './document.ts'
import { column, plain } from './table.ts'

const TITLE = localized('应急物资', 'Supplies')
/** The heads by which `register-import/lists.ts` knows the columns again. */
const COLUMNS: readonly Column[] = [
  column('name', '名称', 'Name', 'text'),
  column('model', '型号规格', 'Model', 'text'),
  column('class', '类别', 'Class', 'text'),
  column('unit', '单位', 'Unit', 'text'),
  column('count', '数量', 'Quantity', 'text'),
  column('batch', '批号', 'Batch', 'text'),
  column('expiry', '有效期至', 'Use until', 'date'),
  column('place', '存放地点', 'Place', 'text'),
  column('spot', '具体位置', 'Where exactly', 'text'),
  column('keeper', '保管人', 'Keeper', 'text'),
  column('minimum', '储备下限', 'Minimum', 'text'),
  column('checkMonths', '检查周期（月）', 'Check (months)', 'text'),
  column('conditions', '使用条件', 'Conditions of use', 'text'),
]
const NONE = localized('说明：还没有登记', 'Note: nothing is registered yet')

const amount = (count: number | null): string | null => (count === null ? null : String(count))

/** A row for each batch; what belongs to the supply stands in every one of them. */
const rowsOf = (supply: SupplyRead): readonly (readonly Cell[])[] => {
  const { batches, keeper } = supply
  const there = batches.length > 0 ? batches : [{ number: null, expiry: null, count: 0 }]
  return there.map(({ number, expiry, count }) =>
    [
      supply.name,
      supply.model,
      CLASS_NAMES[supply.class],
      supply.unit,
      String(count),
      number,
      expiry,
      supply.place.name,
      supply.spot,
      keeper && (keeper.postId === null ? keeper.name.zh : keeper.name),
      amount(supply.minimum),
      amount(supply.checkMonths),
      supply.conditions,
    ].map(plain),
  )
}

const EXAMPLE: readonly Cell[] = [
  localized('示例：碘伏消毒液', 'Example: Povidone-iodine'),
  localized('100毫升', '100 ml'),
  CLASS_NAMES.medical,
  localized('瓶', 'bottles'),
  '6',
  'A20260101',
  '2027-12-31',
  localized('药品柜', 'Medicine cabinet'),
  localized('二层', 'second shelf'),
  localized('值班员', 'Duty officer'),
  '4',
  '6',
  localized('外用', 'External use'),
].map(plain)

/** `day`: the local date on which it is written. */
export type SuppliesHead = {
  site: LocalizedText
  zone: string
  day: string
  template: boolean
}

const documentOf = (
  name: string,
  head: { site: LocalizedText; zone: string },
  parts: { title: LocalizedText; line: LocalizedText; table: Table; words?: LocalizedText[] },
): ReportDocument => ({
  kind: 'register',
  name,
  title: parts.title,
  lines: [head.site, parts.line],
  mark: null,
  zone: head.zone,
  sections: [
    {
      id: 'supplies',
      title: parts.title,
      words: parts.words ?? [],
      tables: [parts.table],
      charts: [],
    },
  ],
})

export function suppliesDocument(
  supplies: readonly SupplyRead[],
  head: SuppliesHead,
): ReportDocument {
  const there = supplies.filter(({ withdrawn }) => withdrawn === null)
  const rows = head.template ? [EXAMPLE] : there.flatMap(rowsOf)
  const name = head.template ? 'supplies-template' : `supplies-${head.day}`
  return documentOf(name, head, {
    title: TITLE,
    line: head.template
      ? localized(
          '填好后从“应急准备→物资”导入',
          'Fill it in and import it under Readiness, Supplies',
        )
      : localized(`${head.day}：${there.length}项`, `${head.day}: ${there.length} supplies`),
    table: { id: 'supplies', title: TITLE, columns: COLUMNS, rows, empty: NONE },
  })
}

const COUNT_COLUMNS: readonly Column[] = [
  column('place', '地点', 'Place', 'text'),
  column('number', '编号', 'Number', 'text'),
  column('name', '名称', 'Name', 'text'),
  column('batch', '批号', 'Batch', 'text'),
  column('expected', '账面', 'In the books', 'text'),
  column('counted', '实点', 'Counted', 'text'),
  column('difference', '出入', 'Difference', 'difference'),
  column('words', '说明', 'Remark', 'text'),
]
const BLANK = localized('　　　　', '        ')

/** The list of a stock-taking to count by, with what was counted. `scope`: what of, in words. */
export function takingDocument(
  taking: TakingRead,
  { scope, ...head }: { site: LocalizedText; zone: string; scope: string },
): ReportDocument {
  const title = localized('盘点表', 'Stock-taking list')
  const rows = taking.lines.map((line) =>
    [
      [line.place, line.spot].filter(Boolean).join(' '),
      line.number,
      [line.name, line.model].filter(Boolean).join(' '),
      [line.batch, line.expiry].filter(Boolean).join(' ') || null,
      `${line.expected}${line.unit}`,
      amount(line.counted) ?? BLANK,
      line.difference,
      line.words ?? BLANK,
    ].map(plain),
  )
  return documentOf(`stock-taking-${taking.number}`, head, {
    title,
    line: localized(`${taking.number} ${scope}`, `${taking.number} ${scope}`),
    table: { id: 'stock-taking', title, columns: COUNT_COLUMNS, rows, empty: NONE },
    words: [
      localized(
        '盘点人：____________　复核人：____________　日期：____________',
        'Counted by: ____________  Reviewed by: ____________  Date: ____________',
      ),
    ],
  })
}
