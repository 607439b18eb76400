/**
 * Writes the name of a step, a question or the plan, with what is made of it until a person writes
 * that himself: the short name, and the stage of a step.
 */
import { FITS } from '#shared/domain/plan/lint/words.ts'
import { STAGES, type Stage } from '#shared/domain/plan/plan.ts'
import { stageIn } from '#shared/domain/plan/title-words.ts'
import type { DraftQuestion, DraftStep, EditedPlan, Words } from './draft-types.ts'
import { shortAfter, shortQuestion } from './short-name.ts'

/**
 * The stage that a title asks for between its neighbours, so that no line leaves its place while it
 * is written: what it names, else the stage before it.
 */
export function stageFor(title: Words, before: Stage | undefined, after: Stage | undefined): Stage {
  const order = (stage: Stage): number => STAGES.indexOf(stage)
  const usual =
    before === undefined || before === 'report' || before === 'verify' ? 'respond' : before
  const place = order(stageIn(title.zh) ?? usual)
  const most = after === undefined ? STAGES.length - 1 : order(after)
  const least = before === undefined ? 0 : order(before)
  return STAGES[Math.max(least, Math.min(most, place))] ?? usual
}

export function writeStepTitle(draft: EditedPlan, step: DraftStep, title: Words): void {
  const at = draft.steps.indexOf(step)
  const stageOf = (words: Words): Stage =>
    stageFor(words, draft.steps[at - 1]?.stage, draft.steps[at + 1]?.stage)
  const isChosen = step.stage !== stageOf(step.title) // chosen by a person
  step.short = shortAfter(step.short, step.title, title, FITS.step)
  step.title = title
  if (at >= 0 && !isChosen) step.stage = stageOf(title)
}

export function writeQuestion(fact: DraftQuestion, question: Words): void {
  const was = shortQuestion(fact.question, FITS.question)
  if (fact.short === undefined || fact.short.zh === was?.zh)
    fact.short = shortQuestion(question, FITS.question)
  fact.question = question
}

export function writePlanTitle(draft: EditedPlan, title: Words): void {
  draft.short = shortAfter(draft.short, draft.title, title, FITS.plan)
  draft.title = title
}
