/**
 * HQ's monthly report as a document, which the page, the print and the files all show. Pure.
 * Instants are UTC ms.
 */
import type { Bar, Chart, ReportDocument, Section } from '../document/document.ts'
import { LEGAL_CATEGORIES } from '../plan/plan.ts'
import { NONE } from '../statistics/metrics.ts'
import { localized, type LocalizedText } from '../text.ts'
import { minuteText } from '../wording/instant.ts'
import { monthText } from '../wording/period.ts'
import { figureWords, type CodeNames } from './figure-words.ts'
import { figuresOf, type GroupChange, type GroupPaper } from './group-report.ts'
import {
  changesTable,
  missingTable,
  positionTable,
  registerTable,
  sitesTable,
  sumTable,
} from './report-tables.ts'

/**
 * `serial`: its number in the month, null: never issued. `issue` null: a draft. `changes`: what the
 * issue corrected, of a draft what is otherwise than the last issue. `zone`: of whoever reads it.
 */
export type ReportAbout = {
  serial: number | null
  issue: {
    number: number
    at: number
    by: string
    reason: string | null
    sha256: string
  } | null
  changes: readonly GroupChange[]
  names: CodeNames
  zone: string
}

const DRAFT_MARK = localized('草稿', 'Draft')
const LEVELS = ['1', '2', '3', '4', NONE]

const correctionOf = (number: number): LocalizedText =>
  number === 0
    ? localized('', '')
    : localized(`（更正第${number}号）`, ` (correction no. ${number})`)

function linesOf(
  document: GroupPaper,
  { serial, issue, zone }: ReportAbout,
): readonly LocalizedText[] {
  const [parts, missing] = [document.parts.length, document.missing.length]
  const sites = localized(
    `${parts}个单位合计，${missing}个未报`,
    `Sum of ${parts} sites, ${missing} not reported`,
  )
  if (!issue)
    return [
      sites,
      localized(
        `按各单位截至${minuteText(document.at, zone)}交来的记录，尚未签发`,
        `As handed up by ${minuteText(document.at, zone)}; not issued`,
      ),
    ]
  const correction = correctionOf(issue.number)
  return [
    localized(`第${serial}号${correction.zh}`, `No. ${serial}${correction.en}`),
    localized(
      `签发：${issue.by}，${minuteText(issue.at, zone)}`,
      `Issued by ${issue.by}, ${minuteText(issue.at, zone)}`,
    ),
    ...(issue.reason === null
      ? []
      : [localized(`更正原因：${issue.reason}`, `Reason for the correction: ${issue.reason}`)]),
    sites,
    localized(`校验值（SHA-256）：${issue.sha256}`, `SHA-256: ${issue.sha256}`),
  ]
}

function bars(
  document: GroupPaper,
  { names }: ReportAbout,
  group: string,
  keys: readonly string[],
): readonly Bar[] {
  const all = figuresOf(document.sum)
  return keys.map((key) => {
    const figure = `${group}.${key}`
    return { name: figureWords(figure, names), value: all.get(figure) ?? 0 }
  })
}

const charts = (document: GroupPaper, about: ReportAbout): readonly Chart[] => [
  {
    ...{ kind: 'bars', id: 'levels', title: localized('按响应级别', 'By response level') },
    bars: bars(document, about, 'byLevel', LEVELS),
  },
  {
    ...{ kind: 'bars', id: 'legal', title: localized('按类别', 'By category') },
    bars: bars(document, about, 'byLegalCategory', [...LEGAL_CATEGORIES, NONE]),
  },
]

/** What sites are called in it. */
export function siteNamesIn({
  parts,
  missing,
}: GroupPaper): (id: string) => LocalizedText | string {
  const names = new Map([...parts, ...missing].map(({ site, name }) => [site, name]))
  return (id) => names.get(id) ?? id
}

function sectionsOf(document: GroupPaper, about: ReportAbout): readonly Section[] {
  const { names, changes, issue } = about
  const section = (part: Pick<Section, 'id' | 'title'> & Partial<Section>): Section => ({
    ...{ words: [], tables: [], charts: [] },
    ...part,
  })
  return [
    ...(changes.length > 0
      ? [
          section({
            id: 'changes',
            title: issue
              ? localized('更正了什么', 'What was corrected')
              : localized('与签发的有何不同', 'What differs from what was issued'),
            tables: [changesTable(changes, names, siteNamesIn(document))],
          }),
        ]
      : []),
    section({
      id: 'sum',
      title: localized('合计', 'Sum'),
      words: [
        localized(
          '合计是各单位自己报的数之和，各计到自己记录的哪一条列在后面；未报的不计，也不当作0。',
          'The sum of what the sites state themselves, each up to the entry that is listed below; who has not reported is not counted, and not taken for nought.',
        ),
      ],
      tables: [sumTable(document, names)],
      charts: charts(document, about),
    }),
    section({
      id: 'missing',
      title: localized('未报', 'Not reported'),
      tables: [missingTable(document)],
    }),
    section({
      id: 'sites',
      title: localized('各单位', 'Site by site'),
      tables: [sitesTable(document, names)],
    }),
    section({
      id: 'positions',
      title: localized('计到哪一条', 'Counted up to'),
      tables: [positionTable(document)],
    }),
  ]
}

/** What the report is called: `全部单位突发事件月报（2026年11月）`. */
export function reportTitle(
  { name, month }: Pick<GroupPaper, 'name' | 'month'>,
  number: number,
): LocalizedText {
  const [of, correction] = [monthText(month), correctionOf(number)]
  return localized(
    `${name}突发事件月报（${of.zh}）${correction.zh}`,
    `${name}: incident report for ${of.en}${correction.en}`,
  )
}

export function groupDocument(document: GroupPaper, about: ReportAbout): ReportDocument {
  const { issue, zone } = about
  const suffix = !issue ? '-draft' : issue.number === 0 ? '' : `-correction-${issue.number}`
  return {
    kind: 'month',
    name: `${document.month}-report${suffix}`,
    title: reportTitle(document, issue?.number ?? 0),
    lines: linesOf(document, about),
    mark: issue ? null : DRAFT_MARK,
    zone,
    sections: sectionsOf(document, about),
  }
}

/** The same as a single table, every site with every figure, for a file that holds no more. */
export function groupRegister(document: GroupPaper, about: ReportAbout): ReportDocument {
  const register = registerTable(document, about.names)
  const { id, title } = register
  return {
    ...groupDocument(document, about),
    sections: [{ id, title, words: [], tables: [register], charts: [] }],
  }
}
