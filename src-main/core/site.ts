/** The site: founded once, when the data folder is made, and kept in the journal. Its zone rules months and calendar, whatever the machine says. */
import type { Site } from '#shared/domain/board/types.ts'
import type { Clock, Journal, Json } from './ports.ts'

/** The site of this journal; `found` is what to record if it has none yet. */
export async function openSite(journal: Journal, clock: Clock, found: Site): Promise<Site> {
  const known = await journal.kept('site', 'site')
  if (known) return known as unknown as Site
  const body = found as unknown as Json
  await journal.commit([{
    command: null, expect: { site: 0 }, events: [{ stream: 'site', type: 'SiteFounded', at: clock.wall(), by: 'Vigil', body }],
    seals: [], rows: [], kept: [{ kind: 'site', id: 'site', body }]
  }])
  return found
}
