/**
 * Checklists and checks as tables. What is written here can be read again (`register-import/`): of
 * a list an item a row, of a check what was not good.
 */
import { localAsUtc } from '../calendar.ts'
import type { CheckRead } from '../check/draw.ts'
import type { CheckFigures } from '../check/figures.ts'
import type { CheckItem, ChecklistKind } from '../checklist/checklist.ts'
import { CHECKLIST_KIND_NAMES, ITEM_KIND_NAMES } from '../checklist/rows.ts'
import type { Period } from '../statistics/period.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Cell, Column, ReportDocument, Value } from './document.ts'
import { documentOf, type RegisterHead } from './register-document.ts'
import { column, plain, table } from './table.ts'

const YES = localized('是', 'Yes')
const cell = (value: Value): Cell => ({ value })

const ITEMS: readonly Column[] = [
  column('list', '检查表', 'Checklist', 'text'),
  column('kind', '种类', 'Kind', 'text'),
  column('name', '检查项', 'Item', 'text'),
  column('answer', '填法', 'Answer', 'text'),
  column('unit', '单位', 'Unit', 'text'),
  column('min', '下限', 'Lowest', 'text'),
  column('max', '上限', 'Highest', 'text'),
  column('critical', '要紧', 'Critical', 'text'),
  column('photo', '要拍照', 'Picture', 'text'),
]
type Listed = { name: LocalizedText; kind: ChecklistKind; items: readonly CheckItem[] }

const itemRow = (list: Pick<Listed, 'name' | 'kind'>, item: CheckItem): readonly Cell[] => [
  cell(list.name),
  cell(CHECKLIST_KIND_NAMES[list.kind]),
  cell(item.text),
  cell(ITEM_KIND_NAMES[item.kind]),
  cell(item.unit),
  cell(item.min === null ? null : String(item.min)),
  cell(item.max === null ? null : String(item.max)),
  cell(item.critical ? YES : null),
  cell(item.photo ? YES : null),
]

/** An example to fill in after, which is not read. */
const EXAMPLE: Listed = {
  name: localized('示例：配电房检查', 'Example: switch room'),
  kind: 'equipment',
  items: [
    {
      ...{ id: 'a', text: localized('房间温度', 'Room temperature'), kind: 'number' },
      ...{ unit: localized('℃', '°C'), min: null, max: 40, critical: true, photo: false },
    },
  ],
}

/** The lists that are in use, an item a row. */
export const checklistsDocument = (
  checklists: readonly Listed[],
  head: RegisterHead,
): ReportDocument =>
  documentOf('checklists', head, {
    columns: ITEMS,
    rows: (head.template ? [EXAMPLE] : checklists).flatMap((list) =>
      list.items.map((item) => itemRow(list, item)),
    ),
  })

const CHECKS: readonly Column[] = [
  column('name', '检查表', 'Checklist', 'text'),
  column('at', '时间', 'Time', 'text'),
  column('person', '签字人', 'Signed by', 'text'),
  column('place', '地点', 'Place', 'text'),
  column('failed', '不合格项', 'Failed items', 'text'),
  column('missed', '漏点', 'Points missed', 'count'),
  column('late', '晚', 'Late', 'text'),
]
const minuteOf = (at: number, zone: string): string =>
  new Date(localAsUtc(at, zone)).toISOString().slice(0, 16).replace('T', ' ')

/** `门有杂物：已清走`, several by `；`. */
function failedText({ answers, items, points }: CheckRead): Value {
  const failed = answers.filter(({ ok }) => !ok)
  if (failed.length === 0) return null
  const sentence = (language: 'zh' | 'en'): string =>
    failed
      .map(({ itemId, pointId, words }) => {
        const text = items.find(({ id }) => id === itemId)?.text[language] ?? itemId
        const point = points.find(({ id }) => id === pointId)?.name[language]
        return [text, [point, words].filter(Boolean).join(' ')].filter(Boolean).join('：')
      })
      .join('；')
  return localized(sentence('zh'), sentence('en'))
}

const FIGURES = [
  ['due', '应做', 'Due'],
  ['done', '做了', 'Done'],
  ['late', '晚了', 'Late'],
  ['missed', '漏做', 'Missed'],
  ['extra', '另做', 'Besides'],
  ['failed', '不合格项', 'Items failed'],
  ['critical', '其中要紧', 'Critical'],
  ['pointsMissed', '漏点', 'Points missed'],
] as const satisfies readonly (readonly [keyof CheckFigures, string, string])[]
const HAZARDS = [
  ['opened', '新增隐患', 'Hazards opened'],
  ['major', '其中重大', 'Major'],
  ['closed', '消除', 'Removed'],
  ['left', '未消除', 'Left'],
  ['overdue', '逾期', 'Overdue'],
] as const satisfies readonly (readonly [keyof CheckFigures['hazards'], string, string])[]

/** The figures of a period in one line, for papers and files. */
export const checkFiguresTable = (figures: CheckFigures) =>
  table(
    'check-figures',
    localized('检查和隐患', 'Checks and hazards'),
    [...FIGURES, ...HAZARDS].map(([id, zh, en]) => column(id, zh, en)),
    [
      [
        ...FIGURES.map(([id]) => plain(figures[id])),
        ...HAZARDS.map(([id]) => plain(figures.hazards[id])),
      ],
    ],
    { empty: localized('没有检查', 'There are no checks') },
  )

/** The same in a sentence of a report. */
export function checkWords(figures: CheckFigures): LocalizedText {
  const { due, done, late, missed, failed, critical, hazards } = figures
  return localized(
    `检查和巡查应做${due}次，做了${done}次（晚${late}次），漏${missed}次；不合格${failed}项，其中要紧${critical}项；隐患新增${hazards.opened}项，消除${hazards.closed}项，月末未消除${hazards.left}项。`,
    `Checks and rounds: ${due} due, ${done} done (${late} late), ${missed} missed; items that failed: ${failed}, of them critical: ${critical}; hazards opened ${hazards.opened}, removed ${hazards.closed}, left at the end ${hazards.left}.`,
  )
}

/** The checks that were signed in a period, the first one first, with its figures. */
export function checksDocument(
  { signed, figures }: { signed: readonly CheckRead[]; figures: CheckFigures | null },
  { from, to }: Period,
  head: RegisterHead,
): ReportDocument {
  const rows = [...signed]
    .reverse()
    .map((check) => [
      cell(check.name),
      cell(check.signed ? minuteOf(check.signed.doneAt, head.zone) : null),
      cell(check.signed?.person ?? null),
      cell(check.place),
      cell(failedText(check)),
      cell(check.missed),
      cell(check.late ? YES : null),
    ])
  const document = documentOf('checks', head, { columns: CHECKS, rows: head.template ? [] : rows })
  const [section] = document.sections
  return {
    ...document,
    lines: [...document.lines, localized(`${from}至${to}`, `${from} to ${to}`)],
    sections: section
      ? [
          {
            ...section,
            tables: [...section.tables, ...(figures ? [checkFiguresTable(figures)] : [])],
          },
        ]
      : [],
  }
}
