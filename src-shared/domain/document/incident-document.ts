/**
 * The record of one incident as a document: what it was, what happened, what was done by when. The
 * caller's words and the names of those who are not on duty are left out unless somebody asks for
 * them, and the document says which it is.
 */
import { commanderWords } from '../board/commander-words.ts'
import type { BoardIncident } from '../board/types.ts'
import type { ActionRead } from '../corrective-action/draw.ts'
import { localDate, localTime } from '../calendar.ts'
import type { AlertRecord } from '../history/alerts.ts'
import { PAST_MOMENTS } from '../incident/record/slices.ts'
import { isTerminal } from '../incident/record/state.ts'
import { LEVEL_NAMES, STATE_NAMES, UNGRADED } from '../incident/record/names.ts'
import { STATION } from '../station/names.ts'
import { PURGED } from '../sealed.ts'
import { withLanguageTags } from '../language-tags.ts'
import { aftermathTables } from './aftermath-tables.ts'
import { besideTables, toldTables } from './told-tables.ts'
import { localized, type LocalizedText } from '../text.ts'
import { actionsTable } from './actions-document.ts'
import type { IncidentIssueRead } from '../supplies/draw.ts'
import { usedSuppliesTable } from './used-supplies.ts'
import { accidentTables } from './accident-table.ts'
import { callerTables } from './caller-tables.ts'
import type { ReportDocument, Section, Table } from './document.ts'
import {
  alertTable,
  author,
  callTable,
  cells,
  column,
  evidenceTable,
  factTable,
  judgedTable,
  stepTables,
} from './incident-tables.ts'
import { purgedLine, type PurgedOnPaper } from './purged-line.ts'
import { textFor, type TextOf } from './redact.ts'

/**
 * A line of its timeline. `words` are personal; `purged`: there were some, and they have been
 * removed by rule.
 */
export type RecordEntry = {
  seq: number
  at: number
  by: string
  type: string
  says: LocalizedText
  words: string | null
  stepId: string | null
  undone?: true // it was taken back
  starred?: true // somebody has marked it
}
export type IncidentRecord = {
  incident: BoardIncident
  entries: readonly RecordEntry[]
  alerts: readonly AlertRecord[]
  /** How much of it was purged; absent where nothing was. */
  purged?: PurgedOnPaper
  actions?: readonly ActionRead[] // that come from it
  supplies?: readonly IncidentIssueRead[] // issued for it
}
/**
 * `at`: when it was read (UTC ms). `personal`: with the words and names that are left out
 * otherwise.
 */
export type DocumentOf = { at: number; zone: string; site: LocalizedText; personal: boolean }

const WORDED: ReadonlySet<string> = new Set(['IncidentReported', 'NoteAdded'])

/** The words of an entry were personal and are gone. */
export const isPurged = ({ type, words }: RecordEntry): boolean =>
  words === null && WORDED.has(type)

/** Events by which the incident came into another state. */
const MOVES: ReadonlySet<string> = new Set([
  'IncidentMoved',
  'IncidentMovedBack',
  'IncidentTransferred',
])

const both = (words: string): LocalizedText => localized(words, words)
const level = ({ level: number, levelName }: BoardIncident): LocalizedText =>
  number === null
    ? UNGRADED
    : (levelName ??
      LEVEL_NAMES[number as 1 | 2 | 3 | 4] ??
      localized(`${number}级`, `Level ${number}`))

/** Null without anybody; one name a member, with the post and what they see to. */
function headquartersWords({ headquarters = [] }: BoardIncident, text: TextOf) {
  const words = (language: 'zh' | 'en'): string =>
    headquarters
      .map(({ person, post, duty }) => [person, post?.[language], duty].filter(Boolean).join(' '))
      .join(language === 'zh' ? '、' : ', ')
  return headquarters.length === 0 ? null : text(localized(words('zh'), words('en')))
}

/**
 * Post and people as the head says it. Of what is over a post stands alone where nobody was named:
 * who is on duty there now did not command.
 */
function commanderOf({ commander, imported, command, state }: BoardIncident) {
  if (imported || (isTerminal(state) && !command.named))
    return commander ?? (imported ? null : command.role)
  return commanderWords(command)
}

const whatTable = (incident: BoardIncident, text: TextOf, personal: boolean): Table => ({
  id: 'what',
  title: localized('概况', 'Overview'),
  columns: [column('item', '项目', 'Item'), column('value', '内容', 'Value')],
  rows: (
    [
      [localized('编号', 'Number'), incident.number ?? null],
      [localized('地点', 'Place'), incident.place],
      [localized('类型', 'Type'), incident.typeName],
      [
        localized('性质', 'Real or drill'),
        incident.drill ? localized('演练', 'Drill') : localized('真实事件', 'Real incident'),
      ],
      [localized('响应级别', 'Response level'), level(incident)],
      [localized('状态', 'State'), STATE_NAMES[incident.state]],
      [localized('接报渠道', 'Channel'), incident.channel],
      ...(personal
        ? [
            [localized('报告人', 'Caller'), incident.reporter] as const,
            [
              localized('来电原话', 'Words of the caller'),
              incident.narrative ?? (incident.imported ? null : PURGED),
            ] as const,
          ]
        : []),
      [
        localized('补录', 'Imported'),
        incident.imported
          ? localized(
              `${incident.imported.fileName}第${incident.imported.row}行`,
              `${incident.imported.fileName}, row ${incident.imported.row}`,
            )
          : null,
      ],
      [localized('总指挥', 'Commander'), commanderOf(incident)],
      [localized('指挥部成员', 'Headquarters'), headquartersWords(incident, text)],
      [
        localized('结束原因', 'Reason for closing'),
        // somebody's words as they are: of purged ones a page says so in its own language
        personal ? incident.reason : incident.reason && text(both(incident.reason)),
      ],
    ] as const
  )
    .filter(([, value]) => value !== null)
    .map(([item, value]) => cells(item, value)),
  empty: localized('没有记录', 'Nothing is recorded'),
})

/** When it happened, was reported, moved on; and how long after the report. */
function timesTable(
  { occurredAt, receivedAt, plans, imported }: BoardIncident,
  entries: readonly RecordEntry[],
  text: TextOf,
): Table {
  const moves = entries
    .filter(({ type }) => MOVES.has(type))
    .map(({ says, at, undone }) => [text(undone ? takenBack(says) : says), at] as const)
  const first = plans[0]
  const moments = [
    ...(occurredAt === null ? [] : [[localized('发生', 'Occurred'), occurredAt] as const]),
    [localized('接报', 'Reported'), receivedAt] as const,
    ...(first ? [[localized('启动预案', 'First plan activated'), first.activatedAt] as const] : []),
    ...moves,
    ...PAST_MOMENTS.flatMap((name) =>
      imported?.moments[name] === undefined
        ? []
        : [[STATE_NAMES[name], imported.moments[name]] as const],
    ),
  ]
  return {
    id: 'times',
    title: localized('时间', 'Times'),
    columns: [
      column('moment', '时刻', 'Moment'),
      column('at', '时间', 'At', 'instant'),
      column('after', '接报后', 'After the report', 'duration'),
    ],
    rows: moments.map(([name, at]) => cells(name, at, at > receivedAt ? at - receivedAt : null)),
    empty: localized('没有记录', 'Nothing is recorded'),
  }
}

const plansTable = ({ plans }: BoardIncident): Table => ({
  id: 'plans',
  title: localized('预案', 'Plans'),
  columns: [
    column('plan', '预案', 'Plan'),
    column('revision', '版本', 'Revision'),
    column('at', '启动', 'Activated', 'instant'),
    column('standing', '情况', 'State'),
  ],
  rows: plans.map((plan) =>
    cells(
      plan.title,
      plan.revision.slice(0, 8),
      plan.activatedAt,
      plan.stopped
        ? localized('已停用', 'Stopped')
        : plan.declined
          ? localized('不予确认，已停用', 'Declined, ended')
          : plan.supersededBy
            ? localized('已由其他预案取代', 'Replaced by another plan')
            : plan.provisional && plan.confirmedAt === null
              ? localized('先行启动，未确认', 'Provisional, not confirmed')
              : localized('已执行', 'Carried out'),
    ),
  ),
  empty: localized('没有启动预案', 'No plan was activated'),
})

/** Anyone who has an entry in the record; the station itself is nobody. */
function peopleTable(entries: readonly RecordEntry[]): Table {
  const people = Map.groupBy(
    entries.filter(({ by }) => by !== STATION),
    ({ by }) => by,
  )
  return {
    id: 'people',
    title: localized('参与人员', 'People who acted'),
    columns: [
      column('person', '姓名', 'Name'),
      column('entries', '记录', 'Entries', 'count'),
      column('first', '最早', 'First', 'instant'),
      column('last', '最后', 'Last', 'instant'),
    ],
    rows: [...people].map(([person, acts]) =>
      cells(person, acts.length, acts[0]?.at ?? null, acts.at(-1)?.at ?? null),
    ),
    empty: localized('没有记录', 'Nothing is recorded'),
  }
}

const takenBack = ({ zh, en }: LocalizedText): LocalizedText =>
  localized(`${zh}（已撤回）`, `${en} (reversed)`)

/** A mark stands in front, on the screen and on paper alike. */
const marked = (says: LocalizedText, { starred }: RecordEntry): LocalizedText =>
  starred ? localized(`★ ${says.zh}`, `★ ${says.en}`) : says

const timelineTable = (
  entries: readonly RecordEntry[],
  text: TextOf,
  personal: boolean,
): Table => ({
  id: 'timeline',
  title: localized('处置过程', 'Timeline'),
  columns: [
    column('at', '时间', 'Time', 'instant'),
    column('says', '事项', 'What happened'),
    ...(personal ? [column('words', '原话', 'Words')] : []),
    column('by', '记录人', 'By'),
  ],
  rows: entries.map((entry) =>
    cells(
      entry.at,
      marked(text(entry.undone ? takenBack(entry.says) : entry.says), entry),
      ...(personal ? [isPurged(entry) ? PURGED : entry.words] : []),
      author(entry.by),
    ),
  ),
  empty: localized('没有记录', 'Nothing is recorded'),
})

const section = (id: string, title: LocalizedText, ...tables: readonly Table[]): Section => ({
  id,
  title,
  words: [],
  tables,
  charts: [],
})

const sectionOf = (
  id: string,
  title: LocalizedText,
  tables: readonly Table[],
): readonly Section[] => (tables.length > 0 ? [section(id, title, ...tables)] : [])

/**
 * Its file bears when it was reported and the end of its id: no place, for a place may be
 * somebody's home.
 */
function nameOf({ id, receivedAt }: BoardIncident, zone: string): string {
  const digits = (words: string): string => words.replace(/\D/g, '')
  return `incident-${digits(localDate(receivedAt, zone))}-${digits(localTime(receivedAt, zone)).slice(0, 4)}-${id.replace(/[^\w-]/g, '').slice(-8)}`
}

const NO_ACTIONS = localized('没有整改措施', 'There are no corrective actions')

/** The lines of its timeline come in the words of both languages; the rest is set so here. */
export function incidentDocument(
  { incident: drawn, entries, alerts: raised, actions = [], supplies = [], purged }: IncidentRecord,
  { at, zone, site, personal }: DocumentOf,
): ReportDocument {
  const { incident, alerts } = withLanguageTags({ incident: drawn, alerts: raised })
  const text = textFor(incident, personal)
  const inOrder = [...entries].sort((item, other) => item.seq - other.seq)
  const title = localized(
    `事件记录：${incident.place}${incident.kind.zh}`,
    `Incident record: ${incident.place}, ${incident.kind.en}`,
  )
  return {
    kind: 'incident',
    name: nameOf(incident, zone),
    title,
    ...(incident.number === undefined
      ? {}
      : {
          running: localized(`${incident.number} ${title.zh}`, `${incident.number} ${title.en}`),
        }),
    lines: [
      site,
      ...(purged ? [purgedLine(purged) ?? []].flat() : []),
      localized(
        `记录到第${inOrder.at(-1)?.seq ?? 0}条为止`,
        `The record up to entry ${inOrder.at(-1)?.seq ?? 0}`,
      ),
      personal
        ? localized(
            '含个人信息（原话、报告人、保管人、总指挥、原因、证据），请按规定保管',
            'With personal information (words, caller, keepers, commander, reasons, evidence): handle it as the rules require',
          )
        : localized(
            '不含个人信息（原话、报告人、保管人、总指挥、原因、证据）',
            'Without personal information (words, caller, keepers, commander, reasons, evidence)',
          ),
    ],
    mark: incident.drill ? localized('演练', 'EXERCISE') : null,
    zone,
    sections: [
      section(
        'overview',
        localized('概况', 'Overview'),
        whatTable(incident, text, personal),
        timesTable(incident, inOrder, text),
        plansTable(incident),
        peopleTable(inOrder),
        ...callerTables(incident, personal),
      ),
      section(
        'timeline',
        localized('处置过程', 'Timeline'),
        timelineTable(inOrder, text, personal),
      ),
      section(
        'steps',
        localized('步骤和时限', 'Steps and their limits'),
        ...stepTables(incident, { at, zone, personal }, text),
      ),
      section('facts', localized('现场情况', 'Questions and answers'), factTable(incident, text)),
      section('calls', localized('通话', 'Calls'), callTable(incident, personal)),
      section('alerts', localized('告警', 'Alerts'), alertTable(alerts, incident, text)),
      section(
        'judged',
        localized('等级、伤亡和损失', 'Severity, casualties and loss'),
        judgedTable(incident),
        ...accidentTables(incident),
      ),
      ...sectionOf(
        'told',
        localized('报送和公告', 'Reports and announcements'),
        toldTables(incident, personal),
      ),
      ...sectionOf(
        'aftermath',
        localized('善后和复盘', 'Aftermath and review'),
        aftermathTables(incident, personal),
      ),
      section(
        'evidence',
        localized('证据', 'Evidence'),
        evidenceTable(incident, text, personal),
        ...besideTables(incident, personal),
      ),
      ...sectionOf(
        'supplies',
        localized('应急物资', 'Supplies'),
        supplies.length > 0 ? [usedSuppliesTable(supplies, personal)] : [],
      ),
      ...sectionOf(
        'actions',
        localized('整改措施', 'Corrective actions'),
        actions.length > 0
          ? [actionsTable(actions, { source: false, result: true, empty: NO_ACTIONS })]
          : [],
      ),
    ],
  }
}
