/**
 * Corrective actions as a table, and the list of all of them as a document: overdue ones in front.
 */
import type { ActionState } from '../corrective-action/action.ts'
import type { HazardGrade } from '../corrective-action/hazard.ts'
import type { ActionRead } from '../corrective-action/draw.ts'
import type { ActionFigures } from '../statistics/actions.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Column, ReportDocument, Table, Value } from './document.ts'
import { column, plain, table } from './table.ts'

const STATES: Readonly<Record<ActionState, LocalizedText>> = {
  open: localized('未完成', 'Open'),
  done: localized('待复查', 'To be checked'),
  closed: localized('复查合格', 'Checked'),
  withdrawn: localized('已撤销', 'Withdrawn'),
}

/** As a paper says it: what is overdue, or was done late, before all else. */
export const actionStanding = ({ state, overdue, late }: ActionRead): LocalizedText => {
  if (overdue) return localized('逾期未完成', 'Overdue')
  const name = STATES[state]
  return late ? localized(`${name.zh}（逾期完成）`, `${name.en} (done late)`) : name
}

export const HAZARD_NAMES: Readonly<Record<HazardGrade, LocalizedText>> = {
  general: localized('一般隐患', 'Ordinary hazard'),
  major: localized('重大隐患', 'Major hazard'),
}

const sourceName = ({ source }: ActionRead): Value => {
  if (source.kind === 'other') return source.words
  if (source.kind === 'hazard') {
    const { zh, en } = HAZARD_NAMES[source.grade]
    return localized(
      [zh, source.place].filter(Boolean).join('，'),
      [en, source.place].filter(Boolean).join(', '),
    )
  }
  if (source.kind === 'plan')
    return localized(`预案《${source.title.zh}》`, `Plan "${source.title.en}"`)
  if (source.kind === 'drill')
    return localized(
      `演练${source.number ?? ''}《${source.title.zh}》`,
      `Drill ${source.number ?? ''} "${source.title.en}"`,
    )
  const name = source.number ?? source.place
  return source.drill
    ? localized(`演练${name}`, `Drill ${name}`)
    : localized(`事件${name}`, `Incident ${name}`)
}

const COLUMNS: readonly Column[] = [
  column('number', '编号', 'Number', 'text'),
  column('why', '问题', 'Problem', 'text'),
  column('what', '措施', 'Measure', 'text'),
  column('owner', '责任人', 'Owner', 'text'),
  column('due', '期限', 'Due', 'date'),
  column('state', '状态', 'State', 'text'),
]
const SOURCE = column('source', '来源', 'Comes from', 'text')
const FIGURES = [
  ['carried', '期初结转', 'Carried over'],
  ['opened', '开出', 'Opened'],
  ['reopened', '重新打开', 'Opened again'],
  ['closed', '复查合格', 'Closed'],
  ['late', '逾期完成', 'Done late'],
  ['withdrawn', '撤销', 'Withdrawn'],
  ['left', '未完成', 'Left'],
  ['waiting', '待复查', 'To be checked'],
  ['overdue', '逾期', 'Overdue'],
] as const satisfies readonly (readonly [keyof ActionFigures, string, string])[]
const RESULT: readonly Column[] = [
  column('done', '完成情况', 'What was done', 'text'),
  column('check', '复查', 'Check', 'text'),
]

const doneText = ({ done }: ActionRead): Value =>
  done && [done.person, done.words, done.evidence].filter(Boolean).join('，')
const checkText = ({ check }: ActionRead): Value =>
  check && [check.person, check.words].filter(Boolean).join('，')

/**
 * `source`: with where each comes from, which opens its incident; `result`: with what was done and
 * how it was checked.
 */
export const actionsTable = (
  actions: readonly ActionRead[],
  {
    source = true,
    result = false,
    empty,
  }: {
    source?: boolean
    result?: boolean
    empty: LocalizedText
  },
): Table => ({
  id: 'actions',
  title: localized('整改措施', 'Corrective actions'),
  columns: [...COLUMNS, ...(source ? [SOURCE] : []), ...(result ? RESULT : [])],
  rows: actions.map((action) => [
    { value: action.number },
    { value: action.why },
    { value: action.what },
    { value: action.owner.postId === null ? action.owner.name.zh : action.owner.name },
    { value: action.due },
    { value: actionStanding(action) },
    ...(source
      ? [
          {
            value: sourceName(action),
            ...(action.source.kind === 'incident' ? { incidentId: action.source.incidentId } : {}),
          },
        ]
      : []),
    ...(result ? [{ value: doneText(action) }, { value: checkText(action) }] : []),
  ]),
  empty,
})

/** The figures of a period in one line. */
export const actionFiguresTable = (figures: ActionFigures): Table =>
  table(
    'action-figures',
    localized('整改情况', 'Corrective actions in figures'),
    FIGURES.map(([id, zh, en]) => column(id, zh, en)),
    [FIGURES.map(([id]) => plain(figures[id]))],
    { empty: localized('没有整改措施', 'There are no corrective actions') },
  )

/** `today`: the local day on which it is drawn. */
export type ActionsHead = { site: LocalizedText; zone: string; today: string }

/** The list as it is printed and exported. */
export function actionsDocument(
  actions: readonly ActionRead[],
  { site, zone, today }: ActionsHead,
): ReportDocument {
  const open = actions.filter(({ state }) => state === 'open' || state === 'done')
  const overdue = open.filter((action) => action.overdue).length
  const title = localized('整改措施', 'Corrective actions')
  return {
    kind: 'register',
    name: `actions-${today}`,
    title,
    lines: [
      site,
      localized(
        `${today}：${open.length}项未完成，${overdue}项逾期`,
        `${today}: ${open.length} open, ${overdue} overdue`,
      ),
    ],
    mark: null,
    zone,
    sections: [
      {
        id: 'actions',
        title,
        words: [],
        tables: [
          actionsTable(actions, {
            result: true,
            empty: localized('没有整改措施', 'There are no corrective actions'),
          }),
        ],
        charts: [],
      },
    ],
  }
}
