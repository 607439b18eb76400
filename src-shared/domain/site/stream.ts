/** The stream of the site: founded once, when its data folder is made, and set up by people. */
import type { Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import type { EnteredNotice, Notice } from './notice.ts'
import { isZone, setUpAs, type SetUp, type Site } from './site.ts'

export type SiteFounded = { type: 'SiteFounded' } & Site
export type SiteSetUp = { type: 'SiteSetUp' } & SetUp
/** The holidays of a year by the State Council's notice. */
export type CalendarSet = { type: 'CalendarSet' } & Notice
export type SiteEvent = SiteFounded | SiteSetUp | CalendarSet

function evolve(site: Site | null, event: Recorded<SiteEvent>): Site | null {
  if (event.type === 'SiteFounded') return bodyOf(event) as Site
  if (!site) return null
  if (event.type === 'SiteSetUp') return setUpAs(site, event)
  const { year, holidays, workdays, source, at, by } = event
  return {
    ...site,
    notices: [...(site.notices ?? []), { year, holidays, workdays, source, at, by }],
  }
}

/** Null before the site was founded. */
export const siteStream = defineStream<Site | null, SiteEvent, { site: Site }>({
  name: 'site',
  initial: () => null,
  evolve,
  documents: {
    site: {
      of: (site) => site,
      name: localized('本单位设置', 'the site'),
      hasForm: is.fields<Site>({
        name: is.text,
        zone: (zone) => typeof zone === 'string' && isZone(zone),
        kinds: is.list(is.words),
        demo: is.flag,
        setUp: is.maybe(is.flag),
        notices: is.maybe(
          is.list(
            is.fields<EnteredNotice>({
              year: is.words,
              holidays: is.list(is.words),
              workdays: is.list(is.words),
              source: is.words,
              at: is.number,
              by: is.words,
            }),
          ),
        ),
      }),
      fromEvents: true,
    },
  },
})
