/** What every source of obligations is worked out from: now, the calendar, the policies. */
import { localDate, type WorkCalendar } from '#shared/domain/calendar.ts'
import { policiesOf, type Policy } from '#shared/domain/policies/policy.ts'
import { withNotices } from '#shared/domain/site/notice.ts'
import type { QueryContext } from '../handler.ts'

export type ReadinessContext = Pick<
  QueryContext,
  | 'memory'
  | 'library'
  | 'sitePlans'
  | 'siteDocuments'
  | 'planSources'
  | 'shipped'
  | 'journal'
  | 'reports'
  | 'now'
>

/** `at`: UTC ms; `today`: its local date in `zone`. `calendar`: with the site's own notices. */
export type ReadinessAround = ReadinessContext & {
  at: number
  today: string
  zone: string
  calendar: WorkCalendar
  policies: readonly Policy[]
}

/** The policies that concern this site, with what it has set itself. */
export const policiesAt = ({
  memory,
  library,
}: Pick<ReadinessContext, 'memory' | 'library'>): readonly Policy[] =>
  policiesOf(library.policies(), memory.documents.get('policies', 'policies'), memory.site.kinds)

export function readinessAround(context: ReadinessContext): ReadinessAround {
  const { memory, library, now } = context
  const { zone, notices = [] } = memory.site
  const at = now()
  return {
    ...context,
    ...{ at, today: localDate(at, zone), zone },
    calendar: withNotices(library.calendar(), notices),
    policies: policiesAt(context),
  }
}
