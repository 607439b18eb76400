/**
 * Proposes a script for the drill of a plan, from what the plan itself asks, times and calls: each
 * inject brings somebody to a question, a call or a limit, and expects the step that follows. It is
 * a beginning: whoever arranges the drill changes it.
 */
import { spokenTrigger } from '../match/triggers.ts'
import { lengthsIn } from '../plan/due.ts'
import type { Plan, Question, Step } from '../plan/plan.ts'
import { leavesOf } from '../plan/walk.ts'
import { localized, type LocalizedText } from '../text.ts'
import { MINUTE_MS, SECOND_MS } from '../units.ts'

/** As an inject of the record, in both languages and without an id. Spans in ms. */
export type ProposedInject = {
  after: number | null
  words: LocalizedText
  to: LocalizedText | null
  expects: LocalizedText | null
  stepId: string | null
  within: number | null
}

const FIRST_MS = MINUTE_MS
const APART_MS = 90 * SECOND_MS
/**
 * More than these nobody plays in an hour; of `lives` the later ones, since every plan begins with
 * the alarm.
 */
const MOST: Readonly<Record<'questions' | 'calls' | 'limits' | 'lives', number>> = {
  questions: 5,
  calls: 3,
  limits: 3,
  lives: 3,
}

const roleName = ({ roles }: Plan, id: string): LocalizedText | null =>
  roles.find((role) => role.id === id)?.name ?? null

/** The answer that makes the drill worth its while: what is assumed in doubt, else the first. */
function answerOf({ inDoubt, kind, options }: Question): string | null {
  if (inDoubt && 'answer' in inDoubt && typeof inDoubt.answer === 'string') return inDoubt.answer
  if (kind !== 'choice' && kind !== 'bool') return null
  return options[0]?.value ?? null
}

/** The step that opens by this answer, if there is just such a step. */
const stepBy = ({ steps }: Plan, key: string, answer: string): Step | undefined =>
  steps.find(
    ({ when, prohibits }) =>
      !prohibits &&
      leavesOf(when).some(
        (leaf) =>
          'fact' in leaf && 'is' in leaf && leaf.fact === key && [leaf.is].flat().includes(answer),
      ),
  )

const withinOf = ({ due }: Step): number | null =>
  due === null ? null : Math.max(...lengthsIn(due.within))

function ofQuestion(plan: Plan, question: Question): readonly Omit<ProposedInject, 'after'>[] {
  const { key, options, decidedBy, recordOnly } = question
  const answer = recordOnly ? null : answerOf(question)
  const label = options.find(({ value }) => value === answer)?.label
  if (answer === null || !label) return []
  const step = stepBy(plan, key, answer)
  return [
    {
      words: localized(
        `现场来报：“${question.question.zh}”——${label.zh}`,
        `From the scene: "${question.question.en}": ${label.en}`,
      ),
      to: roleName(plan, decidedBy),
      expects: step
        ? localized(`记下回答，并做“${step.title.zh}”`, `Record the answer, then: ${step.title.en}`)
        : localized('记下回答', 'Record the answer'),
      stepId: step?.id ?? null,
      within: step ? withinOf(step) : null,
    },
  ]
}

const ofCall = (plan: Plan, step: Step): Omit<ProposedInject, 'after'> => ({
  words: localized(
    `扮演${step.calls[0]?.who.zh ?? ''}接电话：要求说清地点、情况和人员`,
    `Play ${step.calls[0]?.who.en ?? ''} on the telephone: ask for place, situation and people`,
  ),
  to: roleName(plan, step.role),
  expects: step.title,
  stepId: step.id,
  within: withinOf(step),
})
const ofLimit = (plan: Plan, step: Step): Omit<ProposedInject, 'after'> => ({
  words: localized(
    `总指挥来问：“${step.title.zh}”做了没有，还差什么？`,
    `The commander asks: how far is "${step.title.en}", and what is missing?`,
  ),
  to: roleName(plan, step.role),
  expects: step.title,
  stepId: step.id,
  within: withinOf(step),
})
/** What neither calls nor runs out is not told by the record: it has to be seen (S07-05 撤离). */
const ofLife = (plan: Plan, step: Step): Omit<ProposedInject, 'after'> => ({
  words: localized(
    `真做一遍“${step.title.zh}”：人要走到、东西要拿到，评估人在旁边看`,
    `Do it for real: "${step.title.en}". The evaluator watches whether people get there`,
  ),
  to: roleName(plan, step.role),
  expects: step.title,
  stepId: step.id,
  within: null,
})

/** The injects in their order, the last to be delivered by hand. */
export function proposedScript(plan: Plan): readonly ProposedInject[] {
  const questions = plan.facts.flatMap((question) => ofQuestion(plan, question))
  const calls = plan.steps.filter((step) => step.calls.length > 0 && !step.prohibits)
  const limits = plan.steps.filter(
    (step) => step.due !== null && step.calls.length === 0 && !step.prohibits,
  )
  const lives = plan.steps.filter(
    ({ lifeSafety, due, calls: numbers, prohibits }) =>
      lifeSafety && due === null && numbers.length === 0 && !prohibits,
  )
  const assumed = questions.slice(0, MOST.questions)
  const isAssumed = ({ id }: Step): boolean => assumed.some(({ stepId }) => stepId === id)
  const timed = [
    ...assumed,
    ...calls.slice(0, MOST.calls).map((step) => ofCall(plan, step)),
    ...limits.slice(0, MOST.limits).map((step) => ofLimit(plan, step)),
    ...lives
      .filter((step) => !isAssumed(step))
      .slice(-MOST.lives)
      .map((step) => ofLife(plan, step)),
  ]
  const byHand: ProposedInject = {
    after: null,
    words: localized(
      '一名参演人员突然离岗，由替补接手',
      'Somebody who takes part is suddenly not there: the substitute takes over',
    ),
    to: roleName(plan, plan.commander),
    expects: localized(
      '当场指定替补，任务不断',
      'A substitute is named at once, and nothing stops',
    ),
    stepId: null,
    within: null,
  }
  return [
    ...timed.map((inject, index) => ({ after: FIRST_MS + index * APART_MS, ...inject })),
    byHand,
  ]
}

/** The report with which a drill of the plan begins: a word that points to it, else its title. */
export const proposedNarrative = ({ triggers, title }: Plan): LocalizedText => {
  const [trigger] = triggers
  const words = trigger === undefined ? title.zh : spokenTrigger(trigger)
  return localized(
    `有人报告：${words}`,
    `Somebody reports: ${trigger === undefined ? title.en : words}`,
  )
}
