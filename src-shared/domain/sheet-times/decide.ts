/** Decides how often power-cut sheets come by themselves. */
import { isSame } from '../canonical.ts'
import { accept, type Accepted } from '../decision.ts'
import type { SheetTimes, SheetTimesSet } from './stream.ts'

export type SetSheetTimes = { type: 'SetSheetTimes' } & SheetTimes

/** Setting what is set changes nothing. */
export function decideSheetTimes(
  before: SheetTimes | null,
  { everyMinutes, language }: SetSheetTimes,
): Accepted<SheetTimesSet> {
  const times = { everyMinutes, language }
  return isSame(before, times) ? accept() : accept({ type: 'SheetTimesSet', ...times })
}
