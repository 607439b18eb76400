/** Decides what a site is founded as, what it is set up as, and which holidays it has. */
import { isSame } from '../canonical.ts'
import { accept, type Accepted, type Decision } from '../decision.ts'
import { concerns } from '../plan/concerns.ts'
import type { Plan } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'
import { inDateOrder, noticeFaults, type Notice } from './notice.ts'
import { badNotice, badZone, kindNeeded, zoneFixed } from './site-refusals.ts'
import { isZone, setUpAs, type Site } from './site.ts'
import type { SiteEvent } from './stream.ts'

export type FoundSite = { type: 'FoundSite'; site: Site }
/** `name`: one text serves for both languages. `zone` null: it stays. */
export type SetUpSite = {
  type: 'SetUpSite'
  name: LocalizedText | string
  zone: string | null
  kinds: readonly string[]
}

/** Days in any order; one that is given twice counts once. */
export type SetCalendar = { type: 'SetCalendar' } & Notice

/** `hasIncidents`: one was ever reported. `running`: the plans that open incidents run now. */
export type SiteWorld = { hasIncidents: boolean; running: readonly Plan[] }

/**
 * The running plans that a site of these kinds would not have. One that the site does not have
 * today either is no reason to keep a kind.
 */
function plansLost(site: Site, kinds: readonly string[], running: readonly Plan[]): Plan[] {
  const lost = running.filter(
    ({ siteKinds }) => concerns(siteKinds, site.kinds) && !concerns(siteKinds, kinds),
  )
  return lost.filter(({ id }, index) => lost.findIndex((plan) => plan.id === id) === index)
}

/** Nothing follows for a record that has a site. */
export const decideFounding = (
  site: Site | null,
  { site: founding }: FoundSite,
): Accepted<SiteEvent> => (site ? accept() : accept({ type: 'SiteFounded', ...founding }))

/**
 * Nothing follows from setting a site up as what it is. Refusals: `bad-zone`, `zone-fixed` (months
 * and holidays were counted by it), `site-kind-needed`.
 */
export function decideSetUp(
  site: Site,
  { name, zone, kinds }: SetUpSite,
  { hasIncidents, running }: SiteWorld,
): Decision<SiteEvent> {
  const nextZone = zone ?? site.zone
  if (!isZone(nextZone)) return badZone(nextZone)
  if (nextZone !== site.zone && hasIncidents) return zoneFixed(site.zone)
  const nextKinds = kinds.includes('all') ? ['all'] : [...new Set(kinds)]
  const lost = plansLost(site, nextKinds, running)
  if (lost.length > 0) return kindNeeded(lost)
  const change = {
    name: typeof name === 'string' ? localized(name, name) : name,
    zone: nextZone,
    kinds: nextKinds,
  }
  if (isSame(setUpAs(site, change), site)) return accept()
  return accept({ type: 'SiteSetUp', ...change })
}

/**
 * Nothing follows from entering what was entered last for that year. Refuses `bad-input`: no day
 * off, a day outside the year, off and worked at once, or a make-up day that is no weekend.
 */
export function decideCalendar(
  site: Site,
  { year, holidays, workdays, source }: SetCalendar,
): Decision<SiteEvent> {
  const notice: Notice = {
    year,
    holidays: inDateOrder(holidays),
    workdays: inDateOrder(workdays),
    source,
  }
  const faults = noticeFaults(notice)
  if (faults.length > 0) return badNotice(faults)
  const last = site.notices?.findLast((entered) => entered.year === year)
  if (last && isSame(notice, { year, ...noticeOf(last) })) return accept()
  return accept({ type: 'CalendarSet', ...notice })
}

const noticeOf = ({ holidays, workdays, source }: Notice): Omit<Notice, 'year'> => ({
  holidays,
  workdays,
  source,
})
