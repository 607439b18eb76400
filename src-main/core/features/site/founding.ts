/** Opens the site of a record; a record without one is founded. */
import { decideFounding } from '#shared/domain/site/decide.ts'
import { withSetUp, type Site } from '#shared/domain/site/site.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { streamChanges } from '../../engine/changes.ts'
import type { Clock, Journal } from '../../ports.ts'

/** What the record says of its site: by its events, by its document where those are damaged. */
async function recordedSite(journal: Journal): Promise<Site | null> {
  const events = await journal.intact(siteStream.nameOf(''))
  const site = siteStream.replay('', events ?? [])
  return site ?? ((await journal.document('site', 'site')) as Site | null)
}

/** The site of this journal; `foundingSite` is recorded if it has none yet. */
export async function openSite(journal: Journal, clock: Clock, foundingSite: Site): Promise<Site> {
  const recorded = await recordedSite(journal)
  if (recorded) return withSetUp(recorded)
  const { events, documents } = streamChanges(siteStream, '', null, {
    events: decideFounding(null, { type: 'FoundSite', site: foundingSite }).events,
    meta: { at: clock.wall(), by: STATION },
  })
  await journal.commit([
    {
      command: null,
      expect: { [siteStream.nameOf('')]: 0 },
      events,
      documents,
      seals: [],
      rows: [],
    },
  ])
  return foundingSite
}
