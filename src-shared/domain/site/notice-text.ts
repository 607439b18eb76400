/**
 * Reads the days out of the words of a notice: 「1月1日（周五）至3日（周日）放假，共3天。1月4日（周一）上班。」.
 * What it reads is looked at by a person before it is entered.
 */
import { dayAfter, isDate } from '../statistics/period.ts'
import { inDateOrder, type Notice } from './notice.ts'

/** `unclear`: days of which the words say neither 放假 nor 上班. */
export type ReadNotice = Omit<Notice, 'year'> & { unclear: readonly string[] }

const LONGEST_HOLIDAY = 20 // days; a longer span is no holiday but a slip
const two = (value: string | number): string => String(value).padStart(2, '0')

/**
 * A day as it is written, with or without year and month; or what happens on the days before it.
 */
const TOKEN =
  /(?:(\d{4})(?:年|-|\/|\.))?(?:(\d{1,2})(?:月|-|\/|\.))?(\d{1,2})(?:日|号|(?![\d年月天个]))|(至|到|—+|–|－|-|~|～)|(放假|调休|休息)|(上班)/g
const NUMBER = /国办发(?:明电)?[〔[（(]\d{4}[〕\]）)]\s*\d+\s*号/
const TITLE = /国务院办公厅关于\d{4}年[^\n。，]*通知/

function datesBetween(first: string, last: string): readonly string[] {
  const dates: string[] = []
  for (let date = first; date <= last && dates.length < LONGEST_HOLIDAY; date = dayAfter(date))
    dates.push(date)
  return dates
}

/** The days of one sentence, each with what the next verb after it says. */
function daysOf(sentence: string, year: string): Omit<ReadNotice, 'source'> {
  const read = { holidays: [] as string[], workdays: [] as string[], unclear: [] as string[] }
  let waiting: string[] = []
  let [ofYear, ofMonth] = [year, '']
  let spans = false
  for (const [, y, m, d, to, off, on] of sentence.matchAll(TOKEN)) {
    if (to !== undefined) spans = waiting.length > 0
    else if (off !== undefined || on !== undefined) {
      read[on === undefined ? 'holidays' : 'workdays'].push(...waiting)
      waiting = []
      spans = false
    } else if (d !== undefined) {
      const last = waiting.at(-1)
      if (y !== undefined) ofYear = y
      // 2022年12月31日至1月2日: the year turns
      else if (spans && m !== undefined && last && two(m) < last.slice(5, 7))
        ofYear = String(Number(ofYear) + 1)
      if (m !== undefined) ofMonth = two(m)
      const date = `${ofYear}-${ofMonth}-${two(d)}`
      if (ofMonth !== '' && isDate(date))
        waiting.push(
          ...(spans && last && last < date ? datesBetween(dayAfter(last), date) : [date]),
        )
      spans = false
    }
  }
  read.unclear.push(...waiting)
  return read
}

/**
 * What the text of a notice says for a year `2027`. Remarks in brackets (周五, 农历) are left aside;
 * days without a year are of this one.
 */
export function readNotice(text: string, year: string): ReadNotice {
  const sentences = text
    .replace(NUMBER, '')
    .replace(/（[^）]*）|\([^)]*\)/g, '')
    .split(/[。；;\n]/)
    .map((sentence) => daysOf(sentence, year))
  const all = (kind: 'holidays' | 'workdays' | 'unclear'): readonly string[] =>
    inDateOrder(sentences.flatMap((sentence) => sentence[kind]))
  return {
    holidays: all('holidays'),
    workdays: all('workdays'),
    unclear: all('unclear'),
    source: [TITLE.exec(text)?.[0], NUMBER.exec(text)?.[0]].filter(Boolean).join(' '),
  }
}

/**
 * The dates in a field, one a line or with anything between them; what is no date stays as it is.
 */
export const datesIn = (text: string): readonly string[] =>
  inDateOrder(text.split(/[\s,，、;；]+/).filter((part) => part !== ''))
