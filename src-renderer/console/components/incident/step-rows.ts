/**
 * Lists the steps of an incident as the desk works through them: by group, in the order of the
 * plan, with each question in front of the first step that it decides.
 */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { questionsOf, type Question } from './questions.ts'

export type Owner = { role: LocalizedText; people: readonly string[] }
export type StepsRow =
  // owner: null where the row above has the same
  | { kind: 'step'; key: string; owner: Owner | null; step: BoardStep }
  | { kind: 'question'; key: string; owner: Owner | null; question: Question }

export type StepsView = {
  todo: readonly StepsRow[]
  done: readonly BoardStep[] // done, already done or skipped, latest first
  outside: readonly BoardStep[] // hidden or not applicable
  counts: { done: number; skipped: number; todo: number }
}

const isToDo = ({ state }: BoardStep): boolean =>
  state === 'open' || state === 'accepted' || state === 'waiting'
const isOutside = ({ state }: BoardStep): boolean =>
  state === 'hidden' || state === 'not-applicable'
const group = (step: BoardStep): string => `${step.roleId} ${step.role.zh}`

/**
 * Steps in the order of the desk: the group of the next action first, then by first step to do,
 * then by the plan.
 */
function inDeskOrder(steps: readonly BoardStep[], next: string | null): readonly BoardStep[] {
  const groups = new Map<string, number>()
  const rank = (step: BoardStep): void => {
    if (!groups.has(group(step))) groups.set(group(step), groups.size)
  }
  steps.filter((step) => step.id === next).forEach(rank)
  steps.filter(isToDo).forEach(rank)
  steps.forEach(rank)
  return [...steps].sort((a, b) => (groups.get(group(a)) ?? 0) - (groups.get(group(b)) ?? 0))
}

const sameOwner = (a: Owner, b: Owner | null): boolean =>
  a.role.zh === b?.role.zh && a.people.join() === b.people.join()

export function stepsView(incident: Pick<BoardIncident, 'steps' | 'facts' | 'next'>): StepsView {
  const steps = inDeskOrder(incident.steps, incident.next)
  const questions = questionsOf(incident.facts.filter(({ later }) => !later))
  const questionsBefore = new Map<string, Question[]>() // by the step in front of which they stand
  for (const question of questions) {
    const decided = steps.filter((step) => question.decides.includes(step.id))
    const before = (decided.find(isToDo) ?? decided[0])?.id ?? ''
    questionsBefore.set(before, [...(questionsBefore.get(before) ?? []), question])
  }

  const todo: StepsRow[] = []
  let above: Owner | null = null
  const add = (owner: Owner, row: (shown: Owner | null) => StepsRow): void => {
    todo.push(row(sameOwner(owner, above) ? null : owner))
    above = owner
  }
  const ask = (question: Question): void =>
    add({ role: question.fact.decidedBy, people: [] }, (owner) => ({
      kind: 'question',
      key: question.key,
      owner,
      question,
    }))
  for (const step of steps) {
    questionsBefore.get(step.id)?.forEach(ask)
    if (isToDo(step))
      add(step, (owner) => ({
        kind: 'step',
        key: step.id,
        owner: owner && { role: step.role, people: step.people },
        step,
      }))
  }
  questionsBefore.get('')?.forEach(ask)

  const done = steps
    .filter((step) => !isToDo(step) && !isOutside(step))
    .sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0))
  const skipped = done.filter((step) => step.state === 'skipped').length
  return {
    todo,
    done,
    outside: steps.filter(isOutside),
    counts: { done: done.length - skipped, skipped, todo: steps.filter(isToDo).length },
  }
}

/** The questions among the rows, in their order: those that have keys. */
export const questionsIn = ({ todo }: StepsView): readonly Question[] =>
  todo.flatMap((row) => (row.kind === 'question' ? [row.question] : []))
