/** Says by which work calendar an incident is judged. */
import type { WorkCalendar } from '../../calendar.ts'
import { withNotices } from '../../site/notice.ts'
import type { Incident } from './state.ts'
import type { World } from './world.ts'

/**
 * The one that it began with: a notice that is entered while it runs opens and closes no step of it
 * and moves no limit.
 */
export const calendarOf = (
  { receivedAt }: Pick<Incident, 'receivedAt'>,
  { calendar, notices = [] }: Pick<World, 'calendar' | 'notices'>,
): WorkCalendar => withNotices(calendar, notices, receivedAt)
