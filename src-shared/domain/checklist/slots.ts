/**
 * When a checklist is due. A round has slots while the site is open: 公安部令第61号 art. 25 wants at
 * least one every two hours. What follows from months goes by `monthsLater`.
 */
import { instantOf, judgeDate, localDate, startOfDate, type WorkCalendar } from '../calendar.ts'
import { datePlus } from '../duty/roster.ts'
import { HOUR_MS, MINUTE_MS } from '../units.ts'
import { versionAt, type Checklist, type OnDays, type Rhythm } from './checklist.ts'

/**
 * To be done once within it: from `from` until `due`, UTC ms. `date`: the local day it belongs to.
 */
export type Slot = { from: number; due: number; date: string }
/** Zone and calendar by which days are judged. */
export type Days = { zone: string; calendar: WorkCalendar }

const timeOf = (time: string): number =>
  Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3, 5)) * MINUTE_MS

/** From when until when it is open on a local date (UTC ms), by the clock of that day. */
export const openOn = (
  { from, to }: Pick<Extract<Rhythm, { every: 'round' }>, 'from' | 'to'>,
  date: string,
  zone: string,
): { from: number; to: number } => ({
  from: instantOf(date, timeOf(from), zone),
  to: instantOf(to > from ? date : datePlus(date, 1), timeOf(to), zone),
})

const isOn = (days: OnDays, date: string, { calendar }: Days): boolean =>
  days === 'all' || judgeDate(date, calendar).day === 'workday'

/**
 * The slots of a rhythm that begin on a local date. Of rounds each is as long as the interval; what
 * is left of the opening time at its end is a slot of its own, since it must not go unseen.
 */
export function slotsOf(rhythm: Rhythm, date: string, days: Days): readonly Slot[] {
  if (rhythm.every !== 'round' && rhythm.every !== 'day') return []
  if (!isOn(rhythm.days, date, days)) return []
  if (rhythm.every === 'day') {
    const from = startOfDate(date, days.zone)
    return [{ from, due: instantOf(date, timeOf(rhythm.until), days.zone), date }]
  }
  const open = openOn(rhythm, date, days.zone)
  const slots: Slot[] = []
  for (let from = open.from; from < open.to; from += rhythm.minutes * MINUTE_MS)
    slots.push({ from, due: Math.min(from + rhythm.minutes * MINUTE_MS, open.to), date })
  return slots
}

/**
 * The slots of a checklist that begin on a local date, by what it said when each began: a slot that
 * ran when it was taken into use is none, and one that another still covers, neither.
 */
export const slotsOn = (list: Checklist, date: string, days: Days): readonly Slot[] => {
  const rhythms = new Set(list.versions.map(({ rhythm }) => rhythm))
  const slots = [...rhythms].flatMap((rhythm) =>
    slotsOf(rhythm, date, days).filter(
      ({ from, due }) =>
        versionAt(list, from)?.rhythm === rhythm ||
        (rhythm.every === 'day' && versionAt(list, due)?.rhythm === rhythm),
    ),
  )
  return slots
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, index) => from >= (slots[index - 1]?.due ?? -Infinity))
}

/**
 * The slot that a check belongs to which begins at `at` (UTC ms): the one that runs, and of a list
 * of each day that of the day also after its time; null: none.
 */
export function slotFor(list: Checklist, at: number, days: Days): Slot | null {
  const date = localDate(at, days.zone)
  const [before, today] = [datePlus(date, -1), date].map((day) => slotsOn(list, day, days))
  const running = [...(before ?? []), ...(today ?? [])].findLast(
    ({ from, due }) => from <= at && at < due,
  )
  const isOfDay = versionAt(list, at)?.rhythm.every === 'day'
  return running ?? (isOfDay ? (today?.[0] ?? null) : null)
}
