/**
 * What is recorded of ad-hoc tasks (临时任务): what somebody orders besides the plan, with an owner
 * and a limit, and who of those that are named, by a task or a step of a plan, has heard it. Past
 * tense, plain JSON, as every event.
 */
import type { Guarded, Sealed } from '../../sealed.ts'
import { localized, type LocalizedText } from '../../text.ts'

/** The plan that their steps say they belong to; there is none of this id. */
export const TASKS = 'tasks'

/** A post, by its id and name, so that the record reads by itself; or a person. */
export type TaskOwner =
  | { post: { id: string; name: LocalizedText }; person: null; personId: null }
  | { post: null; person: Sealed; personId: string | null } // null: not of the register
/** One of those who must say that they heard it. `id`: within the task. */
export type TaskPerson = {
  id: string
  person: Sealed
  personId: string | null
  post: { id: string; name: LocalizedText } | null
}
/** One of those whom a step of a plan names: who held a post of it as it opened. */
export type NamedPerson = {
  id: string
  person: Guarded
  post: { id: string; name: LocalizedText }
}
/** `at`: when they had heard it (UTC ms), `by`: who recorded it. */
export type Heard = { at: number; by: string }
export type Task = {
  stepId: string
  number: number // the n-th of its incident
  text: Guarded
  owner: TaskOwner
  lifeSafety: boolean
  named: readonly (TaskPerson & { heard: Heard | null })[]
  at: number
  by: string
}

export type TaskAdded = {
  type: 'TaskAdded'
  stepId: string
  number: number
  text: Sealed
  owner: TaskOwner
  dueAt: number | null // UTC ms; null: it has no limit
  lifeSafety?: true
  named?: readonly TaskPerson[] // everybody of them must acknowledge it
}
/** The step is open, and everybody who was on duty at its posts then must acknowledge it. */
export type StepNamed = { type: 'StepNamed'; stepId: string; named: readonly NamedPerson[] }
/**
 * Of a task or a step of a plan. `heardAt` (UTC ms): they had heard it then, and it is told only
 * now.
 */
export type TaskHeard = {
  type: 'TaskHeard'
  stepId: string
  member: string
  person: Guarded // whose name it is, so that the record reads by itself
  heardAt?: number
}
export type TaskEvent = TaskAdded | TaskHeard | StepNamed

export type AddTask = {
  type: 'AddTask'
  text: Sealed
  owner: TaskOwner
  dueAt: number | null
  lifeSafety: boolean
  named: readonly TaskPerson[]
}
export type HearTask = {
  type: 'HearTask'
  stepId: string
  member: string
  heardAt: number | null // null: now
}
export type TaskCommand = AddTask | HearTask

const PREFIX = 'task:' // no step of a plan has a colon in its id

export const taskId = (number: number): string => `${PREFIX}${number}`
export const isTaskId = (stepId: string): boolean => stepId.startsWith(PREFIX)
/** What a task is called where its words may not stand. */
export const taskName = (stepId: string): LocalizedText => {
  const number = stepId.slice(PREFIX.length)
  return localized(`临时任务${number}`, `Task ${number}`)
}
