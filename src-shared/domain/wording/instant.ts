/** Words an instant (UTC ms) as the site's clock shows it: to the second, and to the minute. */
import { localAsUtc } from '../calendar.ts'

/** Local date and time in an IANA zone: `2026-11-24 14:05:09`. */
export const instantText = (at: number, zone: string): string =>
  new Date(localAsUtc(at, zone)).toISOString().slice(0, 19).replace('T', ' ')

/** {@link instantText} to the minute below: `2026-11-24 14:05`. */
export const minuteText = (at: number, zone: string): string => instantText(at, zone).slice(0, 16)
