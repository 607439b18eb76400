/** The times for which an emergency record stood in for the site's own, as figures name them. */
import { localDate } from '../calendar.ts'
import type { Adoption } from './stream.ts'

/** UTC ms. What was written last before `since` may be missing. */
export type EmergencySpan = { since: number; until: number }

/** Those that touch a period of local dates (both days included), oldest first. */
export const emergenciesIn = (
  adoptions: readonly Adoption[] | null,
  { from, to }: { from: string; to: string },
  zone: string,
): readonly EmergencySpan[] =>
  (adoptions ?? [])
    .filter(({ since, until }) => localDate(since, zone) <= to && localDate(until, zone) >= from)
    .map(({ since, until }) => ({ since, until }))
    .sort((a, b) => a.since - b.since)
