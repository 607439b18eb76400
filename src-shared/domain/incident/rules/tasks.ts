/**
 * Adds ad-hoc tasks to an incident and records who of those that a task or a step of a plan names
 * has heard of it. What becomes of a task is recorded as of any step.
 */
import { accept, type Decision } from '../../decision.ts'
import type { Recorded } from '../record/events.ts'
import {
  heardOutOfTime,
  taskDueInPast,
  taskTakesNoHearing,
  unknownMember,
} from '../record/task-refusals.ts'
import * as no from '../record/refusals.ts'
import { initialStep, withStep, type Incident, type StepRun } from '../record/state.ts'
import { taskOf } from '../record/task-steps.ts'
import {
  taskId,
  TASKS,
  type AddTask,
  type HearTask,
  type Task,
  type TaskAdded,
  type TaskHeard,
} from '../record/tasks.ts'
import type { RuleContext } from '../record/world.ts'

/** Refused: a limit that is over already (`bad-input`). */
export function addTask(
  { tasks = [] }: Incident,
  { text, owner, dueAt, lifeSafety, named }: AddTask,
  { meta }: RuleContext,
): Decision<TaskAdded> {
  if (dueAt !== null && dueAt <= meta.at) return taskDueInPast()
  const number = tasks.length + 1
  return accept({
    type: 'TaskAdded',
    stepId: taskId(number),
    number,
    text,
    owner,
    dueAt,
    ...(lifeSafety ? { lifeSafety: true as const } : {}),
    ...(named.length > 0 ? { named } : {}),
  })
}

/** It is open at once, and its limit is no plan's. */
export function taskAdded(incident: Incident, event: Recorded<TaskAdded>): Incident {
  const { stepId, number, text, owner, dueAt, lifeSafety = false, named = [], at, by } = event
  const task: Task = {
    ...{ stepId, number, text, owner, lifeSafety, at, by },
    named: named.map((person) => ({ ...person, heard: null })),
  }
  const limit = dueAt && { startedAt: at, dueAt, endedAt: null, day: null, unpublished: false }
  return {
    ...incident,
    tasks: [...(incident.tasks ?? []), task],
    steps: {
      ...incident.steps,
      [stepId]: { ...initialStep(TASKS), standing: 'open', openedAt: at, limit: limit || null },
    },
  }
}

type Member = Task['named'][number] | NonNullable<StepRun['named']>[number]

const namedBy = (incident: Incident, stepId: string): readonly Member[] | undefined =>
  taskOf(incident, stepId)?.named ?? incident.steps[stepId]?.named

/** Those who are named and of whom nobody has said that they heard it. */
export const unheard = (incident: Incident, stepId: string): readonly Member[] =>
  namedBy(incident, stepId)?.filter(({ heard }) => heard === null) ?? []

/** Since when they could hear of it (UTC ms). */
const orderedAt = (incident: Incident, stepId: string): number =>
  taskOf(incident, stepId)?.at ?? incident.steps[stepId]?.openedAt ?? 0

/**
 * Refused: what names nobody (`unknown-step`), what is finished (`step-finished`), one who is not
 * named by it (`unknown-person`), an instant before it was ordered or opened, or ahead
 * (`bad-input`). Heard twice is heard once.
 */
export function hearTask(
  incident: Incident,
  { stepId, member, heardAt }: HearTask,
  { meta }: RuleContext,
): Decision<TaskHeard> {
  const named = namedBy(incident, stepId)
  if (!named) return no.unknownStep(stepId)
  const person = named.find(({ id }) => id === member)
  if (!person) return unknownMember()
  const finish = incident.steps[stepId]?.finish
  if (finish) return taskTakesNoHearing(finish.by)
  if (heardAt !== null && (heardAt < orderedAt(incident, stepId) || heardAt > meta.at))
    return heardOutOfTime()
  if (person.heard) return accept()
  return accept({
    type: 'TaskHeard',
    stepId,
    member,
    person: person.person,
    ...(heardAt === null || heardAt === meta.at ? {} : { heardAt }),
  })
}

export function taskHeard(
  incident: Incident,
  { stepId, member, heardAt, at, by }: Recorded<TaskHeard>,
): Incident {
  const hear = <M extends Member>(named: readonly M[]): readonly M[] =>
    named.map((person) =>
      person.id === member ? { ...person, heard: { at: heardAt ?? at, by } } : person,
    )
  const named = incident.steps[stepId]?.named
  if (named) return withStep(incident, stepId, { named: hear(named) })
  return {
    ...incident,
    tasks: (incident.tasks ?? []).map((task) =>
      task.stepId === stepId ? { ...task, named: hear(task.named) } : task,
    ),
  }
}
