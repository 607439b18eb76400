/**
 * Who called about an incident after its report, what of their words is new, and which incidents
 * were merged into it.
 */
import type { FactValue } from '../../plan/plan.ts'
import type { ReportKind } from '../../plan/report-kind.ts'
import type { Guarded, Sealed } from '../../sealed.ts'
import type { BulletinKind } from './bulletins.ts'
import type { ReportClock } from './report-clocks.ts'
import type { PeopleKind, Severity } from './scales.ts'
import type { Counts } from './slices.ts'

/** An answer that a caller's words give to a question of a plan that runs. */
export type HeardAnswer = { planId: string; key: string; value: FactValue }

/**
 * What a caller tells that nobody had told before: shown and proposed, never set by itself.
 * `casualties`: at least so many. `peopleAt`: where these are, if somebody named it and `place`
 * does not say it. `planId`: what else it sounds like.
 */
export type CallerNews = {
  place?: Sealed
  peopleAt?: Sealed
  casualties?: Counts
  atLeastOne?: readonly PeopleKind[]
  severity?: Severity
  level?: number // the response level of a merged incident, where it is higher
  planId?: string
  answers?: readonly HeardAnswer[]
}

/**
 * How one line of news is named: `place`, `severity`, `level`, `plan`, else one of the two below.
 * Somebody may leave it out.
 */
export const peopleLine = (kind: PeopleKind): string => `people:${kind}`
export const answerLine = ({ planId, key }: Pick<HeardAnswer, 'planId' | 'key'>): string =>
  `answer:${planId}|${key}`

/** The lines of the news, by their names. */
export const newsLines = (news: CallerNews): readonly string[] => [
  ...(news.place ? ['place'] : []),
  ...Object.keys(news.casualties ?? {}).map((kind) => peopleLine(kind as PeopleKind)),
  ...(news.atLeastOne ?? []).map(peopleLine),
  ...(news.severity ? ['severity'] : []),
  ...(news.level === undefined ? [] : ['level']),
  ...(news.planId === undefined ? [] : ['plan']),
  ...(news.answers ?? []).map(answerLine),
]

/** Of which people a caller or a merged incident has told, by its id. */
export type HeardPeople = { from: string; kind: PeopleKind }

/**
 * `nth`: the report is the first. `dismissed`: lines of its news that are left out. `counted`:
 * people at another place whom the numbers of the incident hold. `parted`: it was filed as an
 * incident of its own.
 */
export type Caller = {
  id: string
  nth: number
  at: number
  by: string
  narrative: Sealed
  reporter: Sealed | null
  channel: string | null
  news?: CallerNews
  dismissed?: readonly string[]
  counted?: readonly PeopleKind[]
  parted?: { incidentId: string; number?: string; at: number; by: string; reason: Guarded }
}

/** A limit that was late when its incident was merged. Instants in UTC ms. */
export type CarriedLimit = {
  stepId: string
  planId: string
  clause: string
  startedAt: number
  dueAt: number
  doneAt: number | null
  endedAt: number | null
  lateAt: number | null
  toldAt?: number
  explained: boolean
  reason?: Guarded
  report?: ReportKind
  proposed?: true
}

/**
 * What goes along of the reports to the authorities. `headInformedAt` (UTC ms): when the head of
 * the unit knew of that incident; `first`: the first one is still due; `late`: clocks that were
 * late and have ended; `sent`: what went out, in its order, with the `people` as the last one told
 * them.
 */
export type TakenReports = {
  headInformedAt?: number
  first?: Pick<ReportClock, 'ruleId' | 'source' | 'startedAt' | 'dueAt'>
  late?: readonly ReportClock[]
  sent?: readonly SentElsewhere[]
  people?: Counts
}
/** `by`: who sent it. */
export type SentElsewhere = { kind: BulletinKind; number: number; at: number; by: string }

/**
 * `callers`: how many it had. `plans`: of its late limits. `news`: what it had recorded that is new
 * here, with the `dismissed` lines of it and the people `counted`.
 */
export type TakenIn = {
  incidentId: string
  number?: string
  callers: number
  late: readonly CarriedLimit[]
  plans: readonly { planId: string; revision: string }[]
  news?: CallerNews
  dismissed?: readonly string[]
  counted?: readonly PeopleKind[]
  reports?: TakenReports
  at: number
  by: string
  reason: Guarded
}

/**
 * When the head of the unit knew as it was told here itself (UTC ms), once something was merged
 * into it: null: not at all. `over`: the merged ones, by their ids, that it was told after.
 */
export type HeadTold = { at: number | null; over: readonly string[] }

/**
 * What left an incident that is merged: another one that had been merged into it, or (`nth`) one of
 * its callers.
 */
export type Left = { incidentId: string; number?: string; nth?: number }

/** Where an incident went that was merged. */
export type MergedInto = { incidentId: string; number?: string; at: number; by: string }

type WithCallers = { callers?: readonly Caller[]; takenIn?: readonly TakenIn[] }

/** How many have called about it, the report and those of merged incidents included. */
export const callerCount = ({ callers = [], takenIn = [] }: WithCallers): number =>
  1 +
  callers.filter(({ parted }) => !parted).length +
  takenIn.reduce((sum, merged) => sum + merged.callers, 0)
