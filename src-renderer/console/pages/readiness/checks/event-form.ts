/** An event of the site as it is typed, and what is sent of it. */
import { instantOf, localDate, localTime } from '#shared/domain/calendar.ts'
import type { OccasionRead } from '#shared/contract/occasions.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { daysAfter } from '../../../base/days.ts'
import { isTime } from './checklist-form.ts'

export type EventForm = {
  name: string
  date: string
  from: string
  to: string
  place: string
  expected: string
  isPublic: boolean
  permit: string
  planId: string
  commander: string
  groups: string[]
  posts: string[]
  checklistId: string
}

/** `today`: local date. */
export function eventForm(
  occasion: OccasionRead | null,
  { zone, today, tr }: { zone: string; today: string; tr: (text: LocalizedText) => string },
): EventForm {
  const time = (at: number): string => localTime(at, zone).slice(0, 5)
  return {
    name: occasion?.name ?? '',
    date: occasion ? localDate(occasion.startsAt, zone) : daysAfter(today, 7),
    from: occasion ? time(occasion.startsAt) : '09:00',
    to: occasion ? time(occasion.endsAt) : '17:00',
    place: occasion?.place ?? '',
    expected: String(occasion?.expected ?? ''),
    isPublic: occasion?.isPublic ?? false,
    permit: occasion?.permit ?? '',
    planId: occasion?.planId ?? '',
    commander: occasion?.commander ? tr(occasion.commander.name) : '',
    groups: (occasion?.groups ?? []).map(({ id }) => id),
    posts: (occasion?.posts ?? []).map(({ id }) => id),
    checklistId: occasion?.checklistId ?? '',
  }
}

/** How many people are expected; null: no number. */
export const expectedOf = ({ expected }: EventForm): number | null =>
  /^\d{1,7}$/.test(expected.trim()) ? Number(expected) : null

const timeOf = (time: string): number =>
  Number(time.trim().slice(0, 2)) * HOUR_MS + Number(time.trim().slice(3, 5)) * MINUTE_MS

/** Begin and end in UTC ms; an end at or before the begin lies on the next day; null: no times. */
export function timesOf(
  { date, from, to }: EventForm,
  zone: string,
): { startsAt: number; endsAt: number } | null {
  if (!isTime(from) || !isTime(to)) return null
  const last = to.trim() > from.trim() ? date : daysAfter(date, 1)
  return {
    startsAt: instantOf(date, timeOf(from), zone),
    endsAt: instantOf(last, timeOf(to), zone),
  }
}
