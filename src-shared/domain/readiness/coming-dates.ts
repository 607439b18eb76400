/**
 * What is found by its date: a post that nobody will hold, a shift that is short, numbers to be
 * verified, a calendar that is missing, days off. What somebody has to do of it is an obligation.
 */

/**
 * `post`: a required post that nobody holds from then
 * on; `shift`: one that lacks people; `numbers`: of contacts, to be verified; `calendar`: the days
 * off of a year are not known; `workday`: a make-up workday; `days-off`: they begin.
 */
export type DateKind = 'post' | 'shift' | 'numbers' | 'calendar' | 'workday' | 'days-off'

/**
 * `date`: the local date on which it comes due; null: it has been due all along. `at`: the instant
 * (UTC ms) where it is one. `about`: what it concerns, by kind the id of a post or of a shift, or a
 * year. `count`: people that lack, numbers, or days.
 */
export type ComingDate = {
  kind: DateKind
  date: string | null
  at: number | null
  about: string | null
  count: number
}
