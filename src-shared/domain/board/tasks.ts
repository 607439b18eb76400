/** Draws what an ad-hoc task says besides what every step does. */
import { taskOf, taskOwners } from '../incident/record/task-steps.ts'
import { taskName } from '../incident/record/tasks.ts'
import type { Incident } from '../incident/record/state.ts'
import { shown } from '../sealed.ts'
import { localized } from '../text.ts'
import type { BoardStep } from './types.ts'
import type { View } from './view.ts'

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
      named: task.named.map(({ id, person, post, heard }) => ({
        id,
        person: shown(person, open),
        post: post?.name ?? null,
        heardAt: heard?.at ?? null,
        heardBy: heard?.by ?? null,
      })),
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
