/**
 * What of the aftermath of an incident stands and what is due: a review before the archive from the
 * site's level on (突发事件应对法 art. 92), an evaluation of each plan that really ran (88号令 art.
 * 40), and the result that it is closed with.
 */
import { accept, type Decision } from '../../decision.ts'
import type { Guarded } from '../../sealed.ts'
import { DAY_MS } from '../../units.ts'
import type {
  Aftercare,
  ResultParts,
  ResultRecorded,
  Review,
  ReviewPassedOver,
} from '../record/aftermath.ts'
import { reviewMissing } from '../record/aftermath-refusals.ts'
import { countsOf } from '../record/select.ts'
import { overAt, type Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { reachedLevel } from './response-level.ts'

export const aftercareOf = ({ aftercare }: Incident): readonly Aftercare[] => aftercare ?? []
export const reviewsOf = ({ reviews }: Incident): readonly Review[] => reviews ?? []

/** In fen: what was agreed, and what was paid, of everything that was not withdrawn. */
export function amountsOf(incident: Incident): { agreedFen: number; paidFen: number } {
  const entries = aftercareOf(incident).filter(({ withdrawn }) => !withdrawn)
  const sum = (of: (entry: Aftercare) => number): number =>
    entries.reduce((total, entry) => total + of(entry), 0)
  return {
    agreedFen: sum(({ agreedFen }) => agreedFen ?? 0),
    paidFen: sum(({ done }) => done?.paidFen ?? 0),
  }
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
 * The highest level that its response reached asks for a review, whether there is one or not: one
 * that was lowered before it was closed needs it all the same.
 */
export function asksReview(incident: Incident, { reviewFrom }: Pick<World, 'reviewFrom'>): boolean {
  const reached = reachedLevel(incident)
  return (
    !incident.drill &&
    !incident.imported &&
    reached !== null &&
    reviewFrom !== undefined &&
    reached <= reviewFrom
  )
}

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
  return reason ? accept({ type: 'ReviewPassedOver', reason }) : reviewMissing()
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
