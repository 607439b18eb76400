/** Draws drills as screens and papers show them. */
import { ownerName } from '../corrective-action/draw.ts'
import { inSentence, type Guarded } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import {
  EVALUATION_CONTENTS,
  isHeld,
  isPlayedOut,
  stateOfDrill,
  type Drill,
  type DrillForm,
  type DrillPurpose,
  type DrillState,
  type EvaluationContent,
} from './drill.ts'
import type { Delivery, Inject, Play, Scripted } from './inject.ts'
import type { Grade, Score, ScoreItem } from './scoring.ts'

/** An inject with its words; `nth` from 1, in the order of the script. */
export type InjectRead = Pick<Inject, 'id' | 'after' | 'stepId' | 'within'> & {
  words: string
  to: string | null
  expects: string | null
}
export type OwnerRead = { postId: string | null; personId: string | null; name: LocalizedText }
/** `acknowledgedAt` (UTC ms): when they were shown the report. */
export type ParticipantRead = {
  id: string
  post: { id: string; name: LocalizedText } | null
  personId: string | null
  person: string | null
  acknowledgedAt: number | null
}
export type FindingRead = {
  id: string
  words: string
  stepId: string | null
  at: number
  by: string
  withdrawn: { reason: string; at: number; by: string } | null
}
export type ScoredRead = ScoreItem & { score: Score; reason: string | null }
export type EvaluationRead = {
  at: number
  by: string
  person: string
  items: readonly ScoredRead[]
  contents: Readonly<Record<EvaluationContent, string>>
  points: number
  most: number
  grade: Grade
  reason: string | null
}

/**
 * `isPlayedOut`: neither given up nor called off. `isCounted`: and a drill of a plan, whose next
 * due day it moves.
 */
export type DrillRead = Scripted<InjectRead> & {
  id: string
  version: number
  planId: string
  planTitle: LocalizedText
  state: DrillState
  isPlayedOut: boolean
  isCounted: boolean
  form: DrillForm
  purpose: DrillPurpose
  day: string
  place: string
  narrative: string
  leader: OwnerRead
  evaluator: OwnerRead
  participants: readonly ParticipantRead[]
  setBack: number | null
  arrangedAt: number
  arrangedBy: string
  calledOff: { reason: string; at: number; by: string } | null
  started: { incidentId: string; number: string | null; at: number; by: string } | null
  play: Play | null
  deliveries: readonly Delivery[]
  findings: readonly FindingRead[]
  ended: { at: number; by: string; planIds: readonly string[]; brokenOff: string | null } | null
  evaluation: EvaluationRead | null
  reportedOut: { day: string; to: string; at: number; by: string } | null
  counted?: { at: number; by: string }
  declared?: { at: number; by: string }
}

const put = (value: Guarded | null): string | null => (value === null ? null : inSentence(value))
const reasoned = <T extends { reason: Guarded }>(
  value: T,
): Omit<T, 'reason'> & { reason: string } => ({
  ...value,
  reason: inSentence(value.reason),
})

export const drawInject = ({
  id,
  after,
  stepId,
  within,
  words,
  to,
  expects,
}: Inject): InjectRead => ({
  ...{ id, after, stepId, within },
  words: inSentence(words),
  to: put(to),
  expects: put(expects),
})

const drawOwner = (owner: Drill['leader']): OwnerRead => ({
  postId: owner.post?.id ?? null,
  personId: owner.personId,
  name: ownerName(owner),
})

function drawEvaluation(evaluation: NonNullable<Drill['evaluation']>): EvaluationRead {
  const { person, items, contents, reason, ...rest } = evaluation
  return {
    ...rest,
    person: inSentence(person),
    items: items.map((item) => ({ ...item, reason: put(item.reason) })),
    contents: Object.fromEntries(
      EVALUATION_CONTENTS.map((content) => [content, inSentence(contents[content])]),
    ) as EvaluationRead['contents'],
    reason: put(reason),
  }
}

/** With seals in place of personal values: `withValues` puts them there. */
export function drawDrill(drill: Drill): DrillRead {
  const { calledOff, findings, ended, evaluation, reportedOut, acknowledged, ...plain } = drill
  return {
    ...plain,
    state: stateOfDrill(drill),
    isPlayedOut: isPlayedOut(drill),
    isCounted: isHeld(drill),
    place: inSentence(drill.place),
    narrative: inSentence(drill.narrative),
    leader: drawOwner(drill.leader),
    evaluator: drawOwner(drill.evaluator),
    participants: drill.participants.map(({ id, post, person, personId }) => ({
      ...{ id, post, personId, person: put(person) },
      acknowledgedAt: acknowledged[id]?.at ?? null,
    })),
    script: drill.script.map(drawInject),
    calledOff: calledOff && reasoned(calledOff),
    findings: findings.map((finding) => ({
      ...finding,
      words: inSentence(finding.words),
      withdrawn: finding.withdrawn && reasoned(finding.withdrawn),
    })),
    ended: ended && { ...ended, brokenOff: put(ended.brokenOff) },
    evaluation: evaluation && drawEvaluation(evaluation),
    reportedOut: reportedOut && { ...reportedOut, to: inSentence(reportedOut.to) },
  }
}
