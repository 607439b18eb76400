/**
 * Defines what the rules know besides the record: the plans that run, the work calendar, the zone,
 * the roster, and by whom and when a command comes.
 */
import type { AttentionTimes } from '../../attention/times.ts'
import type { Meta } from '../../decision.ts'
import type { Guarded } from '../../sealed.ts'
import type { Plan } from '../../plan/plan.ts'
import type { ReportRule } from './report-clocks.ts'
import type { WorkCalendar } from '../../calendar.ts'
import type { Sealed } from '../../sealed.ts'
import type { EnteredNotice } from '../../site/notice.ts'

/** Who holds a post now: role id → names. `null` as a whole means that the site keeps no roster. */
export type Roster = Readonly<Record<string, readonly Guarded[]>>

export type World = {
  /** The plan of a run, by revision. Every revision that an open incident runs is at hand. */
  plan: (revision: string) => Plan
  calendar: WorkCalendar // as it came with the program
  /** What the site has entered of it, in that order. Absent: nothing. */
  notices?: readonly EnteredNotice[]
  zone: string // IANA, of the site
  roster: Roster | null
  /**
   * The text of a plan of the site's library, by id: the base of an annex, a plan that a step
   * starts. Absent: there is no library.
   */
  offered?: (planId: string) => Plan | null
  /** The plans of the library that say themselves when they are to be started. */
  starters?: readonly Plan[]
  /** The site's times of attention. Absent: nobody is asked for anything, as in a dry run. */
  attention?: AttentionTimes
  /** After how many days a closed incident is archived. Absent: a person archives it. */
  archiveAfterDays?: number
  /** From which response level on a review has to be made before the archive. Absent: from none. */
  reviewFrom?: number
  /** How soon the law wants a report, the strictest in front. Absent: it wants none. */
  reportRules?: readonly ReportRule[]
  /** The kinds of the site. Absent: none. */
  siteKinds?: readonly string[]
  /** Opens a personal value; null once it is purged. Absent: none can be opened. */
  open?: (sealed: Sealed) => string | null
}

/** With what a rule decides a command: `meta` is of the command. */
export type RuleContext = { world: World; meta: Meta }
