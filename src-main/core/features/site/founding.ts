/**
 * The site: founded once, when the data folder is made, set up by people, and kept in the journal.
 * Its zone rules months and calendar, whatever the machine says.
 */
import type { Site } from '#shared/domain/board/types.ts'
import { setUpAs, withSetUp, type SetUp } from '#shared/domain/site.ts'
import type { Clock, Journal, Json, StoredEvent } from '../../ports.ts'

/** What a site has become by its events, in order; null if it was never founded. */
export const siteOf = (events: readonly Pick<StoredEvent, 'type' | 'body'>[]): Site | null =>
  events.reduce<Site | null>((site, { type, body }) => {
    if (type === 'SiteFounded') return body as unknown as Site
    return site && type === 'SiteSetUp' ? setUpAs(site, body as unknown as SetUp) : site
  }, null)

/** The site of this journal; `found` is what to record if it has none yet. */
export async function openSite(journal: Journal, clock: Clock, found: Site): Promise<Site> {
  const founded = siteOf((await journal.intact('site')) ?? [])
  const known = founded ?? (await journal.document('site', 'site'))
  if (known) return withSetUp(known as unknown as Site)
  const body = found as unknown as Json
  await journal.commit([
    {
      command: null,
      expect: { site: 0 },
      events: [{ stream: 'site', type: 'SiteFounded', at: clock.wall(), by: 'Vigil', body }],
      seals: [],
      rows: [],
      documents: [{ kind: 'site', id: 'site', body }],
    },
  ])
  return found
}
