/**
 * Reads what offices write over a day: `27`, `27日`, `11/27`, `11月27日 周五`, `27（五）`, a date of a
 * spreadsheet, a weekday alone; and the month in a title.
 */
import { readDate } from '../import/dates.ts'
import { plainText } from './sheet.ts'

/** What is not written is null. `weekday`: 1 is Monday. */
export type DayHead = {
  year: number | null
  month: number | null
  day: number | null
  weekday: number | null
}
/** `day`: of the first day, where a title names one; `month` null: it names the year only. */
export type MonthHead = { year: number | null; month: number | null; day: number | null }

const LONGEST = 24
const HAN_WEEKDAYS = '一二三四五六日'
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const hanWeekday = (sign: string): number => (sign === '天' ? 7 : HAN_WEEKDAYS.indexOf(sign) + 1)
const inRange = (value: number, most: number): boolean => value >= 1 && value <= most

/** A weekday by its sign alone: in brackets, behind a blank, or with nothing else. */
const BARE = [/\(\s*([一二三四五六日天])\s*\)$/, /(?:^|\s)([一二三四五六天])$/, /^(日)$/]

/** Takes the weekday out of a text. A day's own 日 is none: `27日` names none, `27(日)` does. */
function takeWeekday(text: string): { weekday: number | null; rest: string } {
  const [named, sign = ''] = /(?:星期|礼拜|周)\s*([一二三四五六日天])/.exec(text) ?? []
  if (named) return { weekday: hanWeekday(sign), rest: text.replace(named, ' ') }
  const [english, word = ''] =
    /(?:^|[^a-z])((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\.?(?![a-z])/i.exec(text) ?? []
  if (english !== undefined && word !== '')
    return {
      weekday: WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1,
      rest: text.replace(`${word}.`, word).replace(word, ' '),
    }
  for (const bare of BARE) {
    const [match, sign = ''] = bare.exec(text) ?? []
    if (match !== undefined) return { weekday: hanWeekday(sign), rest: text.replace(match, ' ') }
  }
  return { weekday: null, rest: text }
}

const head = (parts: Partial<DayHead>): DayHead => ({
  year: null,
  month: null,
  day: null,
  weekday: null,
  ...parts,
})

/** What a cell says of a day; null: of none. */
export function dayHead(text: string): DayHead | null {
  const whole = plainText(text)
  if (whole === '' || whole.length > LONGEST) return null
  const { weekday, rest } = takeWeekday(whole)
  const day = rest
    .replace(/[()[\]]/g, ' ')
    .replace(/\s*([-/.年月日号])\s*/g, '$1')
    .trim()
  if (day === '') return weekday === null ? null : head({ weekday })
  const [, month = '', ofMonth = ''] = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(day) ?? []
  if (month !== '')
    return inRange(Number(month), 12) && inRange(Number(ofMonth), 31)
      ? head({ month: Number(month), day: Number(ofMonth), weekday })
      : null
  const [, plain = ''] = /^(\d{1,2})(?:st|nd|rd|th)?[日号]?$/i.exec(day) ?? []
  if (plain !== '') return inRange(Number(plain), 31) ? head({ day: Number(plain), weekday }) : null
  const [, before = '', word = '', after = ''] =
    /^(\d{1,2})? ?([a-z]{3})[a-z]*\.? ?(\d{1,2})?$/i.exec(day) ?? []
  const named = MONTHS.indexOf(word.toLowerCase()) + 1
  if (named > 0 && (before === '') !== (after === ''))
    return head({ month: named, day: Number(before || after), weekday })
  const date = readDate(day, null)
  if (typeof date === 'string') return null
  const [year = 0, ofYear = 0, dayOf = 0] = date.date.split('-').map(Number)
  return head({ year, month: ofYear, day: dayOf, weekday })
}

/** Whether a day is written so that it can be nothing else: not as a number alone. */
export const isExplicitDay = (text: string): boolean => !/^\d{1,2}$/.test(plainText(text))

const HAN_DIGITS = '〇一二三四五六七八九'
const hanYear = (year: string): string =>
  [...year].map((sign) => HAN_DIGITS.indexOf(/[零○]/.test(sign) ? '〇' : sign)).join('')
const hanMonth = (month: string): number => {
  const [tens, ones = ''] = month.includes('十') ? month.split('十') : ['', month]
  return (
    (month.includes('十') ? 10 * (tens === '' ? 1 : HAN_DIGITS.indexOf(tens ?? '')) : 0) +
    (ones === '' ? 0 : HAN_DIGITS.indexOf(ones))
  )
}

/** Alone, or before its year: Mary is no March. */
const ENGLISH_MONTH =
  /(?:^|\s)(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?(?:\s+(\d{4})(?!\d)|$)/i
const COMPACT_MONTH = /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)/
const FIRST_YEAR = 1971

/** The month, or at least the year, that a title, a sheet or a file names; null: neither. */
export function monthHead(text: string): MonthHead | null {
  const words = plainText(text)
    .replace(/[〇零○一二三四五六七八九]{4}(?=\s*年)/, hanYear)
    .replace(/[一二三四五六七八九十]{1,3}(?=\s*月)/, (month) => String(hanMonth(month)))
  const [, year = '', month = '', day = ''] =
    /(?<!\d)(\d{4})\s*[年./_-]\s*(\d{1,2})(?!\d)(?:\s*[月./-]\s*(\d{1,2})(?!\d))?/.exec(words) ?? []
  if (Number(year) >= FIRST_YEAR && inRange(Number(month), 12))
    return { year: Number(year), month: Number(month), day: day === '' ? null : Number(day) }
  const [, compactYear = '', compact = ''] = COMPACT_MONTH.exec(words) ?? []
  if (compact !== '') return { year: Number(compactYear), month: Number(compact), day: null }
  const [, onlyMonth = '', dayOf = ''] =
    /(?<!\d)(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/.exec(words) ?? []
  const [, ofYear = ''] = /(?<!\d)(\d{4})\s*年/.exec(words) ?? []
  if (onlyMonth !== '' && inRange(Number(onlyMonth), 12))
    return {
      year: ofYear === '' ? null : Number(ofYear),
      month: Number(onlyMonth),
      day: dayOf === '' ? null : Number(dayOf),
    }
  const [, word = '', english = ''] = ENGLISH_MONTH.exec(words) ?? []
  if (word !== '')
    return {
      year: english === '' ? null : Number(english),
      month: MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1,
      day: null,
    }
  return ofYear === '' ? null : { year: Number(ofYear), month: null, day: null }
}
