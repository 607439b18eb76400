/**
 * Shows ad-hoc tasks to the rules as steps of a plan that is none: so they have the same clocks,
 * alerts, ladder and gates as any other, and every rule need be written once.
 */
import type { Plan, Step } from '../../plan/plan.ts'
import { localized } from '../../text.ts'
import type { Incident, Run, StepRun } from './state.ts'
import { TASKS, taskName, type Task } from './tasks.ts'
import type { Roster } from './world.ts'

const TITLE = localized('临时任务', 'Ad-hoc tasks')
const NAMED = localized('指定人员', 'Named person')

/** The role of a task that a person owns: nobody else holds it. */
const ownerRole = ({ owner, stepId }: Task): string => owner.post?.id ?? `${stepId}.owner`

const stepOfTask = (task: Task): Step => ({
  id: task.stepId,
  stage: 'respond',
  title: taskName(task.stepId),
  short: taskName(task.stepId),
  role: ownerRole(task),
  lifeSafety: task.lifeSafety,
  ...{ helpers: [], when: null, after: [], due: null, urgency: null, late: [], calls: [] },
  ...{ say: null, announce: null, materials: [], evidence: null, list: null, report: null },
  ...{ prohibits: false, required: false, proposed: false, clause: '', clauses: [] },
})

const planOfTasks = (tasks: readonly Task[], leading: Plan | null): Plan => ({
  ...{ id: TASKS, revision: '', document: '', documentTitle: TITLE, title: TITLE, short: TITLE },
  steps: tasks.map(stepOfTask),
  roles: [
    ...tasks.map((task) => ({
      id: ownerRole(task),
      name: task.owner.post?.name ?? NAMED,
      ...{ aliases: [], duty: null, substitutes: [] },
    })),
    ...(leading?.roles ?? []),
  ],
  commander: leading?.commander ?? '',
  ...{ siteKinds: [], types: [], triggers: [], facts: [], levels: [], defaultLevel: null },
  ...{ clauses: [], completeness: 'complete', openPoints: [] },
})

/** A run of no plan of the library: its text comes with it. */
export type TaskRun = Run & { ofTasks: Plan }
export const isTaskRun = (run: Run): run is TaskRun => 'ofTasks' in run

/** The tasks as steps, in their order. `leading`: the plan whose commander they go up to. */
export function taskSteps(
  incident: Incident,
  leading: Plan | null,
): { step: Step; run: Run; plan: Plan; state: StepRun }[] {
  const { tasks = [] } = incident
  if (tasks.length === 0) return []
  const plan = planOfTasks(tasks, leading)
  const run: TaskRun = {
    ...{ planId: TASKS, revision: '', activatedAt: incident.receivedAt, by: '' },
    ...{ provisional: false, supersededBy: null, ofTasks: plan },
  }
  return plan.steps.flatMap((step) => {
    const state = incident.steps[step.id]
    return state ? [{ step, run, plan, state }] : []
  })
}

/** Who owns tasks as a person, by the role that nobody else holds. */
export const taskOwners = ({ tasks = [] }: Incident): Roster =>
  Object.fromEntries(
    tasks.flatMap((task) => (task.owner.person ? [[ownerRole(task), [task.owner.person]]] : [])),
  )

export const taskOf = (incident: Incident, stepId: string): Task | undefined =>
  incident.tasks?.find((task) => task.stepId === stepId)
