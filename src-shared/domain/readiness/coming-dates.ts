/**
 * What comes due at a site, worst first: a post that nobody will hold, a shift that is short,
 * numbers to be verified, days off, a calendar that is missing. Whoever has something with a date
 * adds a kind.
 */

/**
 * In the order in which they matter on one day. `post`: a required post that nobody holds from then
 * on; `shift`: one that lacks people; `numbers`: of contacts, to be verified; `calendar`: the days
 * off of a year are not known; `workday`: a make-up workday; `days-off`: they begin.
 */
export const DATE_KINDS = ['post', 'shift', 'numbers', 'calendar', 'workday', 'days-off'] as const
export type DateKind = (typeof DATE_KINDS)[number]

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

const rankOf = ({ kind }: ComingDate): number => DATE_KINDS.indexOf(kind)

/** What was due longest stands first, then the nearest; of one day what matters most. */
export const worstFirst = (dates: readonly ComingDate[]): readonly ComingDate[] =>
  dates.toSorted((a, b) => {
    const [first, second] = [a.date ?? '', b.date ?? '']
    return first === second ? rankOf(a) - rankOf(b) : first < second ? -1 : 1
  })
