/**
 * What a filing package holds (88号令 art. 27, 国办发〔2024〕5号 art. 26): the list of what the authority
 * wants, the text of the document, its explanation (编制说明), and its revision record.
 */
import { localized, type LocalizedText } from '../text.ts'
import { ASPECT_NAMES, ASPECTS } from '../upkeep/refiling.ts'
import type { PlanChange } from '../upkeep/refiled.ts'
import type { UpkeepRead } from '../upkeep/draw.ts'
import { STATEMENT_PARTS, type StatementPart } from '../upkeep/upkeep.ts'
import type { ReportDocument, Section, Table } from './document.ts'
import { revisionTable } from './upkeep-tables.ts'
import { column, plain, table } from './table.ts'

export const STATEMENT_NAMES: Readonly<Record<StatementPart, LocalizedText>> = {
  process: localized('编制背景和过程', 'Background and how it was made'),
  opinions: localized('征求意见和采纳情况', 'Opinions asked for and taken'),
  risks: localized('风险评估结果', 'Result of the risk assessment'),
  resources: localized('应急资源调查', 'Survey of resources'),
  review: localized('评审、论证和推演情况', 'Review and trial'),
}

/** A part of the package: under its name in ASCII, as HTML and as TXT. */
export type FilingPart = { name: string; document: ReportDocument }

/** `book`: the sections of the text. `site`, `zone` as everywhere. */
export type FilingOf = {
  upkeep: UpkeepRead
  book: readonly Section[]
  site: LocalizedText
  zone: string
}

const NOT_WRITTEN = localized('（待填写）', '(to be written)')

const documentOf = (
  name: string,
  title: LocalizedText,
  { upkeep, site, zone }: FilingOf,
  sections: readonly Section[],
): ReportDocument => {
  const issue = upkeep.issues.findLast(({ withdrawn }) => withdrawn === null)
  return {
    ...{ kind: 'filing', name, title, zone, mark: null, sections },
    lines: [
      site,
      issue
        ? localized(
            `编号${issue.number}，${issue.day}印发，${issue.effective}起施行，签发人：${issue.signatory}`,
            `Number ${issue.number}, issued ${issue.day}, effective ${issue.effective}, signed by ${issue.signatory}`,
          )
        : localized('还没有登记印发', 'Its issue is not recorded yet'),
    ],
  }
}

const words = (id: string, title: LocalizedText, says: Section['words']): Section => ({
  ...{ id, title, words: says, tables: [], charts: [] },
})

/** What changed against the text that was filed, part by part as the law names them. */
function changesTable(changes: readonly PlanChange[]): Table {
  const rows = changes.flatMap(({ title, kind, need }) =>
    kind === 'changed'
      ? [
          ...need.reasons.map(({ aspect, change }) => ({ aspect, change })),
          ...need.others.map((change) => ({ aspect: null, change })),
        ].map(({ aspect, change }) => [
          title,
          aspect ? ASPECT_NAMES[aspect] : localized('其他', 'other'),
          change.what,
          change.before,
          change.after,
        ])
      : [
          [
            title,
            ASPECT_NAMES.procedure,
            kind === 'added'
              ? localized('新增预案', 'Plan added')
              : localized('废止预案', 'Plan withdrawn'),
            null,
            null,
          ],
        ],
  )
  return table(
    'changes',
    localized('与上次备案文本相比', 'Against the text that was filed last'),
    [
      column('plan', '预案', 'Plan', 'text'),
      column('aspect', '涉及', 'Concerns', 'text'),
      column('what', '改动', 'Change', 'text'),
      column('before', '改前', 'Before', 'text'),
      column('after', '改后', 'After', 'text'),
    ],
    rows.map((row) => row.map(plain)),
    { empty: localized('没有改动', 'Nothing has changed') },
  )
}

function statement(of: FilingOf): ReportDocument {
  const { upkeep } = of
  const { refiling } = upkeep
  const changed = refiling
    ? [
        {
          ...words('changes', localized('修订的主要内容', 'Main changes'), [
            localized(`上次备案：${refiling.since}`, `Filed last: ${refiling.since}`),
          ]),
          tables: [changesTable(refiling.changes)],
        },
      ]
    : []
  return documentOf(
    'statement',
    localized(`《${upkeep.title.zh}》编制说明`, `Explanation of "${upkeep.title.en}"`),
    of,
    [
      words('contents', localized('主要内容', 'Contents'), [
        localized(
          `含${upkeep.plans.length}份预案：${upkeep.plans.map(({ title }) => title.zh).join('、')}`,
          `${upkeep.plans.length} plans: ${upkeep.plans.map(({ title }) => title.en).join('; ')}`,
        ),
      ]),
      ...STATEMENT_PARTS.map((part) =>
        words(part, STATEMENT_NAMES[part], [upkeep.statement[part] ?? NOT_WRITTEN]),
      ),
      ...changed,
    ],
  )
}

const YES = localized('在包内', 'in the package')
const LACKING = localized('待补', 'lacking')

type ChecklistRow = readonly [LocalizedText, LocalizedText, string, LocalizedText]
/** The receipt of the last filing, where one has come: whoever files again is asked for it. */
function receiptRow({ filings }: FilingOf['upkeep']): readonly ChecklistRow[] {
  const last = filings.findLast(({ withdrawn, receipt }) => withdrawn === null && receipt !== null)
  if (!last?.receipt) return []
  const { number, day } = last.receipt
  const scan =
    last.files.length > 0
      ? localized('扫描件在包内', 'its scan is in the package')
      : localized('没有存扫描件', 'no scan of it')
  return [
    [
      localized('上次备案的回执', 'Receipt of the last filing'),
      localized(`${number}，${day}`, `${number}, ${day}`),
      last.files.length > 0 ? 'annexes' : '—',
      scan,
    ],
  ]
}

/** What 88号令 art. 27 and 国办发〔2024〕5号 art. 26 want, and where it stands. */
export function filingChecklist({ upkeep }: Pick<FilingOf, 'upkeep'>): Table {
  const has = (part: StatementPart): LocalizedText => (upkeep.statement[part] ? YES : LACKING)
  const isIssued = upkeep.issues.some(({ withdrawn }) => withdrawn === null)
  const isExplained = STATEMENT_PARTS.every((part) => upkeep.statement[part])
  const rows: readonly ChecklistRow[] = [
    [
      localized('应急预案备案申报表', 'Application form'),
      localized('88号令第27条（一）', '88号令 art. 27 (1)'),
      '00-checklist',
      localized('表内各栏见下，盖章后报送', 'its fields stand below; to be sealed'),
    ],
    [
      localized('正式印发的预案文本（含电子文档）', 'The issued text, also as a file'),
      localized(
        '88号令第27条（三）；国办发〔2024〕5号第26条',
        '88号令 art. 27 (3); 国办发〔2024〕5号 art. 26',
      ),
      '01-plan',
      isIssued ? YES : localized('还没有登记印发', 'not issued yet'),
    ],
    [
      localized('编制说明', 'Explanation'),
      localized('国办发〔2024〕5号第26条', '国办发〔2024〕5号 art. 26'),
      '02-statement',
      isExplained ? YES : LACKING,
    ],
    [
      localized('制修废记录', 'Revision record'),
      localized('88号令第36条（修订并归档）', '88号令 art. 36'),
      '03-revisions',
      YES,
    ],
    [
      localized('风险评估结果', 'Result of the risk assessment'),
      localized('88号令第27条（四）', '88号令 art. 27 (4)'),
      '02-statement',
      has('risks'),
    ],
    [
      localized('应急资源调查清单', 'List of resources'),
      localized('88号令第27条（四）', '88号令 art. 27 (4)'),
      '02-statement',
      has('resources'),
    ],
    [
      localized('评审意见（第21条所列单位）', 'Opinion of the review (units of art. 21)'),
      localized('88号令第27条（二）', '88号令 art. 27 (2)'),
      '02-statement',
      has('review'),
    ],
    ...receiptRow(upkeep),
  ]
  return table(
    'checklist',
    localized('备案材料', 'What the authority wants'),
    [
      column('what', '材料', 'Item', 'text'),
      column('source', '依据', 'Source', 'text'),
      column('where', '在哪里', 'Where', 'text'),
      column('state', '情况', 'State', 'text'),
    ],
    rows.map((row) => row.map(plain)),
    { empty: localized('没有', 'None') },
  )
}

function application(of: FilingOf): Table {
  const { upkeep, site } = of
  const issue = upkeep.issues.findLast(({ withdrawn }) => withdrawn === null)
  const aspects = ASPECTS.filter((aspect) =>
    upkeep.refiling?.changes.some(({ need }) =>
      need.reasons.some((reason) => reason.aspect === aspect),
    ),
  )
  const kind = upkeep.refiling
    ? localized(
        `修订后重新备案（涉及${aspects.map((aspect) => ASPECT_NAMES[aspect].zh).join('、') || '其他内容'}）`,
        `Filed again after a revision (${aspects.map((aspect) => ASPECT_NAMES[aspect].en).join(', ') || 'other contents'})`,
      )
    : localized('首次备案', 'Filed for the first time')
  const rows = [
    [localized('单位名称', 'Unit'), site],
    [localized('预案名称', 'Document'), upkeep.title],
    [localized('预案编号', 'Number'), issue?.number ?? upkeep.number],
    [localized('公布日期', 'Day of publication'), issue?.day ?? null],
    [localized('施行日期', 'Effective from'), issue?.effective ?? null],
    [localized('签发人（主要负责人）', 'Signed by'), issue?.signatory ?? null],
    [localized('备案机关', 'Authority'), upkeep.arrangement.authority],
    [localized('备案种类', 'Kind of filing'), kind],
    [localized('单位盖章', 'Seal'), null],
  ] as const
  return table(
    'application',
    localized('备案申报表的各栏', 'Fields of the application form'),
    [column('field', '栏目', 'Field', 'text'), column('value', '内容', 'Contents', 'text')],
    rows.map((row) => row.map(plain)),
    { empty: localized('没有', 'None') },
  )
}

/** What opens the package: the list, and the fields of the application form. */
export const filingCover = (of: FilingOf): ReportDocument => {
  const { upkeep } = of
  const title = localized(`《${upkeep.title.zh}》备案材料`, `Filing of "${upkeep.title.en}"`)
  const day = upkeep.issues.findLast(({ withdrawn }) => withdrawn === null)?.day
  const name = `filing-${upkeep.key.replaceAll('.', '-')}${day ? `-${day}` : ''}`
  return documentOf(name, title, of, [
    {
      ...words('checklist', localized('材料清单', 'Checklist'), []),
      tables: [filingChecklist(of)],
    },
    {
      ...words('application', localized('备案申报表', 'Application form'), [
        localized(
          '各地的申报表样式不同，按当地应急管理部门的样式填写；下面是记录里已有的各栏。',
          'Forms differ from place to place: take the one of the authority. These are the fields that the record has.',
        ),
      ]),
      tables: [application(of)],
    },
  ])
}

/** The parts in their order, the cover first. */
export const filingParts = (of: FilingOf): readonly FilingPart[] => [
  { name: '00-checklist', document: filingCover(of) },
  { name: '01-plan', document: documentOf('plan', of.upkeep.title, of, of.book) },
  { name: '02-statement', document: statement(of) },
  {
    name: '03-revisions',
    document: documentOf(
      'revisions',
      localized(
        `《${of.upkeep.title.zh}》制修废记录`,
        `Revision record of "${of.upkeep.title.en}"`,
      ),
      of,
      [
        {
          ...words('revisions', localized('制修废记录', 'Revision record'), []),
          tables: [revisionTable(of.upkeep.record)],
        },
      ],
    ),
  },
]
