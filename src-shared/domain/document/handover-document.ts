/**
 * A shift handover as a document: what was shown, word for word, and who signed it when. The page
 * on the screen, the print and the file are drawn from the same sections.
 */
import { localDate, localTime } from '../calendar.ts'
import { isSame } from '../canonical.ts'
import type { HandoverPage, PageAftermath } from '../handover-sheet/page.ts'
import { localized, type LocalizedText } from '../text.ts'
import { instantText, minuteText } from '../wording/instant.ts'
import type { ReportDocument, Section, Table } from './document.ts'
import {
  acknowledgedTable,
  dutyTables,
  faultsTable,
  incidentsTable,
  keepingTable,
  missingTable,
  notesTable,
  readinessTable,
  shelvedTable,
  warningsTable,
} from './handover-tables.ts'
import { author, cells, column } from './incident-tables.ts'
import { purgedLine } from './purged-line.ts'
import { countsText } from './readiness-document.ts'

/** Who signed, when (UTC ms), and whom the record shows at that desk. */
export type DocumentSignature = { person: string; at: number; by: string }
/**
 * `gives`, `takes`: null while nobody has signed so, `page` what was shown to them; null: it is in
 * another record. `purged`: how many of the values that were shown are gone since; absent: none.
 */
export type SignedHandover = {
  id: string
  gives: (DocumentSignature & { page: HandoverPage | null }) | null
  takes: (DocumentSignature & { page: HandoverPage | null }) | null
  purged?: number
}
/** `personal`: with the words and names that are left out otherwise. */
export type HandoverDocumentOf = { zone: string; site: LocalizedText; personal: boolean }

const section = (
  id: string,
  title: LocalizedText,
  tables: readonly Table[],
  words: readonly LocalizedText[] = [],
): Section => ({ id, title, words, tables, charts: [] })

const heardWords = ({ heard }: HandoverPage, zone: string): LocalizedText =>
  heard
    ? localized(
        `告警音：${heard.by}在${minuteText(heard.at, zone)}听到了`,
        `Alarm tone: ${heard.by} heard it at ${minuteText(heard.at, zone)}`,
      )
    : localized('告警音：这一班还没有人试听', 'Alarm tone: nobody of this shift has tried it')

const actionWords = ({ open, overdue }: { open: number; overdue: number }): LocalizedText =>
  localized(
    `整改${open}项未完成${overdue > 0 ? ` · ${overdue}项逾期` : ''}`,
    `Corrective actions: ${open} open${overdue > 0 ? ` · ${overdue} overdue` : ''}`,
  )

const aftermathWords = ({ open, reviews, evaluations = 0 }: PageAftermath): LocalizedText =>
  localized(
    [
      ...(open > 0 ? [`善后事项${open}项未办`] : []),
      ...(reviews > 0 ? [`已结案、还没复盘${reviews}起`] : []),
      ...(evaluations > 0 ? [`预案评估${evaluations}项到期`] : []),
    ].join(' · '),
    [
      ...(open > 0 ? [`Aftercare: ${open} open`] : []),
      ...(reviews > 0 ? [`Closed and not reviewed: ${reviews}`] : []),
      ...(evaluations > 0 ? [`Evaluations of plans due: ${evaluations}`] : []),
    ].join(' · '),
  )

const restOfIncidents = ({ left, closed }: HandoverPage): readonly LocalizedText[] => [
  ...(left > 0
    ? [
        localized(
          `原记录里还有${left}起事件没有接管`,
          `${left} of the damaged record not taken over`,
        ),
      ]
    : []),
  ...(closed > 0
    ? [localized(`已结案、待归档${closed}起`, `${closed} closed and waiting to be archived`)]
    : []),
]

/** What a page shows, in the order in which a new shift needs it. */
export function handoverSections(page: HandoverPage, zone: string): readonly Section[] {
  const time = (at: number): string => minuteText(at, zone)
  return [
    section(
      'running',
      localized('进行中的事件', 'Incidents that run'),
      [incidentsTable(page), ...(page.warnings ? [warningsTable(page)] : [])],
      restOfIncidents(page),
    ),
    section('notes', localized('遗留问题', 'Troubles'), [notesTable(page)]),
    section('alerts', localized('告警', 'Alerts'), [shelvedTable(page), acknowledgedTable(page)]),
    section(
      'station',
      localized('值守系统', 'The station'),
      [faultsTable(page), missingTable(page)],
      [heardWords(page, zone)],
    ),
    section('keeping', localized('保存期快到的证据', 'Evidence whose keeping ends'), [
      keepingTable(page),
    ]),
    ...(page.readiness
      ? [
          section(
            'readiness',
            localized('应急准备', 'Readiness'),
            [readinessTable(page.readiness)],
            [countsText(page.readiness)],
          ),
        ]
      : []),
    ...(page.actions
      ? [section('actions', localized('整改', 'Actions'), [], [actionWords(page.actions)])]
      : []),
    ...(page.aftermath
      ? [section('aftermath', localized('善后', 'Aftermath'), [], [aftermathWords(page.aftermath)])]
      : []),
    section('duty', localized('值班', 'On duty'), dutyTables(page, time)),
  ]
}

const OVER = localized('接班时：', 'When taken over: ')

/** What of the page stood otherwise when it was taken over. */
function changedSections(
  before: HandoverPage,
  after: HandoverPage,
  zone: string,
): readonly Section[] {
  const first = new Map(handoverSections(before, zone).map((part) => [part.id, part]))
  return handoverSections(after, zone)
    .filter((part) => !isSame(part, first.get(part.id)))
    .map((part) => ({
      ...part,
      id: `taken-${part.id}`,
      title: localized(`${OVER.zh}${part.title.zh}`, `${OVER.en}${part.title.en}`),
      tables: part.tables.map((table) => ({ ...table, id: `taken-${table.id}` })),
    }))
}

const signature = (
  name: LocalizedText,
  signed: DocumentSignature | null,
): readonly (LocalizedText | string | number | null)[] => [
  name,
  signed?.person ?? localized('未签', 'Not signed'),
  signed?.at ?? null,
  author(signed?.by ?? null),
]

const signedTable = ({ gives, takes }: SignedHandover): Table => ({
  id: 'signed',
  title: localized('签字', 'Signed'),
  columns: [
    column('item', '身份', 'Role'),
    column('value', '姓名', 'Name'),
    column('at', '时间', 'At', 'instant'),
    column('by', '控制台', 'At the desk of'),
  ],
  rows: [
    cells(...signature(localized('交班人', 'Hands over'), gives)),
    cells(...signature(localized('接班人', 'Takes over'), takes)),
  ],
  empty: localized('没有记录', 'Nothing is recorded'),
})

/** Two signatures stand in the order of the record, whatever the clock said. */
const clockWords = ({ gives, takes }: SignedHandover): readonly LocalizedText[] =>
  gives && takes && takes.at < gives.at
    ? [
        localized(
          '接班签字的时刻早于交班签字：其间系统时钟调过',
          'The second signature bears an earlier time than the first: the clock was changed in between',
        ),
      ]
    : []

/** Its file bears when it was signed and the end of its id. */
function nameOf({ id }: SignedHandover, at: number, zone: string): string {
  const digits = (words: string): string => words.replace(/\D/g, '')
  return `handover-${digits(localDate(at, zone))}-${digits(localTime(at, zone)).slice(0, 4)}-${id.replace(/[^\w-]/g, '').slice(-8)}`
}

/**
 * `signed`: null of a page that nobody has signed; `page`: what it shows then. With two signatures
 * the first page stands whole, and after it what had changed until the second.
 */
export function handoverDocument(
  signed: SignedHandover,
  live: HandoverPage | null,
  { zone, site, personal }: HandoverDocumentOf,
): ReportDocument {
  const { gives, takes } = signed
  const page = gives?.page ?? takes?.page ?? live
  const at = gives?.at ?? takes?.at ?? live?.at ?? 0
  const after = gives?.page && takes?.page ? takes.page : null
  return {
    kind: 'handover',
    name: nameOf(signed, at, zone),
    title: localized(`交接班 ${minuteText(at, zone)}`, `Shift handover ${minuteText(at, zone)}`),
    lines: [
      site,
      ...(page
        ? [
            localized(
              `${instantText(page.at, zone)}的情况，记录到第${page.position}条为止`,
              `As of ${instantText(page.at, zone)}, the record up to entry ${page.position}`,
            ),
          ]
        : []),
      personal
        ? localized(
            '含个人信息，请按规定保管',
            'With personal information: handle it as the rules require',
          )
        : localized(
            '不含个人信息（姓名、原因、遗留问题）',
            'Without personal information (names, reasons, troubles)',
          ),
      ...[purgedLine({ values: signed.purged ?? 0, files: 0 }) ?? []].flat(),
    ],
    mark: null,
    zone,
    sections: [
      section('signed', localized('签字', 'Signed'), [signedTable(signed)], clockWords(signed)),
      ...(page ? handoverSections(page, zone) : []),
      ...(page && after ? changedSections(page, after, zone) : []),
    ],
  }
}
