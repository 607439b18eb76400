/**
 * Drafts the report to those above (首报、续报、终报) from the record. It exists from the first word
 * of an incident on; what nobody has said yet is a blank with the question that fills it. Its items
 * are those of 生产安全事故报告和调查处理条例（493号令）art. 12 and of the usual information report:
 * unit, times, source, place, what, course, casualties, loss, measures, who leads, what is next.
 */
import { commanderWords } from '../board/commander-words.ts'
import type { BoardIncident, BoardStep } from '../board/types.ts'
import { LEVEL_NAMES, STATE_NAMES } from '../incident/record/names.ts'
import { PEOPLE, PEOPLE_NAMES } from '../incident/record/scales.ts'
import { localized, type Language, type LocalizedText } from '../text.ts'
import { minuteText } from '../wording/instant.ts'
import { PLACE_UNKNOWN } from '../wording/place-unknown.ts'

/** What a blank asks; the answer goes into the record of the incident. */
export type BulletinQuestion =
  'occurredAt' | 'place' | 'type' | 'casualties' | 'loss' | 'level' | 'severity' | 'headInformedAt'

/** `words`: null is a blank. `written`: it is not of the record, whoever signs writes it. */
export type BulletinItem = {
  id: string
  name: LocalizedText
  words: string | null
  asks?: BulletinQuestion
  written?: true
}

type Drawing = { zone: string; language: Language; site: LocalizedText }

const item = (
  id: string,
  zh: string,
  en: string,
  words: string | null,
  asks?: BulletinQuestion,
): BulletinItem => ({ id, name: localized(zh, en), words, ...(asks ? { asks } : {}) })

function peopleWords({ casualties, atLeastOne }: BoardIncident, language: Language): string | null {
  const parts = PEOPLE.flatMap((kind) => {
    const count = casualties?.[kind] ?? null
    const name = PEOPLE_NAMES[kind][language]
    if (count !== null) return language === 'zh' ? [`${name}${count}人`] : [`${name} ${count}`]
    if (!atLeastOne.includes(kind)) return []
    return language === 'zh' ? [`${name}至少1人`] : [`${name} at least 1`]
  })
  return parts.length === 0 ? null : parts.join(language === 'zh' ? '，' : ', ')
}

function lossWords({ loss }: BoardIncident, language: Language): string | null {
  if (loss === null) return null
  const yuan = loss.toLocaleString('en-US')
  return language === 'zh'
    ? `初步估计直接经济损失${yuan}元`
    : `direct loss estimated at ${yuan} yuan`
}

const isDone = ({ state, prohibits }: BoardStep): boolean =>
  !prohibits && (state === 'done' || state === 'already-done')

/** What was done, the earliest first; `since` (UTC ms): what was told before that is left out. */
export function measuresOf(
  { steps }: Pick<BoardIncident, 'steps'>,
  { zone, language }: Pick<Drawing, 'zone' | 'language'>,
  since = -Infinity,
): readonly string[] {
  return steps
    .filter((step) => isDone(step) && (step.toldAt ?? step.doneAt ?? 0) > since)
    .sort((a, b) => (a.doneAt ?? 0) - (b.doneAt ?? 0))
    .map(({ doneAt, title }) => `${minuteText(doneAt ?? 0, zone).slice(11)} ${title[language]}`)
}

function levelWords({ level, levelName, state }: BoardIncident, language: Language): string {
  const name = levelName ?? (level === null ? null : LEVEL_NAMES[level as 1 | 2 | 3 | 4])
  const states = STATE_NAMES[state][language]
  return name ? `${states}${language === 'zh' ? '，' : ', '}${name[language]}` : states
}

/** What whoever activated a plan said of it; plans of which nothing was said are left out. */
function statedWords(
  { plans }: BoardIncident,
  { zone, language }: Pick<Drawing, 'zone' | 'language'>,
): string | null {
  const join = language === 'zh' ? '，' : '; '
  const lines = plans.flatMap(({ short, stated }) => {
    if (!stated) return []
    const until = stated.until === null ? null : minuteText(stated.until, zone)
    const parts = [
      stated.matter ?? short[language],
      ...(until ? [language === 'zh' ? `预计到${until}` : `expected until ${until}`] : []),
      ...(stated.measures === null ? [] : [stated.measures]),
    ]
    return [parts.join(join)]
  })
  return lines.length === 0 ? null : lines.join('\n')
}

/** The minute of an instant, its date only where it is another one than that of the first. */
function laterMinute(at: number, first: number, zone: string): string {
  const [day, time] = minuteText(at, zone).split(' ')
  return day === minuteText(first, zone).split(' ')[0] && time ? time : minuteText(at, zone)
}

/**
 * Where it is known from: when it was reported and by which channel, by which system, and how many
 * have called since, the last one when. Nobody is named (突发事件应对法 art. 84): whoever has to call back
 * finds name and number in the record.
 */
function sourceWords(
  incident: Pick<BoardIncident, 'channel' | 'source' | 'receivedAt' | 'callers' | 'callerCount'>,
  { zone, language }: Pick<Drawing, 'zone' | 'language'>,
): string {
  const { channel, source, receivedAt, callers = [], callerCount = 1 } = incident
  const isChinese = language === 'zh'
  const through = (known: string | null): string =>
    known === null ? '' : isChinese ? `（${known}）` : ` (${known})`
  const last = callers.findLast(({ parted }) => parted === null)
  const first = `${minuteText(receivedAt, zone)}${through(source?.system ?? channel)}`
  const lastCall = last && `${laterMinute(last.at, receivedAt, zone)}${through(last.channel)}`
  const parts = isChinese
    ? [`${first}接报`, callerCount > 1 && `共${callerCount}个来电`, last && `最近一个${lastCall}`]
    : [
        `first report ${first}`,
        callerCount > 1 && `${callerCount} callers`,
        last && `the last one ${lastCall}`,
      ]
  return parts.filter(Boolean).join(isChinese ? '，' : ', ')
}

/** Null where the report named none and nobody has put it right. */
const placeOf = ({ place }: BoardIncident): string | null =>
  place === PLACE_UNKNOWN ? null : place

/** Every item, blanks among them, in the order in which it is read out. */
export function draftBulletin(
  incident: BoardIncident,
  { zone, language, site }: Drawing,
): readonly BulletinItem[] {
  const time = (at: number | null | undefined): string | null =>
    at === null || at === undefined ? null : minuteText(at, zone)
  const measures = measuresOf(incident, { zone, language })
  const plans = incident.plans.map(({ short }) => short[language])
  const items: readonly BulletinItem[] = [
    item('unit', '单位', 'Unit', site[language]),
    item('number', '事件编号', 'Incident', incident.number ?? null),
    item('occurredAt', '发生时间', 'Occurred', time(incident.occurredAt), 'occurredAt'),
    item('receivedAt', '接报时间', 'Reported', time(incident.receivedAt)),
    item('source', '信息来源', 'Source', sourceWords(incident, { zone, language })),
    item(
      'headInformedAt',
      '单位负责人得知',
      'Head informed',
      time(incident.headInformedAt),
      'headInformedAt',
    ),
    item('place', '地点', 'Place', placeOf(incident), 'place'),
    item('type', '事件类型', 'Kind', incident.typeName?.[language] ?? null, 'type'),
    item('course', '简要经过', 'What happened', incident.narrative),
    item('casualties', '伤亡情况', 'People', peopleWords(incident, language), 'casualties'),
    item('loss', '损失情况', 'Loss', lossWords(incident, language), 'loss'),
    item('level', '当前状态', 'State', levelWords(incident, language)),
    ...(incident.level === null && incident.levels.length > 0
      ? [item('response', '响应级别', 'Response level', null, 'level')]
      : []),
    item('plans', '启动预案', 'Plans in force', plans.length > 0 ? plans.join('、') : null),
    item('stated', '响应事项', 'Matter of the response', statedWords(incident, { zone, language })),
    item('commander', '总指挥', 'Commander', commanderWords(incident.command)[language] || null),
    item('measures', '已采取措施', 'Measures', measures.length > 0 ? measures.join('\n') : null),
    { ...item('next', '发展趋势和下一步', 'Outlook and next steps', null), written: true },
    { ...item('contact', '联系人和电话', 'Contact and telephone', null), written: true },
  ]
  return items.filter(({ id, words }) => words !== null || !OPTIONAL.has(id))
}

/** What a report can do without: its absence is no blank. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'number',
  'plans',
  'stated',
  'commander',
  'measures',
])
