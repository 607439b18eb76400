/**
 * Takes inquiry and review of an incident and the result that it is closed with, and says which of
 * them are still due: a review before the archive from the site's level on (突发事件应对法 art. 92),
 * an evaluation of each plan that really ran (88号令 art. 40).
 */
import { accept, type Decision } from '../../decision.ts'
import type { Guarded } from '../../sealed.ts'
import { DAY_MS } from '../../units.ts'
import type {
  InquiryRecorded,
  RecordInquiry,
  RecordReview,
  ResultParts,
  ResultRecorded,
  Review,
  ReviewPassedOver,
  ReviewRecorded,
} from '../record/aftermath.ts'
import * as no from '../record/aftermath-refusals.ts'
import { nothingSaid } from '../record/assessment-refusals.ts'
import type { IncidentEvent, Recorded } from '../record/events.ts'
import { countsOf } from '../record/select.ts'
import { overAt, type Incident } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'
import { finishAsked, refusedByState, refusedInstant } from './aftercare.ts'

export const reviewsOf = ({ reviews }: Incident): readonly Review[] => reviews ?? []

/**
 * Refused: as any aftermath by the state (`bad-move`, `incident-over`), nothing written, handed on
 * without an opinion, a time that cannot be (`bad-input`).
 */
export function recordInquiry(
  incident: Incident,
  { course, cause, opinion, handed }: RecordInquiry,
  context: RuleContext,
): Decision<IncidentEvent> {
  const refused =
    refusedByState(incident) ?? refusedInstant(incident, handed?.at ?? null, context.meta.at)
  if (refused) return refused
  if (!course && !cause && !opinion) return nothingSaid()
  if (handed && !opinion) return no.handedWithout()
  return accept<IncidentEvent>(
    { type: 'InquiryRecorded', course, cause, opinion, handed },
    ...(handed ? finishAsked(incident, (step) => step === 'inquiry', handed.at, context) : []),
  )
}

/** Plans that really ran here: not one that was declined, stopped, or brought along by another. */
export const plansThatRan = ({ runs }: Incident): readonly string[] => [
  ...new Set(
    runs
      .filter(({ declined, stopped, broughtBy }) => !declined && !stopped && !broughtBy)
      .map(({ planId }) => planId),
  ),
]

/**
 * An evaluation of plans alone is taken after the archive, too. Refused: as any aftermath by the
 * state, nothing written, no plan chosen, a time that cannot be (`bad-input`), a plan that did not
 * run (`plan-not-running`).
 */
export function recordReview(
  incident: Incident,
  { kind, cause, well, poor, lessons, people, plans, reviewedAt }: RecordReview,
  context: RuleContext,
): Decision<IncidentEvent> {
  const isLate = kind === 'evaluation' && incident.state === 'archived'
  const refused =
    (isLate ? null : refusedByState(incident)) ??
    refusedInstant(incident, reviewedAt, context.meta.at)
  if (refused) return refused
  if (!cause && !well && !poor && lessons.length === 0) return no.reviewEmpty()
  if (kind === 'evaluation' && plans.length === 0) return no.evaluatesNothing()
  const stranger = plans.find((planId) => !incident.runs.some((run) => run.planId === planId))
  if (stranger !== undefined) return no.planNeverRan(stranger)
  const recorded: ReviewRecorded = {
    ...{ type: 'ReviewRecorded', reviewId: String(reviewsOf(incident).length + 1) },
    ...{ kind, cause, well, poor, people, plans },
    lessons: lessons.map((text, index) => ({ id: String(index + 1), text })),
    reviewedAt: reviewedAt ?? context.meta.at,
  }
  return accept<IncidentEvent>(
    recorded,
    ...finishAsked(
      incident,
      (step) => step === kind || (step === 'evaluation' && plans.length > 0),
      reviewedAt,
      context,
    ),
  )
}

/** The level of its response asks for a review, whether there is one or not. */
export const asksReview = (
  { drill, imported, level }: Incident,
  { reviewFrom }: Pick<World, 'reviewFrom'>,
): boolean =>
  !drill && !imported && level !== null && reviewFrom !== undefined && level <= reviewFrom

/** There has to be a review before the archive, and there is none, nor a reason for none. */
export const isReviewMissing = (incident: Incident, world: Pick<World, 'reviewFrom'>): boolean =>
  asksReview(incident, world) &&
  !incident.reviewPassedOver &&
  !reviewsOf(incident).some(({ kind }) => kind === 'review')

/** `reason`: why it goes without. Refused without one: `review-missing`. */
export function passReview(
  incident: Incident,
  reason: Guarded | null,
  world: World,
): Decision<ReviewPassedOver> {
  if (!isReviewMissing(incident, world)) return accept()
  return reason ? accept({ type: 'ReviewPassedOver', reason }) : no.reviewMissing()
}

/**
 * The law names no term for the evaluation of a plan after real use; the one of ours is that of
 * changed casualties (493号令 art. 13), after which nothing of it changes any more.
 */
export const EVALUATION_DAYS = 30

/** `dueAt` (UTC ms) null: the incident is not over, so that its time has not begun. */
export type Evaluation = { planId: string; dueAt: number | null; doneAt: number | null }

/** None of a drill, which has an evaluation of its own, and of what was brought in from a file. */
export function evaluationsOf(incident: Incident): readonly Evaluation[] {
  if (incident.drill || incident.imported) return []
  const over = overAt(incident)
  return plansThatRan(incident).map((planId) => ({
    planId,
    dueAt: over === null ? null : over + EVALUATION_DAYS * DAY_MS,
    doneAt: reviewsOf(incident).find(({ plans }) => plans.includes(planId))?.reviewedAt ?? null,
  }))
}

/** The numbers are those of the record: nobody counts twice. */
export const resultOf = (incident: Incident, parts: ResultParts): ResultRecorded => ({
  type: 'ResultRecorded',
  casualties: countsOf(incident),
  loss: incident.loss ?? null,
  operating: incident.impact?.operating ?? null,
  ...parts,
})

export const inquiryRecorded = (
  incident: Incident,
  { course, cause, opinion, handed, at, by }: Recorded<InquiryRecorded>,
): Incident => ({ ...incident, inquiry: { course, cause, opinion, handed, at, by } })

export const reviewRecorded = (incident: Incident, event: Recorded<ReviewRecorded>): Incident => {
  const { reviewId: id, kind, cause, well, poor, lessons, people, plans, reviewedAt } = event
  const { at, by } = event
  const review = { id, kind, cause, well, poor, lessons, people, plans, reviewedAt, at, by }
  return { ...incident, reviews: [...reviewsOf(incident), review] }
}

export const reviewPassedOver = (
  incident: Incident,
  { reason, at, by }: Recorded<ReviewPassedOver>,
): Incident => ({ ...incident, reviewPassedOver: { reason, at, by } })

export const resultRecorded = (
  incident: Incident,
  { casualties, loss, operating, cause, handedTo, at, by }: Recorded<ResultRecorded>,
): Incident => ({ ...incident, result: { casualties, loss, operating, cause, handedTo, at, by } })
