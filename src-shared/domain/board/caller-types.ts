/** Who called about an incident, and what of it is new, as the board shows it. */
import type { HeardAnswer, SentElsewhere } from '../incident/record/callers.ts'
import type { Counts } from '../incident/record/slices.ts'
import type { PeopleKind, Severity } from '../incident/record/scales.ts'

/** What of a caller's words nobody has taken over yet. It is proposed and sets nothing. */
export type BoardCallerNews = {
  place?: string
  peopleAt?: string // where its people are, once they are told of at several places
  casualties?: Counts
  totals?: Counts // what a number is once they are recorded, where they tell another one
  atLeastOne?: readonly PeopleKind[]
  severity?: Severity
  level?: number // of a merged incident, where it is higher
  planId?: string // what else it sounds like
  answers?: readonly HeardAnswer[]
}

/** `nth`: the report is the first. `words`, `reporter`: null once purged. Times in UTC ms. */
export type BoardCaller = {
  id: string
  nth: number
  at: number
  by: string
  channel: string | null
  reporter: string | null
  words: string | null
  news: BoardCallerNews | null
  parted: { incidentId: string; number: string | null; at: number } | null
}

/**
 * An incident that was merged into this one. `news`: what of it is new here, absent where nothing
 * is; `sent`: what it had sent to the authorities, absent where nothing was. Walls get neither.
 */
export type BoardTakenIn = {
  incidentId: string
  number: string | null
  at: number
  by: string
  news?: BoardCallerNews
  sent?: readonly SentElsewhere[]
}

/** Absent where there is none. None of it is on a wall but `callerCount`, and on no public one. */
export type BoardCallers = {
  callers?: readonly BoardCaller[]
  callerCount?: number // those of merged incidents included; absent where one alone has called
  takenIn?: readonly BoardTakenIn[]
  mergedInto?: { incidentId: string; number: string | null; at: number }
}
