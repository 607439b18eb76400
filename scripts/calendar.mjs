/**
 * Makes resources/calendars/cn.json from chinese-days: `node scripts/calendar.mjs`. Run it by hand
 * when a new release of that package knows a new year's notice. It asks the package for holidays
 * only of years that it has, since it calls every other day a workday.
 */
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import chineseDays from 'chinese-days'

const LAST_RECKONED_YEAR = 2036
export const CALENDAR_FILE = fileURLToPath(
  new URL('../resources/calendars/cn.json', import.meta.url),
)

/** The table inside the package: `{ holidays: { date: name }, workdays: { date: name } }`. */
const notices = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'),
    'utf8',
  ),
)

/** @param {Record<string, unknown>} table @param {string} year */
const datesIn = (table, year) =>
  Object.keys(table)
    .filter((date) => date.startsWith(year))
    .sort()

/** @param {string} date @param {number} days */
const plus = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * @param {number} year
 * @param {string} monthAndDay a day of the lunar year that begins in `year`, never in a leap month
 */
const lunar = (year, monthAndDay) =>
  chineseDays.getSolarDateFromLunar(`${year}-${monthAndDay}`).date

/**
 * The 13 days that 全国年节及纪念日放假办法 (revised 2024, in force 2025) fixes for a year: 元旦 1, 春节 4 (the eve
 * and the first three days), 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3.
 * @param {number} year
 */
function holidaysByLaw(year) {
  const spring = lunar(year, '01-01')
  return [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((days) => plus(spring, days)),
    chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
    `${year}-05-01`,
    `${year}-05-02`,
    lunar(year, '05-05'),
    lunar(year, '08-15'),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ]
    .filter((date, index, all) => all.indexOf(date) === index)
    .sort() // 中秋 can fall on 国庆
}

/**
 * The whole calendar: published years as their notices say, then years reckoned from the law alone.
 */
export function makeCalendar() {
  const published = [
    ...new Set(Object.keys(notices.holidays).map((date) => date.slice(0, 4))),
  ].sort()
  const last = Number(published.at(-1))
  const reckoned = Array.from({ length: LAST_RECKONED_YEAR - last }, (_, index) => last + 1 + index)
  return Object.fromEntries([
    ...published.map((year) => [
      year,
      {
        published: true,
        holidays: datesIn(notices.holidays, year),
        workdays: datesIn(notices.workdays, year),
      },
    ]),
    ...reckoned.map((year) => [
      String(year),
      { published: false, holidays: holidaysByLaw(year), workdays: [] },
    ]),
  ])
}

/**
 * One line a year, so that a change of one year is one changed line.
 * @param {Record<string, unknown>} calendar
 */
export const written = (calendar) =>
  `{\n${Object.entries(calendar)
    .map(([year, days]) => `  "${year}": ${JSON.stringify(days)}`)
    .join(',\n')}\n}\n`

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href)
  writeFileSync(CALENDAR_FILE, written(makeCalendar()))
