/** Reads from the record of one incident what several rules and screens need. */
import type { Anchor, Casualty, CasualtyCount, Question, Plan, Step } from '../../plan/plan.ts'
import { PEOPLE, type PeopleKind } from './scales.ts'
import type { Counts, Evidence, ListItem } from './slices.ts'
import {
  isTerminal,
  type Answer,
  type Incident,
  type Run,
  type StepRun,
  type StepState,
} from './state.ts'
import { isTaskRun, taskSteps } from './task-steps.ts'
import type { World } from './world.ts'

export const isRunning = (run: Run): boolean =>
  run.supersededBy === null && !run.declined && !run.stopped

/**
 * The plans that run now: those that no other plan has taken the place of, and that were neither
 * declined nor stopped.
 */
export const running = (incident: Incident): readonly Run[] => incident.runs.filter(isRunning)

export const planOf = (run: Run, world: World): Plan =>
  isTaskRun(run) ? run.ofTasks : world.plan(run.revision)

/** A step of the record together with what its plan says about it. */
export type PlannedStep = { step: Step; run: Run; plan: Plan; state: StepRun }

/** The steps of plans, in the order of the plans and within them in the order of the plan. */
export const stepsOfPlans = (
  incident: Incident,
  world: World,
  runs: readonly Run[] = incident.runs,
): PlannedStep[] =>
  runs.flatMap((run) => {
    const plan = planOf(run, world)
    return plan.steps.flatMap((step) => {
      const state = incident.steps[step.id]
      return state ? [{ step, run, plan, state }] : []
    })
  })

const tasksOf = (incident: Incident, world: World): PlannedStep[] => {
  if (!incident.tasks?.length) return []
  const [first] = running(incident)
  return taskSteps(incident, first ? planOf(first, world) : null)
}

/** All steps: those of plans, then the ad-hoc tasks, which belong to no plan and stay. */
export const plannedSteps = (
  incident: Incident,
  world: World,
  runs: readonly Run[] = incident.runs,
): PlannedStep[] => [...stepsOfPlans(incident, world, runs), ...tasksOf(incident, world)]

type Listed = Pick<Incident, 'runs' | 'tasks'> & { world: World; steps: readonly PlannedStep[] }
const listedBefore = new WeakMap<Incident['steps'], Listed>()

/**
 * The steps of the plans that run, and the ad-hoc tasks. The very same list for as long as nothing
 * in it has changed: what is known of it by its rules need not be asked again.
 */
export function runningSteps(incident: Incident, world: World): readonly PlannedStep[] {
  const { runs, tasks } = incident
  const before = listedBefore.get(incident.steps)
  if (before?.runs === runs && before.tasks === tasks && before.world === world) return before.steps
  const steps = plannedSteps(incident, world, running(incident))
  listedBefore.set(incident.steps, { runs, tasks, world, steps })
  return steps
}

/** The step of a plan that the incident has used, or undefined. */
export const plannedStep = (
  incident: Incident,
  stepId: string,
  world: World,
  runs?: readonly Run[],
): PlannedStep | undefined => {
  const state = incident.steps[stepId]
  if (!state) return undefined
  const task = tasksOf(incident, world).find(({ step }) => step.id === stepId)
  if (task) return task
  for (const run of runs ?? incident.runs) {
    const plan = planOf(run, world)
    const step = plan.steps.find(({ id }) => id === stepId)
    if (step) return { step, run, plan, state }
  }
  return undefined
}

export const isDone = (state: Pick<StepRun, 'finish'> | undefined): boolean =>
  state?.finish?.outcome === 'done' || state?.finish?.outcome === 'already-done'

/** What a screen shows a step to be. */
export function stepStateOf(state: StepRun): StepState {
  if (state.finish) return state.finish.outcome
  if (state.standing !== 'open') return state.standing
  return state.accepted ? 'accepted' : 'open'
}

/** How often a step was done: more than once only if it repeats. */
export const timesDone = (state: StepRun | undefined): number =>
  (state?.past?.length ?? 0) + (isDone(state) ? 1 : 0)

/** Whether it was told afterwards that it had been done within its limit. */
const toldInTime = ({ finish, limit }: Pick<StepRun, 'finish' | 'limit'>): boolean =>
  finish?.toldAt !== undefined && limit !== null && finish.at <= limit.dueAt

const isTimeLate = (time: Pick<StepRun, 'finish' | 'limit' | 'lateAt'>): boolean =>
  time.lateAt !== null && !toldInTime(time)

/** Was it ever late, this time or before? */
export const wasLate = (state: StepRun | undefined): boolean =>
  state !== undefined && [...(state.past ?? []), state].some(isTimeLate)

/**
 * When it was done first (UTC ms), or null. A step that repeats counts as done for the steps
 * that wait for it as soon as it was done once.
 */
export const firstDoneAt = (state: StepRun | undefined): number | null =>
  state?.past?.[0]?.finish.at ?? (isDone(state) ? (state?.finish?.at ?? null) : null)

/** Life goes on in this step: it applies, is not finished, and the incident is not over. */
export const isOpen = (incident: Incident, state: StepRun): boolean =>
  state.standing === 'open' && state.finish === null && !isTerminal(incident.state)

const asks = (run: Run, key: string, world: World): Question | undefined =>
  planOf(run, world).facts.find((fact) => fact.key === key)

/**
 * Every plan of the incident that asks a question, superseded ones included, in the order of
 * activation.
 */
export const plansAsking = (
  incident: Incident,
  key: string,
  world: World,
): readonly { run: Run; fact: Question }[] =>
  incident.runs.flatMap((run) => {
    const fact = asks(run, key, world)
    return fact ? [{ run, fact }] : []
  })

/** The running plans that ask it: all of them, or the one that is meant. */
export const askingNow = (
  incident: Incident,
  { key, planId }: { key: string; planId: string | null },
  world: World,
): readonly { run: Run; fact: Question }[] =>
  plansAsking(incident, key, world).filter(
    ({ run }) => isRunning(run) && (planId === null || run.planId === planId),
  )

/** The question as the plan asks it that asked first, or undefined. */
function firstAsking(incident: Incident, key: string, world: World): Question | undefined {
  for (const run of incident.runs) {
    const question = asks(run, key, world)
    if (question) return question
  }
  return undefined
}

/**
 * The answer that holds for a plan: its own where plans mean different things by the key, else the
 * shared one. A shared answer was given to the plan that asked first: one that asks something else
 * by the same key does not take it over.
 */
export function answerFor(
  incident: Incident,
  run: Run,
  key: string,
  world: World,
): Answer | undefined {
  const planAnswer = incident.factsOf[run.planId]?.[key]
  const sharedAnswer = incident.facts[key]
  if (!sharedAnswer) return planAnswer // most questions are asked before they are answered
  const question = asks(run, key, world)
  const first = firstAsking(incident, key, world)
  const shared = !question || !first || sameQuestion(question, first) ? sharedAnswer : undefined
  return planAnswer && shared ? { ...planAnswer, firstAt: shared.firstAt } : (planAnswer ?? shared)
}

/**
 * When an anchor happened (UTC ms), or null while it has not. A step counts from its completion
 * only.
 */
export function anchorAt(
  incident: Incident,
  run: Run,
  anchor: Anchor,
  world: World,
): number | null {
  if (anchor === 'occurred') return incident.occurredAt ?? incident.receivedAt
  if (anchor === 'reported') return incident.receivedAt
  if (anchor === 'activated') return run.activatedAt
  if (anchor === 'contained' || anchor === 'lifted') return incident.moments[anchor] ?? null
  if ('step' in anchor) return firstDoneAt(incident.steps[anchor.step])
  return answerFor(incident, run, anchor.fact, world)?.firstAt ?? null
}

export const anchorKey = (anchor: Anchor): string =>
  typeof anchor === 'string'
    ? anchor
    : 'step' in anchor
      ? `step=${anchor.step}`
      : `fact=${anchor.fact}`

const valuesBefore = new WeakMap<Question, string>()

function values(fact: Question): string {
  const known = valuesBefore.get(fact)
  if (known !== undefined) return known
  const text = JSON.stringify(fact.options.map((option) => option.value).sort())
  valuesBefore.set(fact, text)
  return text
}

/**
 * Two questions are the same if they offer the same answers, in whatever order: then one answer
 * serves both plans.
 */
export const sameQuestion = (a: Question, b: Question): boolean =>
  a === b || (a.kind === b.kind && a.several === b.several && values(a) === values(b))

/** The entries of a step's list, in the order in which they were added. */
export const itemsOf = (state: Pick<StepRun, 'list'>): readonly ListItem[] => state.list ?? []

export const evidenceOf = (incident: Incident): readonly Evidence[] => incident.evidence ?? []

/** The people of the incident without who counted them and when. */
export const countsOf = (incident: Incident): Counts =>
  Object.fromEntries(
    PEOPLE.flatMap((kind) =>
      incident.casualties?.[kind] === undefined ? [] : [[kind, incident.casualties[kind]]],
    ),
  )

/**
 * Is the number over `bound`, strictly? Null while it cannot be said: a kind that is not counted is
 * unknown. `hurt` is dead, serious and minor together (the missing are not in it), and is over as
 * soon as those that are counted are, each of `atLeastOne` as one.
 */
export function casualtiesOver(
  counts: Counts,
  of: CasualtyCount,
  bound: number,
  atLeastOne: readonly PeopleKind[] = [],
): boolean | null {
  const kinds: readonly Casualty[] = of === 'hurt' ? ['dead', 'serious', 'minor'] : [of]
  const known = kinds.map((kind) =>
    atLeastOne.includes(kind) ? Math.max(1, counts[kind] ?? 0) : (counts[kind] ?? 0),
  )
  if (known.reduce((sum, count) => sum + count, 0) > bound) return true
  const isCounted = (kind: Casualty): boolean =>
    counts[kind] !== undefined && !atLeastOne.includes(kind)
  return kinds.every(isCounted) ? false : null
}
