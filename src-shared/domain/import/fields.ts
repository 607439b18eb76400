/**
 * Lists what a column of a table may mean, and the heads by which it is recognised. It only
 * proposes: a person looks at it and changes it.
 */
import { headRowBy, proposeBy, type Heads } from './heads.ts'
import { proposeCode, proposeLevel, severityChoices } from './values.ts'

/** `time`: time of day of the occurrence, where date and time stand in two columns. */
export const FIELDS = [
  'occurred',
  'time',
  'received',
  'place',
  'type',
  'category',
  'level',
  'severity',
  'channel',
  'narrative',
  'reporter',
  'dead',
  'serious',
  'minor',
  'missing',
  'loss',
  'contained',
  'lifted',
  'closed',
  'falseReport',
  'drill',
] as const
export type Field = (typeof FIELDS)[number]
/** Field → number of its column from 0, null where the table has none. */
export type Mapping = Readonly<Record<Field, number | null>>
/** Fields whose values are the site's own codes, and have to be assigned to them. */
export const CODED = ['type', 'category', 'level', 'severity'] as const satisfies readonly Field[]
export type Coded = (typeof CODED)[number]

/** Heads as they are written in such tables, the surer ones first. */
const HEADS: Heads<Field> = {
  occurred: [
    '发生时间',
    '事发时间',
    '事件时间',
    '发生日期',
    '事发日期',
    '案发时间',
    'occurred',
    'occurredat',
    'timeofoccurrence',
    'incidentdate',
    'incidenttime',
    '日期',
    'date',
    'datetime',
    '时间',
  ],
  time: ['发生时刻', '事发时刻', '时刻', '几点', 'timeofday', '时间', 'time'],
  received: [
    '接报时间',
    '接警时间',
    '报告时间',
    '受理时间',
    '来电时间',
    'received',
    'receivedat',
    'reported',
    'reportedat',
    'reporttime',
  ],
  place: [
    '发生地点',
    '事发地点',
    '事件地点',
    '地点',
    '位置',
    '场所',
    '部位',
    'place',
    'location',
    'where',
    'site',
  ],
  type: ['事件类型', '具体类型', '类型', '事件名称', 'type', 'incidenttype', 'kind'],
  category: ['事件类别', '类别', '大类', '分类', 'category', 'class'],
  level: ['响应级别', '级别', 'responselevel', 'level'],
  severity: ['事件等级', '等级', '严重程度', 'severity', 'grade'],
  channel: ['接报渠道', '报告渠道', '渠道', '来源', '接报方式', '报警方式', 'channel', 'source'],
  narrative: [
    '事件经过',
    '简要经过',
    '经过',
    '事件描述',
    '情况描述',
    '描述',
    '内容',
    '详情',
    '概况',
    'narrative',
    'description',
    'details',
    'summary',
    'whathappened',
  ],
  reporter: ['报告人', '报警人', '来电人', '接报人', '联系人', 'reporter', 'caller', 'reportedby'],
  dead: ['死亡人数', '死亡', 'dead', 'deaths', 'fatalities'],
  serious: ['重伤人数', '重伤', 'seriouslyinjured', 'seriousinjuries', 'serious'],
  minor: ['轻伤人数', '轻伤', '受伤人数', 'slightlyinjured', 'minorinjuries', 'minor'],
  missing: ['失联人数', '失联', '失踪人数', '失踪', 'missing'],
  loss: ['直接经济损失', '经济损失', '损失金额', '损失', 'loss', 'damage', 'cost'],
  contained: ['控制时间', '受控时间', 'contained', 'containedat', 'undercontrol'],
  lifted: ['解除时间', '恢复时间', 'lifted', 'liftedat', 'restored'],
  closed: ['结案时间', '办结时间', '处理完毕时间', '结束时间', 'closed', 'closedat', 'resolved'],
  falseReport: ['是否误报', '误报', 'falsereport', 'falsealarm'],
  drill: ['是否演练', '演练', 'drill', 'exercise'],
}

/**
 * Whether a column holds words of severity rather than numerals of a level. Both stand under the
 * same heads.
 */
const isSevere = (values: readonly string[]): boolean =>
  values.filter((value) => proposeCode(value, severityChoices) !== null).length >
  values.filter((value) => proposeLevel(value) !== null).length

/**
 * A proposal of what the columns mean: each field has one column at most, and each column one
 * field. `sample`: values of some rows, by which level and severity are told apart.
 */
export function proposeColumns(
  heads: readonly string[],
  sample: readonly (readonly string[])[] = [],
): Mapping {
  const mapping = proposeBy(HEADS, heads)
  const level = mapping.get('level')
  if (
    level !== undefined &&
    !mapping.has('severity') &&
    isSevere(sample.map((cells) => (cells[level] ?? '').trim()))
  ) {
    mapping.delete('level')
    mapping.set('severity', level)
  }
  return Object.fromEntries(FIELDS.map((field) => [field, mapping.get(field) ?? null])) as Record<
    Field,
    number | null
  >
}

/** Which of the first rows holds the heads, counted from 0. */
export const headRowOf = (rows: readonly (readonly string[])[], look = 10): number =>
  headRowBy(HEADS, rows, look)
