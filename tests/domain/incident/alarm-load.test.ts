/**
 * The alarm load of a simulated day beside ISA-18.2: quiet, busy, and the worst that a seat is
 * meant to bear. WRITE=1 writes the table of docs/attention.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { floodsIn, isStale } from '#shared/domain/statistics/alerts.ts'
import { alarmDay, type AlarmDay } from '../../kit/alarm-day.ts'
import { HOUR, MINUTE } from '../../kit/plan.ts'

const SEED = 20261126
const DAYS = {
  quiet: alarmDay({ incidents: 3, storm: 0 }, SEED),
  busy: alarmDay({ incidents: 12, storm: 0 }, SEED),
  worst: alarmDay({ incidents: 32, storm: 20 }, SEED),
}
const SLOTS = 144
const DOC = join(import.meta.dirname, '../../../docs/attention.md')
const BEGIN = '<!-- alarm-load.test.ts writes from here -->'
const END = '<!-- to here -->'

const per = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 1000) / 10} %`

const slots = ({ from, sounds }: AlarmDay): readonly number[] =>
  Array.from({ length: SLOTS }, (_, index) => {
    const [begins, ends] = [from + index * 10 * MINUTE, from + (index + 1) * 10 * MINUTE]
    return sounds.filter(({ at }) => at >= begins && at < ends).length
  })
const mostWithin = ({ sounds }: AlarmDay, span: number): number =>
  Math.max(
    0,
    ...sounds.map(({ at }) => sounds.filter((each) => each.at >= at && each.at < at + span).length),
  )
const ofPriority = ({ sounds }: AlarmDay, priority: number): number =>
  sounds.filter((each) => each.priority === priority).length
const topTen = ({ sounds }: AlarmDay): number =>
  [...Map.groupBy(sounds, ({ of }) => of).values()]
    .map(({ length }) => length)
    .sort((a, b) => b - a)
    .slice(0, 10)
    .reduce((sum, count) => sum + count, 0)
const stale = ({ from, log }: AlarmDay): number =>
  log.filter((entry) => isStale(entry, from + 24 * HOUR)).length
const chatters = ({ sounds }: AlarmDay): number =>
  sounds.filter(
    ({ at, of }) =>
      sounds.filter((each) => each.of === of && each.at >= at && each.at < at + MINUTE).length >= 3,
  ).length

/** What is measured, its goal, and how a day shows it. */
const ROWS: readonly [string, string, (day: AlarmDay) => string][] = [
  [
    'alarms in ten minutes, mean',
    '1, at most 2',
    ({ sounds }) => (sounds.length / SLOTS).toFixed(2),
  ],
  ['alarms in an hour, mean', '6, at most 12', ({ sounds }) => (sounds.length / 24).toFixed(1)],
  ['alarms in the day', '150, at most 300', ({ sounds }) => String(sounds.length)],
  ['most in any ten minutes', '10', (day) => String(mostWithin(day, 10 * MINUTE))],
  ['most in any hour', '', (day) => String(mostWithin(day, HOUR))],
  [
    'slots of ten minutes with more than ten',
    '< 1 %',
    (day) => per(slots(day).filter((n) => n > 10).length, SLOTS),
  ],
  [
    'time in flood',
    '< 1 %',
    ({ sounds }) => per(floodsIn(sounds.map(({ at }) => at)).floodMs, 24 * HOUR),
  ],
  [
    'share of the ten most frequent',
    '1–5 %',
    (day) => (day.sounds.length < 100 ? 'too few' : per(topTen(day), day.sounds.length)),
  ],
  ['the same three times in a minute', '0', (day) => String(chatters(day))],
  ['stale (more than 24 h)', '< 5', (day) => String(stale(day))],
  [
    'priority 3 / 2 / 1',
    '80 / 15 / 5 %',
    (day) =>
      [3, 2, 1].map((priority) => per(ofPriority(day, priority), day.sounds.length)).join(' / '),
  ],
]
const TABLE = [
  '| | goal | quiet day, 3 incidents | busy day, 12 | worst day, 32, of them 20 in two hours |',
  '| --- | --- | --- | --- | --- |',
  ...ROWS.map(
    ([what, goal, show]) =>
      `| ${what} | ${goal} | ${[DAYS.quiet, DAYS.busy, DAYS.worst].map(show).join(' | ')} |`,
  ),
].join('\n')

describe('the alarm load of a day at one seat', () => {
  // figures move with every plan that changes: the page says when they were measured
  it('stands in docs/attention.md, row by row', () => {
    const doc = readFileSync(DOC, 'utf8')
    const from = doc.indexOf(BEGIN) + BEGIN.length
    const to = doc.indexOf(END, from)
    if (process.env['WRITE'])
      writeFileSync(DOC, `${doc.slice(0, from)}\n\n${TABLE}\n\n${doc.slice(to)}`)
    else
      for (const [what, goal] of ROWS)
        expect(doc.slice(from, to)).toContain(`| ${what} | ${goal} |`)
  })

  it('stays within what one person can bear, also on a busy day', () => {
    for (const day of [DAYS.quiet, DAYS.busy]) {
      expect(day.sounds.length).toBeLessThanOrEqual(150)
      expect(mostWithin(day, 10 * MINUTE)).toBeLessThanOrEqual(10)
    }
  })
})
