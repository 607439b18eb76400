/** Draws what an ad-hoc task says besides what every step does, and who must hear of a step. */
import { taskOf, taskOwners } from '../incident/record/task-steps.ts'
import { taskName, type Task } from '../incident/record/tasks.ts'
import type { Incident, StepRun } from '../incident/record/state.ts'
import { shown } from '../sealed.ts'
import { localized } from '../text.ts'
import type { BoardTaskPerson } from './task-types.ts'
import type { BoardStep } from './types.ts'
import type { View } from './view.ts'

const drawPerson = (
  { id, person, post, heard }: Task['named'][number] | NonNullable<StepRun['named']>[number],
  open: View['open'],
): BoardTaskPerson => ({
  id,
  person: shown(person, open),
  post: post?.name ?? null,
  heardAt: heard?.at ?? null,
  heardBy: heard?.by ?? null,
})

/** Of a step of a plan; nothing where it names nobody. */
export const drawNamed = (
  { named }: Pick<StepRun, 'named'>,
  open: View['open'],
): Pick<BoardStep, 'named'> =>
  named ? { named: named.map((person) => drawPerson(person, open)) } : {}

/** Its words in the title, behind its number; nothing of a step of a plan. */
export function drawTask(
  incident: Incident,
  stepId: string,
  open: View['open'],
): Pick<BoardStep, 'task' | 'title'> | null {
  const task = taskOf(incident, stepId)
  if (!task) return null
  const [text, name] = [shown(task.text, open), taskName(stepId)]
  return {
    title: localized(`${name.zh}：${text}`, `${name.en}: ${text}`),
    task: {
      number: task.number,
      text,
      named: task.named.map((person) => drawPerson(person, open)),
    },
  }
}

/** The roster with those who own a task as a person, by the role that is theirs alone. */
export function withTaskOwners(incident: Incident, view: View): View {
  const owners = taskOwners(incident)
  return Object.keys(owners).length === 0
    ? view
    : { ...view, world: { ...view.world, roster: { ...view.world.roster, ...owners } } }
}
