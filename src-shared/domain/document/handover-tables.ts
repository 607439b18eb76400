/** The tables of a shift handover: they repeat what it shows and count nothing. */
import { LEVEL_NAMES, STATE_NAMES } from '../incident/record/names.ts'
import { WARNING_NAMES } from '../incident/record/scales.ts'
import type {
  HandoverPage,
  MissingPart,
  PageIncident,
  PagePost,
  PageReadiness,
} from '../handover-sheet/page.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Table } from './document.ts'
import { author, cells, column } from './incident-tables.ts'

const both = (words: string): LocalizedText => localized(words, words)

/** Several texts as one, with what stands between them in each language. */
const joined = (parts: readonly LocalizedText[], zh: string, en: string): LocalizedText | null =>
  parts.length === 0
    ? null
    : localized(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en))
/** How many names stand in a cell. */
const MOST_NAMES = 6

/** The first names, and how many there are if some are left out. */
function listed(parts: readonly LocalizedText[]): LocalizedText | null {
  const first = joined(parts.slice(0, MOST_NAMES), '、', ', ')
  return first && parts.length > MOST_NAMES
    ? localized(`${first.zh}等${parts.length}个`, `${first.en} and others, ${parts.length} in all`)
    : first
}

const levelOf = ({ level, levelName }: PageIncident): readonly LocalizedText[] => {
  const name = levelName ?? (level === null ? null : LEVEL_NAMES[level as 1 | 2 | 3 | 4])
  return name ? [name] : []
}

/** Where it stands, with its level or the colour of its warning. */
const stateWords = (incident: PageIncident): LocalizedText | null =>
  joined(
    [
      STATE_NAMES[incident.state],
      ...levelOf(incident),
      ...(incident.warning ? [WARNING_NAMES[incident.warning]] : []),
    ],
    ' ',
    ', ',
  )

/** A place with the number of its incident in front, where it has one. */
const numberedPlace = (place: string, number: string | undefined): string =>
  number === undefined ? place : `${number} ${place}`

const what = ({ number, place, kind, drill }: PageIncident): LocalizedText =>
  localized(
    `${drill ? '【演练】' : ''}${numberedPlace(place, number)} ${kind.zh}`,
    `${drill ? '[EXERCISE] ' : ''}${numberedPlace(place, number)}, ${kind.en}`,
  )

const openSteps = ({ open, lifeSafety }: PageIncident): LocalizedText =>
  lifeSafety > 0
    ? localized(`${open}项，其中保命${lifeSafety}项`, `${open}, ${lifeSafety} of life safety`)
    : both(String(open))

const whoNext = ({ next }: PageIncident): LocalizedText | null => {
  if (!next) return null
  const people = next.people.join('、')
  return people === ''
    ? next.role
    : localized(`${next.role.zh} ${people}`, `${next.role.en}: ${next.people.join(', ')}`)
}

const nextStep = ({ next }: PageIncident): LocalizedText | null =>
  next &&
  (next.note
    ? localized(`${next.title.zh}（${next.note.zh}）`, `${next.title.en} (${next.note.en})`)
    : next.title)

/** What rests on nobody's word yet. */
const unsure = ({ provisional, assumed }: PageIncident): LocalizedText | null =>
  joined(
    [
      ...provisional.map(({ zh, en }) =>
        localized(`${zh}先行启动，未确认`, `${en}: provisional, not confirmed`),
      ),
      ...assumed.map(({ zh, en }) =>
        localized(`${zh}（没人答，先按推定）`, `${en} (not answered, assumed)`),
      ),
    ],
    '；',
    '; ',
  )

export const incidentsTable = ({ incidents }: HandoverPage): Table => ({
  id: 'running',
  title: localized('进行中的事件', 'Incidents that run'),
  columns: [
    column('what', '事件', 'Incident'),
    column('standing', '情况', 'State'),
    column('commander', '总指挥', 'Commander'),
    column('open', '未办步骤', 'Open steps'),
    column('next', '下一项', 'Next'),
    column('at', '到期', 'Due', 'instant'),
    column('post', '谁办', 'Who'),
    column('unsure', '待核实', 'Not confirmed'),
  ],
  rows: incidents.map((incident) =>
    cells(
      what(incident),
      stateWords(incident),
      incident.command ?? incident.commander,
      openSteps(incident),
      nextStep(incident),
      incident.next?.at ?? null,
      whoNext(incident),
      unsure(incident),
    ),
  ),
  empty: localized('没有进行中的事件', 'No incident runs'),
})

export const warningsTable = ({ warnings = [] }: HandoverPage): Table => ({
  id: 'warnings',
  title: localized('生效的预警', 'Warnings in force'),
  columns: [
    column('what', '预警', 'Warning'),
    column('area', '影响范围', 'Area'),
    column('from', '起始', 'From', 'instant'),
    column('until', '结束', 'Until', 'instant'),
    column('told', '已通知（人次）', 'Told', 'count'),
  ],
  rows: warnings.map(({ kind, warning, area, startsAt, until, told }) =>
    cells(
      localized(
        `${kind} ${WARNING_NAMES[warning].zh}`,
        `${kind}, ${WARNING_NAMES[warning].en.toLowerCase()}`,
      ),
      area,
      startsAt,
      until,
      told,
    ),
  ),
  empty: localized('没有生效的预警', 'No warning in force'),
})

export const acknowledgedTable = ({ acknowledged }: HandoverPage): Table => ({
  id: 'acknowledged',
  title: localized('已确认、还没办完的告警', 'Alerts acknowledged and not settled'),
  columns: [
    column('cause', '告警', 'Alert'),
    column('place', '事件', 'Incident'),
    column('at', '确认时间', 'Acknowledged', 'instant'),
    column('by', '确认人', 'By'),
  ],
  rows: acknowledged.map(({ cause, number, place, at, by }) =>
    cells(cause, numberedPlace(place, number), at, author(by)),
  ),
  empty: localized('没有已确认、还没办完的告警', 'No alert is acknowledged and not settled'),
})

export const shelvedTable = ({ shelved }: HandoverPage): Table => ({
  id: 'shelved',
  title: localized('搁置的告警', 'Alerts put off'),
  columns: [
    column('cause', '告警', 'Alert'),
    column('place', '事件', 'Incident'),
    column('until', '搁置到', 'Until', 'instant'),
    column('reason', '原因', 'Reason'),
    column('by', '搁置人', 'By'),
  ],
  rows: shelved.map(({ cause, number, place, until, reason, by }) =>
    cells(cause, numberedPlace(place, number), until, reason, author(by)),
  ),
  empty: localized('没有搁置的告警', 'No alert is put off'),
})

export const faultsTable = ({ faults }: HandoverPage): Table => ({
  id: 'faults',
  title: localized('值守系统的故障', 'Faults of the station'),
  columns: [
    column('cause', '故障', 'Fault'),
    column('since', '开始', 'Since', 'instant'),
    column('action', '怎么办', 'What to do'),
    column('by', '确认人', 'Acknowledged by'),
  ],
  rows: faults.map(({ cause, since, action, acknowledgedBy }) =>
    cells(cause, since, action, author(acknowledgedBy)),
  ),
  empty: localized('值守系统没有故障', 'The station has no fault'),
})

export const keepingTable = ({ keeping }: HandoverPage): Table => ({
  id: 'keeping',
  title: localized('保存期快到的证据', 'Evidence whose keeping ends'),
  columns: [
    column('what', '证据', 'Evidence'),
    column('place', '存放处', 'Where'),
    column('keeper', '保管人', 'Keeper'),
    column('until', '保存到', 'Until', 'instant'),
    column('incident', '事件', 'Incident'),
  ],
  rows: keeping.map((item) =>
    cells(
      ...[item.what, item.place, item.keeper, item.until],
      numberedPlace(item.incidentPlace, item.number),
    ),
  ),
  empty: localized('三天内没有保存期满的证据', 'No evidence whose keeping ends within three days'),
})

const MISSING_NAMES: Readonly<Record<MissingPart, LocalizedText>> = {
  kind: localized('未选单位类型', 'No kind of site chosen'),
  plans: localized('没有启用预案', 'No plans in force'),
  posts: localized('要紧岗位没有人', 'Key posts that nobody holds'),
  phones: localized('岗位没有电话', 'Posts without a telephone'),
  gaps: localized('七天内排班缺人', 'Shifts short within seven days'),
  units: localized('外部号码未登记', 'Outside numbers not on file'),
  wall: localized('没有大屏连上', 'No wall is connected'),
  backup: localized('未设置备份位置', 'No place for backups'),
  code: localized('未设管理员密码', 'No administrator code set'),
}

export const missingTable = ({ missing }: HandoverPage): Table => ({
  id: 'lacks',
  title: localized('还缺', 'Still missing'),
  columns: [column('item', '项目', 'Item'), column('value', '内容', 'What')],
  rows: missing.map(({ part, names }) => cells(MISSING_NAMES[part], listed(names))),
  empty: localized('什么都不缺', 'Nothing is missing'),
})

/** A gap in the duty roster. */
const NOBODY = localized('没有人', 'Nobody')

const postsTable = (id: string, title: LocalizedText, posts: readonly PagePost[]): Table => ({
  id,
  title,
  columns: [column('post', '岗位', 'Post'), column('people', '姓名', 'Names')],
  rows: posts.map(({ post, people }) =>
    cells(post, people.length > 0 ? localized(people.join('、'), people.join(', ')) : NOBODY),
  ),
  empty: localized('值班表里没有人', 'Nobody stands in the roster'),
})

export const dutyTables = (
  { duty: { now, until, next, nextAt } }: HandoverPage,
  time: (at: number) => string,
): readonly Table[] => [
  postsTable(
    'duty',
    until === null
      ? localized('现在值班', 'On duty now')
      : localized(`现在值班，到${time(until)}`, `On duty now, until ${time(until)}`),
    now,
  ),
  ...(nextAt === null
    ? []
    : [
        postsTable(
          'next',
          localized(`下一班，${time(nextAt)}起`, `Next shift, from ${time(nextAt)}`),
          next,
        ),
      ]),
]

export const notesTable = ({ notes }: HandoverPage): Table => ({
  id: 'notes',
  title: localized('遗留问题', 'Troubles'),
  columns: [
    column('note', '内容', 'What'),
    column('by', '记录人', 'By'),
    column('at', '时间', 'Since', 'instant'),
  ],
  rows: notes.map(({ words, by, at }) => cells(words, author(by), at)),
  empty: localized('没有遗留问题', 'No troubles'),
})

/** The worst lines of what is critical or due; the counts above are those of all. */
export const readinessTable = ({ worst }: PageReadiness): Table => ({
  id: 'readiness',
  title: localized('应急准备', 'Readiness'),
  columns: [
    column('line', '事项', 'What'),
    column('due', '期限', 'Due', 'date'),
    column('critical', '要紧', 'Critical'),
  ],
  rows: worst.map(({ line, due, isCritical }) =>
    cells(line, due, isCritical ? localized('要紧', 'Critical') : null),
  ),
  empty: localized('没有到期事项', 'Nothing is due'),
})
