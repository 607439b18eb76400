/** Takes inquiry and review of an incident, and the steps that ask for them with them. */
import { accept, type Decision } from '../../decision.ts'
import type {
  InquiryRecorded,
  RecordInquiry,
  RecordReview,
  ResultRecorded,
  ReviewPassedOver,
  ReviewRecorded,
} from '../record/aftermath.ts'
import * as no from '../record/aftermath-refusals.ts'
import { nothingSaid } from '../record/assessment-refusals.ts'
import type { IncidentEvent, Recorded } from '../record/events.ts'
import type { Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { finishAsked, refusedByState, refusedInstant } from './aftercare.ts'
import { reviewsOf } from './aftermath-due.ts'

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
