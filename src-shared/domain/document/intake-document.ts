/**
 * The blank intake sheet (接报单) as a document: what to ask a caller while nothing can be typed.
 * Its fields are those of a report by telephone: time, place, what happened,
 * people, measures, whom the caller has told, and who the caller is.
 */
import { localized, type LocalizedText } from '../text.ts'
import { dateText } from '../wording/period.ts'
import type { ReportDocument, Section } from './document.ts'
import { cells, column } from './incident-tables.ts'
import { TICK, TIME_BLANK } from './power-cut-document.ts'

/** So many calls fit on one A4. */
const CALLS = 2

const FIELDS: readonly (readonly [LocalizedText, string])[] = [
  [localized('接报时间 / 发生时间', 'Reported at / happened at'), `${TIME_BLANK}    ${TIME_BLANK}`],
  [localized('地点（楼、层、房间）', 'Where (building, floor, room)'), ''],
  [localized('什么事', 'What happened'), ''],
  [
    localized('有没有人受伤、被困，几个', 'Anybody hurt or trapped, how many'),
    `${TICK}      ${TICK}      `,
  ],
  [localized('已经采取的措施', 'What has been done already'), ''],
  [
    localized('还告诉了谁（119、110、120）', 'Who else was told (119, 110, 120)'),
    `${TICK}119 ${TICK}110 ${TICK}120`,
  ],
  [localized('来电人、单位、回拨电话', 'Caller, unit, number to call back'), ''],
  [localized('先做了什么、几点', 'What was done first, and when'), TIME_BLANK],
  [localized('记录人', 'Taken down by'), ''],
]

const callSection = (index: number): Section => {
  const title = localized(`来电${index + 1}`, `Call ${index + 1}`)
  return {
    id: `call-${index + 1}`,
    title,
    words: [],
    tables: [
      {
        id: `intake-${index + 1}`,
        title,
        columns: [column('field', '问什么', 'Ask'), column('answer', '怎么说', 'Answer')],
        rows: FIELDS.map(([field, blank]) => cells(field, blank)),
        empty: localized('无', 'None'),
      },
    ],
    charts: [],
  }
}

/** `day`: local date, for the name of the file. */
export const intakeDocument = (site: LocalizedText, day: string, zone: string): ReportDocument => ({
  kind: 'intake',
  name: `intake-${day}`,
  title: localized('接报单（空白）', 'Intake sheet (blank)'),
  lines: [
    site,
    localized(
      `${dateText(day).zh}印。先问地点和有没有人有危险；来电后按原来的时间接报`,
      `Printed ${dateText(day).en}. Ask first where it is and whether anybody is in danger; report it with its own times once the power is back`,
    ),
  ],
  mark: null,
  zone,
  tight: true,
  sections: Array.from({ length: CALLS }, (_, index) => callSection(index)),
})
