/** What the rules may know besides the record: the plans that run, the work calendar, the zone, the roster. All handed in; nothing is looked up. */
import type { Plan } from '../plan/plan.ts'
import type { WorkCalendar } from '../calendar.ts'

/** Who holds a post now: role id → names. `null` as a whole means that the site keeps no roster. */
export type Roster = Readonly<Record<string, readonly string[]>>

export type World = {
  /** The plan of a run, by revision. Every revision that an open incident runs is at hand. */
  plan: (revision: string) => Plan
  calendar: WorkCalendar
  zone: string // IANA, of the site
  roster: Roster | null
}
