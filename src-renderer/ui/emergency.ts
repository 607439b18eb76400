/** The words of an emergency record that console and wall share: since when, and whom to call. */
import type { BoardEmergency } from '#shared/domain/board/types.ts'
import { hourAndMinute } from './figure.ts'

/** `since` in the site's zone; `person` empty where no roster says whom to call. */
export const emergencyWords = (
  { since, contact }: BoardEmergency,
  zone: string,
): { since: string; person: string; phone: string } => ({
  since: hourAndMinute(since, zone),
  person: contact?.people[0] ?? '',
  phone: contact?.phones[0] ?? '',
})
