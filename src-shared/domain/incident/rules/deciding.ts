/**
 * Finds the questions that decide now: those which a step of life safety or a timed step waits for,
 * and which can be answered.
 */
import type { Question } from '../../plan/plan.ts'
import { evaluate, factsOf, isBeforeItsState } from '../record/condition.ts'
import {
  anchorAt,
  answerFor,
  isRunning,
  plansAsking,
  sameQuestion,
  type PlannedStep,
} from '../record/select.ts'
import type { Incident, Run } from '../record/state.ts'
import type { World } from '../record/world.ts'

/** `lifeSafety`: a step of life safety waits for it; else only a timed one. */
export type Deciding = { question: Question; run: Run; lifeSafety: boolean }

const questionName = (planId: string, key: string): string => `${planId}/${key}`

/** Whether it can be answered yet: some have to wait for what another step finds out. */
export const canBeAnswered = (
  { ask }: Question,
  run: Run,
  incident: Incident,
  world: World,
): boolean => !ask?.from || anchorAt(incident, run, ask.from, world) !== null

/** The running plan that a shared answer belongs to: the first that asks the same. */
const firstAsking = (question: Question, run: Run, incident: Incident, world: World): Run =>
  plansAsking(incident, question.key, world).find(
    ({ run: other, fact }) => isRunning(other) && sameQuestion(fact, question),
  )?.run ?? run

type Known = { incident: Incident; world: World; deciding: readonly Deciding[] }
const knownBefore = new WeakMap<readonly PlannedStep[], Known>()

/**
 * `steps`: those of the plans that run. Life safety first, then in the order of the plans. Worked
 * out once for the record as it stands, since every clock of a question asks for it.
 */
export function decidingQuestions(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): readonly Deciding[] {
  const known = knownBefore.get(steps)
  if (known?.incident === incident && known.world === world) return known.deciding
  const deciding = decidingIn(steps, incident, world)
  knownBefore.set(steps, { incident, world, deciding })
  return deciding
}

function decidingIn(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): readonly Deciding[] {
  const byName = new Map<string, Deciding>()
  for (const { step, run, plan, state } of steps) {
    if (state.finish || !step.when || (!step.lifeSafety && !step.due)) continue
    if (isBeforeItsState(step.when, incident)) continue
    const open = factsOf(step.when).filter((key) => !answerFor(incident, run, key, world))
    if (open.length === 0 || evaluate(step.when, step, run, incident, world) !== null) continue
    for (const key of open) {
      const question = plan.facts.find((fact) => fact.key === key)
      if (!question || question.kind === 'calendar') continue
      if (!canBeAnswered(question, run, incident, world)) continue
      const owner = firstAsking(question, run, incident, world)
      const name = questionName(owner.planId, key)
      const before = byName.get(name)
      const lifeSafety = step.lifeSafety || (before?.lifeSafety ?? false)
      byName.set(name, { question: before?.question ?? question, run: owner, lifeSafety })
    }
  }
  const deciding = [...byName.values()]
  return [
    ...deciding.filter(({ lifeSafety }) => lifeSafety),
    ...deciding.filter(({ lifeSafety }) => !lifeSafety),
  ]
}
