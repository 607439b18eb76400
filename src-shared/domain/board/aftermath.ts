/** Draws the aftermath of an incident: what is owed to people, inquiry, reviews, what is due. */
import { isSame } from '../canonical.ts'
import type { AftercareKind } from '../plan/aftercare-kinds.ts'
import {
  isOpenAftercare,
  type Aftercare,
  type CauseKnown,
  type ReviewKind,
} from '../incident/record/aftermath.ts'
import type { Operating } from '../incident/record/scales.ts'
import { countsOf, planOf } from '../incident/record/select.ts'
import type { Counts } from '../incident/record/slices.ts'
import type { Incident } from '../incident/record/state.ts'
import { takesAftermath } from '../incident/rules/aftercare.ts'
import {
  aftercareOf,
  amountsOf,
  asksReview,
  evaluationsOf,
  isReviewMissing,
  reviewsOf,
} from '../incident/rules/aftermath-due.ts'
import { reportRuleFor } from '../incident/rules/report-clocks.ts'
import { shown, shownOrNull } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { DAY_MS } from '../units.ts'
import type { View } from './view.ts'

/** Amounts in fen, `dueOn` a date of the site. Words are null where none were said. */
export type BoardAftercare = {
  id: string
  kind: AftercareKind
  whom: string
  owner: LocalizedText
  dueOn: string
  words: string | null
  agreedFen: number | null
  stepId: string | null
  at: number
  by: string
  done: {
    at: number
    by: string
    words: string | null
    paidFen: number | null
    finding: string | null
    measure: string | null
  } | null
  withdrawn: { at: number; by: string; reason: string } | null
  corrected?: { at: number; by: string; reason: string } // last; absent where it never was
}
export type BoardInquiry = {
  course: string | null
  cause: string | null
  opinion: string | null
  handed: { to: string; at: number } | null
  at: number
  by: string
}
export type BoardReview = {
  id: string
  kind: ReviewKind
  cause: string | null
  well: string | null
  poor: string | null
  lessons: readonly { id: string; text: string }[]
  people: string | null
  plans: readonly string[]
  reviewedAt: number
  at: number
  by: string
}
/** A plan that really ran, and by when it is evaluated (null: the incident is not over yet). */
export type BoardEvaluation = {
  planId: string
  title: LocalizedText
  dueAt: number | null
  doneAt: number | null
}
export type BoardResult = {
  casualties: Counts
  loss: number | null // yuan
  operating: Operating | null
  cause: CauseKnown | null
  handedTo: string | null
  at: number
  by: string
  outdated?: true // casualties or loss were put right since
}
/**
 * `entries`: open ones first, the nearest due day in front. `agreedFen`, `paidFen`: of all
 * compensation that was not withdrawn. `review`: whether its level asks for one before the archive.
 * `changesUntil` (UTC ms): so long the law wants changed casualties reported; null: it does not.
 */
export type BoardAftermath = {
  entries: readonly BoardAftercare[]
  agreedFen: number
  paidFen: number
  inquiry: BoardInquiry | null
  reviews: readonly BoardReview[]
  review: 'missing' | 'done' | 'passed-over' | 'not-asked'
  evaluations: readonly BoardEvaluation[]
  result: BoardResult | null
  changesUntil: number | null
}

type Open = View['open']

const drawEntry = (entry: Aftercare, open: Open): BoardAftercare => {
  const { id, kind, whom, owner, dueOn, words, agreedFen, stepId, at, by, done, withdrawn } = entry
  const person = owner.post ? '' : shown(owner.person, open)
  const last = entry.corrected?.at(-1)
  return {
    ...{ id, kind, dueOn, agreedFen, stepId, at, by },
    whom: shown(whom, open),
    owner: owner.post?.name ?? localized(person, person),
    words: shownOrNull(words, open),
    done: done
      ? {
          at: done.at,
          by: done.by,
          words: shownOrNull(done.words, open),
          paidFen: done.paidFen ?? null,
          finding: shownOrNull(done.finding, open),
          measure: shownOrNull(done.measure, open),
        }
      : null,
    withdrawn: withdrawn
      ? { at: withdrawn.at, by: withdrawn.by, reason: shown(withdrawn.reason, open) }
      : null,
    ...(last ? { corrected: { at: last.at, by: last.by, reason: shown(last.reason, open) } } : {}),
  }
}

const isFirst = (entry: Aftercare): number => (isOpenAftercare(entry) ? 0 : 1)
const inOrder = (entries: readonly Aftercare[]): readonly Aftercare[] =>
  [...entries].sort((a, b) => isFirst(a) - isFirst(b) || (a.dueOn < b.dueOn ? -1 : 1))

function drawInquiry({ inquiry }: Incident, open: Open): BoardInquiry | null {
  if (!inquiry) return null
  const { course, cause, opinion, handed, at, by } = inquiry
  return {
    course: shownOrNull(course, open),
    cause: shownOrNull(cause, open),
    opinion: shownOrNull(opinion, open),
    handed: handed && { to: shown(handed.to, open), at: handed.at },
    at,
    by,
  }
}

const drawReviews = (incident: Incident, open: Open): readonly BoardReview[] =>
  reviewsOf(incident).map(({ cause, well, poor, lessons, people, ...review }) => ({
    ...review,
    cause: shownOrNull(cause, open),
    well: shownOrNull(well, open),
    poor: shownOrNull(poor, open),
    lessons: lessons.map(({ id, text }) => ({ id, text: shown(text, open) })),
    people: shownOrNull(people, open),
  }))

function reviewStanding(incident: Incident, world: View['world']): BoardAftermath['review'] {
  if (isReviewMissing(incident, world)) return 'missing'
  if (reviewsOf(incident).some(({ kind }) => kind === 'review')) return 'done'
  if (incident.reviewPassedOver) return 'passed-over'
  // without a review, and neither missing nor passed over
  return asksReview(incident, world) ? 'missing' : 'not-asked'
}

function drawEvaluations(incident: Incident, world: View['world']): readonly BoardEvaluation[] {
  const titles = new Map(
    incident.runs.map((run) => [run.planId, planOf(run, world).title] as const),
  )
  return evaluationsOf(incident).map((evaluation) => ({
    ...evaluation,
    title: titles.get(evaluation.planId) ?? localized('', ''),
  }))
}

function drawResult(incident: Incident, open: Open): BoardResult | null {
  const { result } = incident
  if (!result) return null
  const { casualties, loss } = result
  const isAsItStands = isSame(casualties, countsOf(incident)) && loss === (incident.loss ?? null)
  return {
    ...result,
    handedTo: shownOrNull(result.handedTo, open),
    ...(isAsItStands ? {} : { outdated: true }),
  }
}

function changesUntil(incident: Incident, world: View['world']): number | null {
  const days = reportRuleFor(incident, world)?.changesDays
  return days === undefined ? null : (incident.occurredAt ?? incident.receivedAt) + days * DAY_MS
}

const hasAftermath = ({ aftercare, inquiry, reviews, result }: Incident): boolean =>
  Boolean(aftercare ?? inquiry ?? reviews ?? result)

/** Absent before it is contained, and where it has left the chain without any. */
export function drawAftermath(
  incident: Incident,
  { world, open }: Pick<View, 'world' | 'open'>,
): { aftermath?: BoardAftermath } {
  if (!takesAftermath(incident.state) && !hasAftermath(incident)) return {}
  return {
    aftermath: {
      entries: inOrder(aftercareOf(incident)).map((entry) => drawEntry(entry, open)),
      ...amountsOf(incident),
      inquiry: drawInquiry(incident, open),
      reviews: drawReviews(incident, open),
      review: reviewStanding(incident, world),
      evaluations: drawEvaluations(incident, world),
      result: drawResult(incident, open),
      changesUntil: changesUntil(incident, world),
    },
  }
}
