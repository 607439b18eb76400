/** Dates and months of a site as requests name them; what is wrong with one is said in words. */
import { z } from 'zod'
import { isDate, type Period } from '../domain/statistics/period.ts'
import { localized, type LocalizedText } from '../domain/text.ts'

/** What a check that fails says of its field, behind the field's name: `to早于from`. */
export const saying = (zh: string, en: string): { params: { says: LocalizedText } } => ({
  params: { says: localized(zh, en) },
})

const [FIRST, END] = ['1971', '3000'] // incidents have instants from 1970 on
const inRange = (value: string): boolean => value >= FIRST && value < END
const RANGE = saying('须在1971年到2999年之间', 'must be between 1971 and 2999')

/** A day `2026-11-24` that there is. */
export const LocalDate = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), {
    ...saying('须写成2026-11-24这样的日期', 'must be a date like 2026-11-24'),
    abort: true,
  })
  .refine(isDate, { ...saying('写的这一天不存在', 'is a day that does not exist'), abort: true })
  .refine(inRange, RANGE)

/** A month `2026-11`. */
export const LocalMonth = z
  .string()
  .refine((value) => /^\d{4}-\d{2}$/.test(value), {
    ...saying('须写成2026-11这样的月份', 'must be a month like 2026-11'),
    abort: true,
  })
  .refine((value) => isDate(`${value}-01`), {
    ...saying('写的这个月不存在', 'is a month that does not exist'),
    abort: true,
  })
  .refine(inRange, RANGE)

/** A time of day `08:30`, in the zone of the site. */
export const TimeOfDay = z
  .string()
  .refine(
    (time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time),
    saying('须写成08:30这样的时间', 'must be a time of day like 08:30'),
  )

const LONGEST_YEARS = 12

type Check = [
  (period: Period) => boolean,
  { path: string[]; params: { says: LocalizedText }; abort?: boolean },
]

/** For `refine`: the dates stand the right way round. */
export const RIGHT_WAY_ROUND: Check = [
  ({ from, to }: Period): boolean => from <= to,
  {
    path: ['to'],
    ...saying('早于from，请把两个日期对调', 'is before "from": swap the two dates'),
    abort: true,
  },
]

/** For `refine`: the dates are not too far apart. */
export const NOT_TOO_LONG: Check = [
  ({ from, to }: Period): boolean =>
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < LONGEST_YEARS,
  {
    path: ['to'],
    ...saying(
      `离from太远，一次最多${LONGEST_YEARS}个年份`,
      `is too far from "from": ${LONGEST_YEARS} calendar years at most`,
    ),
  },
]
