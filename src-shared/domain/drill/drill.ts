/**
 * A drill (演练) as it stands: what is arranged, how it was played, what came of it (88号令 art. 33,
 * 34; 国办发〔2024〕5号 art. 33). The incident that it is played on is a drill from its first event and
 * lives in its own stream.
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import * as is from '../form.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import { isDelivery, isInject, isPlay, type Delivery, type Inject, type Play } from './inject.ts'
import { GRADES, isScored, type Grade, type ScoredItem } from './scoring.ts'

/** desk: at a table (桌面); function: one function (单项); full: as in earnest (综合实战). */
export const DRILL_FORMS = ['desk', 'function', 'full'] as const
export type DrillForm = (typeof DRILL_FORMS)[number]
/** 检验性, 示范性, 研究性. */
export const DRILL_PURPOSES = ['verification', 'demonstration', 'research'] as const
export type DrillPurpose = (typeof DRILL_PURPOSES)[number]

/** The six contents of an evaluation, in the order of 国办发〔2024〕5号 art. 33. */
export const EVALUATION_CONTENTS = [
  'execution',
  'usability',
  'command',
  'people',
  'equipment',
  'suggestions',
] as const
export type EvaluationContent = (typeof EVALUATION_CONTENTS)[number]

/** A post that is played, by whom: one of the two may be open. */
export type Participant = {
  id: string
  post: { id: string; name: LocalizedText } | null
  person: Sealed | null
  personId: string | null
}

/** What was seen to be wrong. `stepId`: of the plan that it concerns. */
export type Finding = {
  id: string
  words: Sealed
  stepId: string | null
  at: number
  by: string
  withdrawn: { reason: Sealed; at: number; by: string } | null
}

/**
 * `points` of `most` that could be had; `reason`: why an earlier evaluation was replaced; `person`:
 * who evaluated.
 */
export type Evaluation = {
  at: number
  by: string
  person: Sealed
  items: readonly ScoredItem[]
  contents: Readonly<Record<EvaluationContent, Sealed>>
  points: number
  most: number
  grade: Grade
  reason: Sealed | null
}

/**
 * `day`: a local day of the site. `setBack`: by how many ms the event of a desk drill lies before
 * its report. `counted`: nobody arranged it; it was reported at the intake, played to its end, and
 * somebody said afterwards that it counts. `declared`: somebody said that its plan was gone through
 * at the table, though it did not run.
 */
export type Drill = {
  id: string
  version: number
  arrangedAt: number
  arrangedBy: string
  planId: string
  planTitle: LocalizedText
  form: DrillForm
  purpose: DrillPurpose
  day: string
  place: Guarded
  narrative: Sealed
  leader: ActionOwner
  evaluator: ActionOwner
  participants: readonly Participant[]
  setBack: number | null
  script: readonly Inject[]
  calledOff: { reason: Sealed; at: number; by: string } | null
  started: { incidentId: string; number: string | null; at: number; by: string } | null
  play: Play | null
  deliveries: readonly Delivery[]
  skipped: readonly string[]
  findings: readonly Finding[]
  ended: { at: number; by: string; planIds: readonly string[]; brokenOff: Sealed | null } | null
  evaluation: Evaluation | null
  acknowledged: Readonly<Record<string, { at: number; by: string }>>
  reportedOut: { day: string; to: Sealed; at: number; by: string } | null
  counted?: { at: number; by: string }
  declared?: { at: number; by: string }
}

/** broken-off: it began and was given up, as for a real event; it counts as no drill. */
export type DrillState = 'planned' | 'running' | 'ended' | 'evaluated' | 'broken-off' | 'called-off'

export function stateOfDrill({
  calledOff,
  started,
  ended,
  evaluation,
}: Pick<Drill, 'calledOff' | 'started' | 'ended' | 'evaluation'>): DrillState {
  if (calledOff) return 'called-off'
  if (!started) return 'planned'
  if (!ended) return 'running'
  if (ended.brokenOff) return 'broken-off'
  return evaluation ? 'evaluated' : 'ended'
}

/** Whether somebody has still to do something with it. */
export const isDrillOpen = (state: DrillState): boolean =>
  state === 'planned' || state === 'running' || state === 'ended'

type Played = Pick<Drill, 'ended' | 'calledOff' | 'declared' | 'planId'>

/** Whether it was played to its end: neither given up nor called off. */
export const isPlayedOut = ({ ended, calledOff }: Pick<Played, 'ended' | 'calledOff'>): boolean =>
  ended !== null && ended.brokenOff === null && calledOff === null

/**
 * The plans that it is a drill of: those that ran in it; where none did, the one that was gone
 * through at the table, if somebody said so (ADR 69).
 */
export function drilledIn({ ended, declared, planId }: Played): readonly string[] {
  if (!ended) return []
  if (ended.planIds.length > 0) return ended.planIds
  return declared ? [planId] : []
}

/**
 * Whether it is a drill that the law counts: played to its end, and a drill of a plan (88号令 art.
 * 33 asks for 应急预案演练).
 */
export const isHeld = (drill: Played): boolean => isPlayedOut(drill) && drilledIn(drill).length > 0

const post = is.fields<NonNullable<Participant['post']>>({ id: is.words, name: is.text })
const isOwner = is.fields<ActionOwner>({
  post: is.orNull(post),
  person: is.orNull(is.sealed),
  personId: is.orNull(is.words),
})
const stamped = { at: is.number, by: is.words }
const isReason = is.fields<NonNullable<Drill['calledOff']>>({ ...stamped, reason: is.sealed })

export const isDrill: is.Form = is.fields<Drill>({
  id: is.words,
  version: is.number,
  arrangedAt: is.number,
  arrangedBy: is.words,
  planId: is.words,
  planTitle: is.text,
  form: is.oneOf(DRILL_FORMS),
  purpose: is.oneOf(DRILL_PURPOSES),
  day: is.words,
  place: is.guarded,
  narrative: is.sealed,
  leader: isOwner,
  evaluator: isOwner,
  participants: is.list(
    is.fields<Participant>({
      id: is.words,
      post: is.orNull(post),
      person: is.orNull(is.sealed),
      personId: is.orNull(is.words),
    }),
  ),
  setBack: is.orNull(is.number),
  script: is.list(isInject),
  calledOff: is.orNull(isReason),
  started: is.orNull(
    is.fields<NonNullable<Drill['started']>>({
      ...stamped,
      incidentId: is.words,
      number: is.orNull(is.words),
    }),
  ),
  play: is.orNull(isPlay),
  deliveries: is.list(isDelivery),
  skipped: is.list(is.words),
  findings: is.list(
    is.fields<Finding>({
      ...stamped,
      id: is.words,
      words: is.sealed,
      stepId: is.orNull(is.words),
      withdrawn: is.orNull(isReason),
    }),
  ),
  ended: is.orNull(
    is.fields<NonNullable<Drill['ended']>>({
      ...stamped,
      planIds: is.list(is.words),
      brokenOff: is.orNull(is.sealed),
    }),
  ),
  evaluation: is.orNull(
    is.fields<Evaluation>({
      ...stamped,
      person: is.sealed,
      items: is.list(isScored),
      contents: is.fields<Evaluation['contents']>({
        execution: is.sealed,
        usability: is.sealed,
        command: is.sealed,
        people: is.sealed,
        equipment: is.sealed,
        suggestions: is.sealed,
      }),
      points: is.number,
      most: is.number,
      grade: is.oneOf(GRADES),
      reason: is.orNull(is.sealed),
    }),
  ),
  acknowledged: is.map(is.fields<Drill['acknowledged'][string]>(stamped)),
  reportedOut: is.orNull(
    is.fields<NonNullable<Drill['reportedOut']>>({ ...stamped, day: is.words, to: is.sealed }),
  ),
  counted: is.maybe(is.fields<NonNullable<Drill['counted']>>(stamped)),
  declared: is.maybe(is.fields<NonNullable<Drill['declared']>>(stamped)),
})
