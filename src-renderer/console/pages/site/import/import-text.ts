/** Texts of the import page: instants and shortened values. */
import { localDate } from '#shared/domain/calendar.ts'
import { hourAndMinute } from '#renderer/ui/figure.ts'

/** Date and time of an instant (UTC ms) in a zone: `2025-03-05 14:30`. */
export const whenText = (at: number, zone: string): string =>
  `${localDate(at, zone)} ${hourAndMinute(at, zone)}`

/** At most so many characters, and a sign that there are more. */
export const shortened = (words: string, most = 60): string =>
  words.length > most ? `${words.slice(0, most)}…` : words
