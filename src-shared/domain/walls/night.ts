/** When a wall is dim: between two times of day, in the zone of its site. */
import { localTime } from '../calendar.ts'

/** `HH:MM` both; an end before the begin lies on the next day. They differ. */
export type Night = { from: string; to: string }

/** What a new wall is given unless somebody says otherwise: day is from seven to ten. */
export const USUAL_NIGHT: Night = { from: '22:00', to: '07:00' }

/** `now` in UTC ms. A clock that is set forward or back over a border is right at once. */
export function isNight({ from, to }: Night, now: number, zone: string): boolean {
  const time = localTime(now, zone).slice(0, 5)
  return from < to ? time >= from && time < to : time >= from || time < to
}
