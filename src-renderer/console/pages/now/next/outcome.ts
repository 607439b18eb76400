/** The outcomes of a step as a form: what can be recorded, and what each needs. */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardStep } from '#shared/domain/board/types.ts'
import type { EvidenceKind } from '#shared/domain/incident/record/scales.ts'
import { namedOf } from '#renderer/console/components/incident/named.ts'

export type OutcomeName = Input<'incident/step'>['outcome']
export type StepRecord = Pick<
  Input<'incident/step'>,
  'outcome' | 'reason' | 'onBehalfOf' | 'doneAt' | 'words' | 'evidence'
>
export type EvidenceDraft = { what: string; kind: EvidenceKind; place: string; keepUntil: string }

export const OUTCOMES = [
  'done',
  'accepted',
  'already-done',
  'not-applicable',
  'skipped',
] as const satisfies readonly OutcomeName[]

/** A step that is accepted already cannot be accepted again. */
export const outcomesOf = (step: Pick<BoardStep, 'acceptedBy'>): readonly OutcomeName[] =>
  OUTCOMES.filter((outcome) => outcome !== 'accepted' || step.acceptedBy === null)

type Judged = Pick<BoardStep, 'lifeSafety'> &
  Partial<Pick<BoardStep, 'listed' | 'note' | 'evidence' | 'discloses' | 'task' | 'named'>>

/** Entries of its list that nobody has marked: with them a step is finished only with a reason. */
export const unmarkedOf = (step: Partial<Pick<BoardStep, 'listed'>>): number =>
  step.listed?.unmarked ?? 0

/** Those named by a task or a step of whom nobody has said that they heard it. */
export const unheardOf = (step: Partial<Pick<BoardStep, 'task' | 'named'>>): number =>
  namedOf(step).filter(({ heardAt }) => heardAt === null).length

/**
 * A skipped step, or one of life safety that does not apply, says why before the incident can be
 * closed, so the reason is asked at once; so does one whose list is not worked through, one by
 * which public walls learn of it, a task that is cancelled, or that not all have heard.
 */
export const asksReason = (outcome: OutcomeName, step: Judged): boolean =>
  outcome === 'skipped' ||
  (outcome === 'not-applicable' && (step.lifeSafety || step.task !== undefined)) ||
  (takesTime(outcome) && unheardOf(step) > 0) ||
  (outcome !== 'accepted' && unmarkedOf(step) > 0) ||
  (step.discloses === true && takesTime(outcome))

/** What is recorded by one click; the rest opens its form first, and looks like it. */
export const isPlain = (outcome: OutcomeName): boolean =>
  outcome !== 'skipped' && outcome !== 'not-applicable'

export const CHANNELS = ['phone', 'radio', 'face', 'message'] as const

export type OutcomeDraft = {
  outcome: OutcomeName
  reason: string
  behalf: boolean
  person: string
  channel: string
  words: string
  time: string // when it was done, as typed; empty: now
  note: string // what the step is to have written down
  evidence: readonly EvidenceDraft[]
}

/** Only what was done has a time at which it was done. */
export const takesTime = (outcome: OutcomeName): boolean =>
  outcome === 'done' || outcome === 'already-done'

/** What is written down and secured belongs to what is done, or to whoever is at it. */
const takesMatter = (outcome: OutcomeName): boolean => takesTime(outcome) || outcome === 'accepted'
export const takesNote = (outcome: OutcomeName, step: Judged): boolean =>
  step.note === true && takesMatter(outcome)
export const takesEvidence = (outcome: OutcomeName, step: Judged): boolean =>
  Boolean(step.evidence) && takesMatter(outcome)

const isLeftOut = ({ place, keepUntil }: EvidenceDraft): boolean =>
  place.trim() === '' && keepUntil.trim() === ''

/**
 * The pieces with a place; null where one is begun and not whole. The time of keeping is the end of
 * the day that was chosen.
 */
function evidenceFrom(
  drafts: readonly EvidenceDraft[],
  endOf: (day: string) => number | null,
): NonNullable<StepRecord['evidence']> | null {
  const begun = drafts.filter((draft) => !isLeftOut(draft))
  const items = begun.flatMap(({ what, kind, place, keepUntil }) => {
    const until = keepUntil.trim() === '' ? null : endOf(keepUntil)
    if (what.trim() === '' || place.trim() === '' || (keepUntil.trim() !== '' && until === null))
      return []
    return [{ what: what.trim(), kind, place: place.trim(), keepUntil: until }]
  })
  return items.length === begun.length ? items : null
}

/**
 * What is to be sent; null as long as something needed is missing or the time is none. Fields that
 * the outcome does not take are left out.
 */
export function recordFrom(
  draft: OutcomeDraft,
  step: Judged,
  at: (typed: string) => number | null = () => null,
  endOf: (day: string) => number | null = () => null,
): StepRecord | null {
  const [reason, person, channel, words] = [
    draft.reason,
    draft.person,
    draft.channel,
    draft.words,
  ].map((words) => words.trim()) as [string, string, string, string]
  if (asksReason(draft.outcome, step) && reason === '') return null
  if (draft.behalf && (person === '' || channel === '' || words === '')) return null
  const time = takesTime(draft.outcome) ? draft.time.trim() : ''
  const doneAt = time === '' ? null : at(time)
  if (time !== '' && doneAt === null) return null
  const writing = takesNote(draft.outcome, step) ? draft.note.trim() : ''
  const evidence = takesEvidence(draft.outcome, step) ? evidenceFrom(draft.evidence, endOf) : []
  if (!evidence) return null
  return {
    outcome: draft.outcome,
    ...(writing !== '' && { words: writing }),
    ...(evidence.length > 0 && { evidence }),
    ...(doneAt !== null && { doneAt }),
    reason: draft.outcome === 'accepted' || reason === '' ? null : reason,
    onBehalfOf: draft.behalf ? { person, channel, words } : null,
  }
}
