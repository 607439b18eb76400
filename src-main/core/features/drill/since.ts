/** Since when the site has each plan: from then on its first drill is due. */
import { localDate } from '#shared/domain/calendar.ts'
import type { QueryContext } from '../handler.ts'

/**
 * The local day on which a site plan was first approved, else the day on which the site was
 * founded: a plan that ships is in force from then on.
 */
export function sinceOf({
  memory,
  reports,
  sitePlans,
  now,
}: Pick<QueryContext, 'memory' | 'reports' | 'sitePlans' | 'now'>): (planId: string) => string {
  const { zone } = memory.site
  const founded = localDate(reports.foundedAt ?? now(), zone)
  return (planId) => {
    const created = sitePlans.state(planId).plan?.record.find(({ kind }) => kind === 'made')
    const approved = created ? localDate(created.at, zone) : null
    return approved !== null && approved > founded ? approved : founded
  }
}
