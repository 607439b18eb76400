/**
 * What stands in the way of a move as a form: how each step, question and provisional plan may be
 * answered, and what is sent for it. What life hangs on is answered one by one, or explained.
 */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardGateItem } from '#shared/domain/board/gate-types.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import type { FactValue } from '#shared/domain/plan/plan.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { questionsOf, seenAnswer } from '#renderer/console/components/incident/questions.ts'
import { stepOf } from '#renderer/ui/incident-stage.ts'
import { asksReason, unmarkedOf } from '../next/outcome.ts'

/** With these a move is refused as long as something stands in its way. */
export const GATE_CODES = ['life-safety-open', 'unconfirmed'] as const

export type Choice =
  | { kind: 'already-done' | 'not-applicable' | 'accepted' | 'confirmed' | 'reason' }
  | { kind: 'answer'; value: FactValue; label: LocalizedText }
/** `who`: has it in hand. `seen`: how the step or the question stood when it was decided. */
export type Decision = { choice: Choice; who: string; seen?: Seen | null }
type Seen = NonNullable<Input<'incident/step'>['seen']>

/** As `incident/move` names it in `reasons`. */
export const nameOf = (item: BoardGateItem): string => item.stepId ?? item.factKey ?? item.planId

/** How the step or the question of an item stands now; a plan is not compared. */
export function seenOf(
  item: BoardGateItem,
  incident: Pick<BoardIncident, 'steps' | 'facts'>,
): Seen | null {
  if (item.factKey !== null) {
    const question = questionsOf(incident.facts).find(({ fact }) => fact.key === item.factKey)
    return seenAnswer(item.factKey, question?.planId ?? null, incident.facts)
  }
  const step = stepOf(incident, item.stepId)
  return step && { state: step.state, times: step.times }
}

/** The digit of a choice is its place from 1, the same for every step. */
export function choicesOf(
  item: BoardGateItem,
  to: IncidentState,
  { facts }: Pick<BoardIncident, 'facts'>,
): readonly Choice[] {
  if (item.stepId !== null) {
    const ways = ['already-done', 'not-applicable', 'accepted', 'reason'] as const
    // closing would end what somebody has in hand
    return ways.filter((kind) => kind !== 'accepted' || to !== 'closed').map((kind) => ({ kind }))
  }
  if (item.factKey === null) return [{ kind: 'confirmed' }, { kind: 'reason' }]
  const fact = facts.find(({ key, planId }) => key === item.factKey && planId === item.planId)
  const options = fact && !fact.several ? fact.options : []
  return [
    ...options.map(({ value, label }): Choice => ({ kind: 'answer', value, label })),
    { kind: 'reason' },
  ]
}

export type GateWords = {
  by: string // who finished what others have done; empty: not said
  reason: string // serves all that is only explained, and what does not apply
}
export type GateSending = {
  steps: readonly Input<'incident/step'>[]
  answers: readonly Input<'incident/answer'>[]
  confirmed: readonly string[] // plans
  reasons: Readonly<Record<string, string>>
}

type Shown = Pick<BoardIncident, 'steps'>

/**
 * Whether a choice is taken only with a reason: what is only explained, a step done of which not
 * all who are named have heard, or whose list is not worked through, a task that is cancelled.
 */
export function needsWhy(item: BoardGateItem, choice: Choice | undefined, shown: Shown): boolean {
  if (choice?.kind === 'reason') return true
  const step = stepOf(shown, item.stepId)
  if (!step) return false
  if (choice?.kind === 'already-done') return asksReason('already-done', step)
  return choice?.kind === 'not-applicable' && (step.task !== undefined || unmarkedOf(step) > 0)
}

/** Whether something is still to be chosen, named or explained for this one. */
export function isMissing(
  item: BoardGateItem,
  decision: Decision | undefined,
  words: GateWords,
  shown: Shown,
): boolean {
  if (!decision) return true
  if (decision.choice.kind === 'accepted') return decision.who.trim() === ''
  return needsWhy(item, decision.choice, shown) && words.reason.trim() === ''
}

const REASON: Decision = { choice: { kind: 'reason' }, who: '' }

/**
 * What is sent, before the move and with it; null as long as something is missing. Nobody says here
 * how a name was heard, so no channel and no words go with it.
 */
export function sendingOf(
  items: readonly BoardGateItem[],
  decisions: Readonly<Record<string, Decision>>,
  words: GateWords,
  incident: Pick<BoardIncident, 'id' | 'facts' | 'steps'>,
): GateSending | null {
  if (items.some((item) => isMissing(item, decisions[nameOf(item)], words, incident))) return null
  const sending = {
    steps: [] as Input<'incident/step'>[],
    answers: [] as Input<'incident/answer'>[],
    confirmed: [] as string[],
    reasons: {} as Record<string, string>,
  }
  const behalf = (person: string) => (person.trim() === '' ? null : { person: person.trim() })
  const questions = questionsOf(incident.facts)
  for (const item of items) {
    const name = nameOf(item)
    const { choice, who, seen = null } = decisions[name] ?? REASON
    const step = { incidentId: incident.id, stepId: item.stepId ?? '', seen }
    if (choice.kind === 'reason') sending.reasons[name] = words.reason.trim()
    else if (choice.kind === 'confirmed') sending.confirmed.push(item.planId)
    else if (choice.kind === 'answer')
      sending.answers.push({
        incidentId: incident.id,
        fact: name,
        seen,
        value: typeof choice.value === 'object' ? [...choice.value] : choice.value,
        planId:
          questions.find(({ fact }) => fact.key === name)?.planId === null ? null : item.planId,
      })
    else if (choice.kind === 'not-applicable')
      sending.steps.push({ ...step, outcome: choice.kind, reason: words.reason.trim() || null })
    else
      sending.steps.push({
        ...step,
        outcome: choice.kind,
        ...(needsWhy(item, choice, incident) ? { reason: words.reason.trim() } : {}),
        onBehalfOf: behalf(choice.kind === 'accepted' ? who : words.by),
      })
  }
  return sending
}
