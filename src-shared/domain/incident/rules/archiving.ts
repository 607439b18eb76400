/**
 * Archives a closed incident by itself: so many days after the last word on it, later where
 * casualties, evidence or a review are open. A correction begins the time anew.
 */
import { LEAST_DAYS_OPEN } from '../../archiving/days.ts'
import { DAY_MS } from '../../units.ts'
import type { IncidentMoved } from '../record/events.ts'
import { IN_NEED } from '../record/scales.ts'
import { isOpenAftercare } from '../record/aftermath.ts'
import { evidenceOf, plannedSteps, timesDone, type PlannedStep } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { aftercareOf, isReviewMissing, reviewsOf } from './aftermath-due.ts'
import { isUnregistered, retained } from './evidence.ts'

/**
 * What is not settled in a closed incident: `keptUntil`, the latest end of evidence that is kept
 * (UTC ms); people who were hurt, are missing or trapped; steps done without their evidence;
 * reviews left out; how many entries of aftercare are open; whether the review that its level asks
 * for is missing.
 */
export type OpenAtArchive = {
  keptUntil: number | null
  casualties: boolean
  unregistered: readonly PlannedStep[]
  reviews: readonly PlannedStep[]
  aftercare: number
  reviewMissing: boolean
}

const hasCasualties = ({ casualties, atLeastOne = [] }: Incident): boolean =>
  IN_NEED.some((kind) => atLeastOne.includes(kind) || (casualties?.[kind] ?? 0) > 0)

/** It applied, and was never done. */
const isLeftReview = ({ step, state }: PlannedStep): boolean =>
  step.stage === 'review' && state.standing !== 'hidden' && timesDone(state) === 0

const NOTHING_OPEN: OpenAtArchive = {
  keptUntil: null,
  casualties: false,
  unregistered: [],
  reviews: [],
  aftercare: 0,
  reviewMissing: false,
}

/** Nothing is open in a drill: nobody was hurt, and its evidence proves nothing. */
export function openAtArchive(incident: Incident, world: World): OpenAtArchive {
  if (incident.drill) return NOTHING_OPEN
  const steps = plannedSteps(incident, world)
  const ends = retained(incident).map(({ until }) => until)
  return {
    keptUntil: ends.length > 0 ? Math.max(...ends) : null,
    casualties: hasCasualties(incident),
    unregistered: steps.filter((planned) => isUnregistered(planned, incident)),
    reviews: reviewsOf(incident).length > 0 ? [] : steps.filter(isLeftReview),
    aftercare: aftercareOf(incident).filter(isOpenAftercare).length,
    reviewMissing: isReviewMissing(incident, world),
  }
}

/** As long as this is so, nobody but a person archives it. */
export const isHeld = ({ aftercare, reviewMissing }: OpenAtArchive): boolean =>
  aftercare > 0 || reviewMissing

export const isAnythingOpen = (open: OpenAtArchive): boolean =>
  open.keptUntil !== null ||
  open.casualties ||
  isHeld(open) ||
  open.unregistered.length + open.reviews.length > 0

/** When a person last changed something in it (UTC ms); an older record says less. */
const lastActed = (incident: Incident): number =>
  Math.max(
    incident.moments.closed ?? 0,
    incident.attention?.actedAt ?? 0,
    incident.amended?.at ?? 0,
    incident.casualties?.at ?? 0,
    incident.impact?.at ?? 0,
    ...evidenceOf(incident).map(({ at }) => at),
    ...aftercareOf(incident).map(({ at, done, withdrawn }) =>
      Math.max(at, done?.toldAt ?? done?.at ?? 0, withdrawn?.at ?? 0),
    ),
    ...reviewsOf(incident).map(({ at }) => at),
    incident.inquiry?.at ?? 0,
  )

/**
 * When its days are over (UTC ms): null unless it is closed, and where the world names none. As
 * long as evidence is kept, they are not.
 */
export function daysOverAt(incident: Incident, world: World): number | null {
  const { archiveAfterDays } = world
  if (incident.state !== 'closed' || archiveAfterDays === undefined) return null
  const open = openAtArchive(incident, world)
  const days = isAnythingOpen(open) ? Math.max(archiveAfterDays, LEAST_DAYS_OPEN) : archiveAfterDays
  return Math.max(lastActed(incident) + days * DAY_MS, open.keptUntil ?? 0)
}

/** When it is archived by itself (UTC ms): never as long as aftercare or its review is open. */
export const archivedAt = (incident: Incident, world: World): number | null =>
  isHeld(openAtArchive(incident, world)) ? null : daysOverAt(incident, world)

export const archivedByItself = ({ state }: Incident): IncidentMoved => ({
  type: 'IncidentMoved',
  from: state,
  to: 'archived',
  reason: null,
  itself: true,
})
