/**
 * The work calendar of the installation, from `calendars/cn.json` (made by scripts/calendar.mjs).
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { WorkCalendar } from '#shared/domain/calendar.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Calendar = z.record(
  z.string().regex(/^\d{4}$/),
  z.strictObject({ published: z.boolean(), holidays: z.array(Day), workdays: z.array(Day) }),
)

/**
 * The calendar of a file, or null if it is missing or damaged: then only weekends are known, and
 * every year counts as unpublished.
 */
export function readCalendar(file: string): WorkCalendar | null {
  try {
    return Calendar.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
