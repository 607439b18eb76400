/** Upkeep of plan documents as tables: the dates of all of them, and a revision record. */
import { localized, type LocalizedText } from '../text.ts'
import type { UpkeepRead } from '../upkeep/draw.ts'
import type { UpkeepFigures } from '../upkeep/figures.ts'
import type { RevisionLine } from '../upkeep/revision-record.ts'
import type { IssueKind } from '../upkeep/upkeep.ts'
import type { ReportDocument, Table, Value } from './document.ts'
import type { RegisterHead } from './register-document.ts'
import { column, plain, table } from './table.ts'

export const ISSUE_KIND_NAMES: Readonly<Record<IssueKind, LocalizedText>> = {
  made: localized('制定', 'Made'),
  revised: localized('修订', 'Revised'),
  abolished: localized('废止', 'Withdrawn'),
}

/** The heads of the table, which can be read again (`register-import/upkeep-rows.ts`). */
export const UPKEEP_COLUMNS = [
  column('title', '预案', 'Plan document', 'text'),
  column('id', '预案标识', 'Id', 'text'),
  column('number', '编号', 'Number', 'text'),
  column('issued', '印发日期', 'Issued', 'date'),
  column('effective', '施行日期', 'Effective', 'date'),
  column('signatory', '签发人', 'Signatory', 'text'),
  column('filed', '备案日期', 'Filed', 'date'),
  column('authority', '备案机关', 'Authority', 'text'),
  column('receipt', '备案编号', 'Receipt number', 'text'),
  column('staff', '告知本单位', 'Staff told', 'date'),
  column('affected', '告知周边', 'Neighbours told', 'date'),
  column('how', '告知方式', 'How it was told', 'text'),
  column('evaluated', '评估日期', 'Evaluated', 'date'),
  column('evaluator', '评估人', 'Evaluated by', 'text'),
] as const

const lastOf = <T extends { withdrawn: string | null }>(entries: readonly T[]): T | undefined =>
  entries.findLast(({ withdrawn }) => withdrawn === null)

function rowOf(upkeep: UpkeepRead): readonly Value[] {
  const issue = lastOf(upkeep.issues)
  const filing = lastOf(upkeep.filings)
  const evaluation = lastOf(upkeep.evaluations)
  const [staff, affected] = (['staff', 'affected'] as const).map((audience) =>
    lastOf(upkeep.known.filter(({ to }) => to === audience)),
  )
  return [
    ...[upkeep.title, upkeep.key, issue?.number ?? upkeep.number],
    ...[issue?.day ?? null, issue?.effective ?? null, issue?.signatory ?? null],
    ...[filing?.day ?? null, filing?.authority ?? null, filing?.receipt?.number ?? null],
    ...[staff?.day ?? null, affected?.day ?? null, staff?.how ?? null],
    ...[evaluation?.day ?? null, evaluation?.person ?? null],
  ]
}

/** The dates of all documents, as a table that can be read again. */
export function upkeepDocument(
  subjects: readonly UpkeepRead[],
  { site, zone, day, template }: RegisterHead,
): ReportDocument {
  const title = localized('预案印发、备案和评估日期', 'Dates of issue, filing and evaluation')
  const rows = subjects.map((upkeep) =>
    template
      ? [upkeep.title, upkeep.key, ...UPKEEP_COLUMNS.slice(2).map(() => null)]
      : rowOf(upkeep),
  )
  return {
    ...{ kind: 'register', name: `upkeep-${template ? 'template' : day}`, title },
    ...{ lines: [site], mark: null, zone },
    sections: [
      {
        ...{ id: 'upkeep', title, words: [], charts: [] },
        tables: [
          table(
            'upkeep',
            title,
            UPKEEP_COLUMNS,
            rows.map((values) => values.map(plain)),
            { empty: localized('没有预案', 'There are no plan documents') },
          ),
        ],
      },
    ],
  }
}

const lineOf = (line: RevisionLine): readonly Value[] => [
  line.number,
  ISSUE_KIND_NAMES[line.kind],
  line.of?.title ?? localized('整本', 'The document'),
  line.day,
  line.effective,
  line.by,
  line.approvedBy,
  line.withdrawn
    ? localized(`（作废：${line.withdrawn.zh}）`, `(withdrawn: ${line.withdrawn.en})`)
    : line.why,
]

/** 制修废记录, the last line first. */
export const revisionTable = (record: readonly RevisionLine[]): Table =>
  table(
    'revisions',
    localized('制修废记录', 'Revision record'),
    [
      column('number', '编号', 'Number', 'text'),
      column('kind', '制修废', 'Kind', 'text'),
      column('of', '预案', 'Plan', 'text'),
      column('day', '日期', 'Day', 'date'),
      column('effective', '施行日期', 'Effective', 'date'),
      column('by', '经办人', 'Drawn up by', 'text'),
      column('approvedBy', '批准人', 'Approved by', 'text'),
      column('why', '内容和原因', 'What and why', 'text'),
    ],
    record.map((line) => lineOf(line).map(plain)),
    { empty: localized('还没有制修废记录', 'There is no entry yet') },
  )

const FIGURES = [
  ['issued', '印发', 'Issued'],
  ['approvals', '批准修订', 'Revisions approved'],
  ['filed', '备案', 'Filed'],
  ['filedLate', '逾期备案', 'Filed late'],
  ['known', '告知', 'Made known'],
  ['knownLate', '逾期告知', 'Made known late'],
  ['evaluated', '评估', 'Evaluated'],
  ['toRevise', '评估要修订', 'To be revised'],
  ['triggers', '修订情形', 'Reasons to revise'],
  ['settled', '了结', 'Settled'],
] as const satisfies readonly (readonly [keyof UpkeepFigures, string, string])[]

/** The figures of a period in one line. */
export const upkeepFiguresTable = (figures: UpkeepFigures): Table =>
  table(
    'upkeep-figures',
    localized('预案维护情况', 'Plan upkeep in figures'),
    FIGURES.map(([id, zh, en]) => column(id, zh, en)),
    [FIGURES.map(([id]) => plain(figures[id]))],
    { empty: localized('没有记录', 'Nothing is recorded') },
  )

/** The same in a sentence of the monthly report. */
export function upkeepWords(figures: UpkeepFigures): LocalizedText {
  const { issued, filed, filedLate, known, evaluated, toRevise, triggers, settled } = figures
  return localized(
    `预案印发${issued}次，备案${filed}次（逾期${filedLate}次），告知${known}次，评估${evaluated}次（要修订${toRevise}次）；登记修订情形${triggers}项，了结${settled}项。`,
    `Plan documents issued: ${issued}, filed: ${filed} (late: ${filedLate}), made known: ${known}, evaluated: ${evaluated} (to be revised: ${toRevise}); reasons to revise recorded: ${triggers}, settled: ${settled}.`,
  )
}
