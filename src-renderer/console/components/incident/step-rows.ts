/**
 * Lists the steps of an incident as the desk works through them: by group, in the order of the
 * plan, with each question in front of the first step that it decides.
 */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { STAGES, type Stage } from '#shared/domain/plan/plan.ts'
import { questionsOf, type Question } from './questions.ts'

export type Owner = { role: LocalizedText; people: readonly string[] }
export type StepsRow =
  // owner: null where the row above has the same
  | { kind: 'step'; key: string; owner: Owner | null; step: BoardStep }
  | { kind: 'question'; key: string; owner: Owner | null; question: Question }

/** What is finished or waits in a stage, for its line below the list. */
export type StageFold = {
  stage: Stage
  done: readonly BoardStep[] // latest first
  waiting: readonly BoardStep[]
  count: number // of all its steps, those in the list among them
}

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

const ownerOf = (row: StepsRow): Owner =>
  row.kind === 'step'
    ? { role: row.step.role, people: row.step.people }
    : { role: row.question.fact.decidedBy, people: [] }
const sameOwner = (a: Owner, b: Owner): boolean =>
  a.role.zh === b.role.zh && a.people.join() === b.people.join()

/** Each row with its owner, who is named where he changes. */
const withOwners = (rows: readonly StepsRow[]): readonly StepsRow[] =>
  rows.map((row, index) => {
    const above = rows[index - 1]
    const owner = ownerOf(row)
    return { ...row, owner: above && sameOwner(owner, ownerOf(above)) ? null : owner }
  })

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
  const ask = (question: Question): number =>
    todo.push({ kind: 'question', key: question.key, owner: null, question })
  for (const step of steps) {
    questionsBefore.get(step.id)?.forEach(ask)
    if (isToDo(step)) todo.push({ kind: 'step', key: step.id, owner: null, step })
  }
  questionsBefore.get('')?.forEach(ask)

  const done = steps
    .filter((step) => !isToDo(step) && !isOutside(step))
    .sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0))
  const skipped = done.filter((step) => step.state === 'skipped').length
  return {
    todo: withOwners(todo),
    done,
    outside: steps.filter(isOutside),
    counts: { done: done.length - skipped, skipped, todo: steps.filter(isToDo).length },
  }
}

/** The questions among the rows, in their order: those that have keys. */
export const questionsIn = ({ todo }: StepsView): readonly Question[] =>
  todo.flatMap((row) => (row.kind === 'question' ? [row.question] : []))

/** Is it to be done or answered now? */
export const isOpenRow = (row: StepsRow): boolean =>
  row.kind === 'step' ? row.step.state !== 'waiting' : row.question.fact.value === null

/**
 * What stands in the list: what is open and, unless it is `tight`, what waits in a stage in which
 * something is open, and questions that are answered.
 */
export function listedRows({ todo }: StepsView, tight: boolean): readonly StepsRow[] {
  const busy = new Set(
    todo.flatMap((row) => (row.kind === 'step' && isOpenRow(row) ? row.step.stage : [])),
  )
  return withOwners(
    todo.filter(
      (row) => isOpenRow(row) || (!tight && (row.kind === 'question' || busy.has(row.step.stage))),
    ),
  )
}

/** What does not stand in the list, by stage, in the order of the stages; empty stages left out. */
export function stageFolds(
  { todo, done }: StepsView,
  listed: readonly StepsRow[],
): readonly StageFold[] {
  const keys = new Set(listed.map(({ key }) => key))
  const open = todo.flatMap((row) => (row.kind === 'step' ? row.step : []))
  const waiting = open.filter(({ id }) => !keys.has(id))
  return STAGES.map((stage) => ({
    stage,
    done: done.filter((step) => step.stage === stage),
    waiting: waiting.filter((step) => step.stage === stage),
    count: [...done, ...open].filter((step) => step.stage === stage).length,
  })).filter((fold) => fold.done.length + fold.waiting.length > 0)
}
