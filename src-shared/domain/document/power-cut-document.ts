/**
 * The power-cut sheet (断电纸) as a document: what runs, whom to ring, and room to tick and to write
 * the time, on one A4. What is written on it is entered once the power is back.
 */
import { localDate, localTime } from '../calendar.ts'
import { LEVEL_NAMES, STATE_NAMES } from '../incident/record/names.ts'
import { WARNING_NAMES } from '../incident/record/scales.ts'
import type { PowerCutSheet, SheetIncident, SheetNumber, SheetStep } from '../power-cut/sheet.ts'
import { localized, type LocalizedText } from '../text.ts'
import { instantText, minuteText } from '../wording/instant.ts'
import type { Cell, ReportDocument, Section, Table } from './document.ts'
import { cells, column } from './incident-tables.ts'

/** To be ticked, and the hour and minute to be written. */
export const TICK = '□'
export const TIME_BLANK = '__:__'
const WRITING_LINES = 4
/** What there is no room to name. */
const MOST_PEOPLE = 2

const joined = (parts: readonly string[]): string => parts.join(' / ')

function whoOf({ role, people, taken }: SheetStep): LocalizedText {
  const names = people.slice(0, MOST_PEOPLE)
  const zh = names.length > 0 ? `${role.zh} ${names.join('、')}` : role.zh
  const en = names.length > 0 ? `${role.en}: ${names.join(', ')}` : role.en
  return taken ? localized(`${zh}（已接）`, `${en} (taken)`) : localized(zh, en)
}

const titleOf = ({ title, lifeSafety }: SheetStep): LocalizedText =>
  lifeSafety ? localized(`【保命】${title.zh}`, `[LIFE] ${title.en}`) : title

/** An instant goes by the day only where it is another than the sheet's. */
function hourOf(instant: number, at: number, zone: string): string {
  const time = localTime(instant, zone).slice(0, 5)
  const isToday = localDate(instant, zone) === localDate(at, zone)
  return isToday ? time : `${localDate(instant, zone).slice(5)} ${time}`
}

function limitOf({ dueAt, late }: SheetStep, at: number, zone: string): LocalizedText | null {
  if (dueAt === null) return null
  const when = hourOf(dueAt, at, zone)
  return late ? localized(`${when}已超`, `${when} late`) : localized(when, when)
}

function levelOf({ level, levelName }: SheetIncident): LocalizedText | null {
  return levelName ?? (level === null ? null : (LEVEL_NAMES[level as 1 | 2 | 3 | 4] ?? null))
}

function headOf(incident: SheetIncident): LocalizedText {
  const { number, place, kind, state, drill } = incident
  const short = number === null ? '' : `${number} `
  const level = levelOf(incident)
  const states = STATE_NAMES[state]
  return localized(
    `${drill ? '【演练】' : ''}${short}${place} ${kind.zh}（${states.zh}${level ? `，${level.zh}` : ''}）`,
    `${drill ? '[EXERCISE] ' : ''}${short}${place}, ${kind.en} (${states.en}${level ? `, ${level.en}` : ''})`,
  )
}

function factsOf(
  { receivedAt, commander, more }: SheetIncident,
  zone: string,
): readonly LocalizedText[] {
  const at = minuteText(receivedAt, zone)
  const facts = localized(
    `接报${at}${commander.zh ? `，总指挥${commander.zh}` : ''}${more > 0 ? `；另有${more}项未印` : ''}`,
    `Reported ${at}${commander.en ? `; commander: ${commander.en}` : ''}${more > 0 ? `; ${more} more not printed` : ''}`,
  )
  return [facts]
}

const stepCells = (step: SheetStep, at: number, zone: string): readonly Cell[] =>
  cells(TICK, TIME_BLANK, titleOf(step), whoOf(step), joined(step.numbers), limitOf(step, at, zone))

function incidentSection(
  incident: SheetIncident,
  index: number,
  { at }: PowerCutSheet,
  zone: string,
): Section {
  const title = headOf(incident)
  const table: Table = {
    id: `todo-${index + 1}`,
    title,
    columns: [
      column('tick', '完成', 'Done'),
      column('time', '时间', 'Time'),
      column('step', '步骤', 'Step'),
      column('who', '谁办', 'Who'),
      column('number', '电话', 'Number'),
      column('due', '时限', 'Limit'),
    ],
    rows: incident.steps.map((step) => stepCells(step, at, zone)),
    empty: localized('没有未办步骤', 'No open step'),
  }
  return {
    id: `incident-${index + 1}`,
    title,
    words: factsOf(incident, zone),
    tables: [table],
    charts: [],
  }
}

const numbersTable = (
  id: string,
  title: LocalizedText,
  numbers: readonly SheetNumber[],
): Table => ({
  id,
  title,
  columns: [
    column('who', '谁', 'Who'),
    column('number', '电话', 'Number'),
    column('time', '打通', 'At'),
    column('words', '说了什么', 'Said'),
  ],
  rows: numbers.map(({ who, person, number }) =>
    cells(
      person === null ? who : localized(`${who.zh} ${person}`, `${who.en}: ${person}`),
      number,
      TIME_BLANK,
      '',
    ),
  ),
  empty: localized('没有登记的号码', 'No number on file'),
})

/** What happens besides the steps, to be entered as notes. */
const writingTable = (): Table => ({
  id: 'writing',
  title: localized('其他情况（补录用）', 'What else happened (to be entered later)'),
  columns: [
    column('time', '时间', 'Time'),
    column('incident', '哪起事件', 'Which incident'),
    column('words', '情况', 'What'),
    column('by', '记录人', 'By'),
  ],
  rows: Array.from({ length: WRITING_LINES }, () => cells(TIME_BLANK, '', '', '')),
  empty: localized('无', 'None'),
})

/** Who has left, since when, how they are reached, and who goes on from where. */
function roomWords({ room }: PowerCutSheet, zone: string): readonly LocalizedText[] {
  if (!room) return []
  const { leftAt, contact, taken } = room
  const time = localTime(leftAt, zone).slice(0, 5)
  const place = taken?.place ?? ''
  return [
    localized(
      `值班室${time}已撤离${contact ? `，联系${contact}` : ''}${taken ? `；${taken.by}在${place}接手` : ''}`,
      `The room was left at ${time}${contact ? `; call ${contact}` : ''}${taken ? `; ${taken.by} goes on from ${place}` : ''}`,
    ),
  ]
}

/** One line each: of a damaged record, and no clock of it runs. */
const leftWords = ({ left }: PowerCutSheet, zone: string): readonly LocalizedText[] =>
  left.map(({ number, place, kind, drill, receivedAt, open, more }) => {
    const name = number ? `${number} ${place}` : place
    const at = minuteText(receivedAt, zone)
    const [zh, en] = [
      open.map((step) => step.zh).join('、'),
      open.map((step) => step.en).join(', '),
    ]
    return localized(
      `未接管（时限未运行）：${drill ? '【演练】' : ''}${name} ${kind.zh}，接报${at}${zh ? `，未办：${zh}` : ''}${more > 0 ? `等${open.length + more}项` : ''}`,
      `Not taken over (no clock runs): ${drill ? '[EXERCISE] ' : ''}${name}, ${kind.en}, reported ${at}${en ? `, open: ${en}` : ''}${more > 0 ? ` and ${more} more` : ''}`,
    )
  })

/** What of it has no room, in a line; nothing where all has. */
const moreWords = (count: number, zh: string, en: string): readonly LocalizedText[] =>
  count > 0 ? [localized(`另有${count}${zh}`, `${count} more ${en}`)] : []

/** One line each, red first: until when, whom it may reach, what to do. */
const warningLines = ({ warnings, at }: PowerCutSheet, zone: string): readonly LocalizedText[] =>
  warnings.map(({ warning, kind, area, until, measures }) => {
    const colour = WARNING_NAMES[warning]
    const time = until === null ? null : hourOf(until, at, zone)
    return localized(
      `${colour.zh} ${kind}（${area}）${time === null ? '' : `，至${time}`}：${measures}`,
      `${colour.en}: ${kind} (${area})${time === null ? '' : `, until ${time}`}: ${measures}`,
    )
  })

/** Stands under the title, where it cannot be passed over. */
const runningWords = ({ incidents, more, left }: PowerCutSheet): readonly LocalizedText[] => {
  if (incidents.length === 0 && left.length > 0) return []
  if (incidents.length === 0) return [localized('没有进行中的事件', 'No incident runs')]
  return more > 0
    ? [localized(`另有${more}起事件未印`, `${more} more incidents are not printed`)]
    : []
}

/** It bears the minute at which it was drawn: an older one is thrown away. */
export function powerCutDocument(sheet: PowerCutSheet, zone: string): ReportDocument {
  const { at, position, site, incidents, units, duty } = sheet
  const digits = instantText(at, zone).replace(/\D/g, '')
  return {
    kind: 'power-cut',
    name: `power-cut-${digits.slice(0, 8)}-${digits.slice(8, 12)}`,
    title: localized(`断电纸 ${minuteText(at, zone)}`, `Power-cut sheet ${minuteText(at, zone)}`),
    lines: [
      site,
      localized(
        `记录到第${position}条为止。做完打勾、写上时间；来电后在“断电补录”里一次录入。有更新的一张时，这张作废`,
        `The record up to entry ${position}. Tick what is done and write the time; once the power is back, enter it all under "After a power cut". A newer sheet replaces this one`,
      ),
      ...roomWords(sheet, zone),
      ...leftWords(sheet, zone),
      ...moreWords(sheet.leftMore, '起未接管，未印', 'not taken over and not printed'),
      ...warningLines(sheet, zone),
      ...moreWords(sheet.warningsMore, '条预警未印', 'warnings not printed'),
      ...runningWords(sheet),
    ],
    mark: null,
    zone,
    tight: true,
    sections: [
      ...incidents.map((incident, index) => incidentSection(incident, index, sheet, zone)),
      {
        id: 'numbers',
        title: localized('电话', 'Numbers'),
        words: [],
        tables: [
          numbersTable('units', localized('外部单位', 'Outside'), units),
          numbersTable('duty', localized('值班和上报', 'On duty, and whom to tell'), duty),
        ],
        charts: [],
      },
      {
        id: 'writing',
        title: localized('其他情况', 'What else happened'),
        words: [],
        tables: [writingTable()],
        charts: [],
      },
    ],
  }
}
