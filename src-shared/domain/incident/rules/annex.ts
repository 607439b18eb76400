/**
 * Relates a plan to those it extends (附件预案): its bases, the steps of theirs that it replaces, and
 * what becomes of a base when an annex comes or goes. An annex runs with its base, each with its
 * own steps; what no running plan replaces any more comes back.
 */
import { localized } from '../../text.ts'
import type { Plan } from '../../plan/plan.ts'
import type { IncidentEvent, Recorded, StepsRestored } from '../record/events.ts'
import { notApplicable } from './auto-finish.ts'
import { isRunning, planOf, running } from '../record/select.ts'
import { initialStep, type Incident, type Run } from '../record/state.ts'
import type { World } from '../record/world.ts'

/** A base of an annex: `run` is null while it does not run. */
export type Base = { plan: Plan; run: Run | null }

/**
 * The bases of a plan, the nearest first. One that runs keeps the text it started with; else the
 * library's is taken. The id of a base that the library lacks is answered instead.
 */
export function basesOf(
  plan: Plan,
  incident: Incident,
  world: World,
): readonly Base[] | { missing: string } {
  const bases: Base[] = []
  const seen = new Set([plan.id])
  for (let id = plan.extends ?? null; id !== null && !seen.has(id);) {
    seen.add(id)
    const run = incident.runs.find((known) => known.planId === id && isRunning(known)) ?? null
    const base = run ? planOf(run, world) : (world.offered?.(id) ?? null)
    if (!base) return { missing: id }
    bases.push({ plan: base, run })
    id = base.extends ?? null
  }
  return bases
}

/**
 * The bases that end together with a plan: those that were brought by an annex, and that neither
 * another running plan nor one of `coming` needs. A base that a person activated by itself goes on.
 */
export function endingWith(
  planId: string,
  incident: Incident,
  world: World,
  coming: readonly Plan[] = [],
): readonly string[] {
  const runs = running(incident)
  const ending = [planId]
  for (;;) {
    const last = runs.find((run) => run.planId === ending.at(-1))
    const id = last ? (planOf(last, world).extends ?? null) : null
    const base = runs.find((run) => run.planId === id)
    if (!base?.broughtBy || ending.includes(base.planId)) return ending.slice(1)
    const needed = [
      ...runs.filter((run) => !ending.includes(run.planId)).map((run) => planOf(run, world)),
      ...coming,
    ]
    if (needed.some((plan) => plan.extends === id)) return ending.slice(1)
    ending.push(base.planId)
  }
}

/** Step ids that these plans have their own steps for. */
export const replacedBy = (plans: readonly Plan[]): ReadonlySet<string> =>
  new Set(plans.flatMap((plan) => plan.replaces ?? []))

/**
 * What happens to the steps of the plans that go on, once `ending` are over and `coming` run:
 * unfinished steps that are replaced now do not apply; steps that were replaced, and are no longer,
 * come back as they stood.
 */
export function rebase(
  incident: Incident,
  world: World,
  ending: readonly string[],
  coming: readonly Plan[],
): readonly IncidentEvent[] {
  const staying = running(incident).filter((run) => !ending.includes(run.planId))
  const plans = [...staying.map((run) => planOf(run, world)), ...coming]
  const replaced = replacedBy(plans)
  return staying.flatMap((run): readonly IncidentEvent[] => {
    const steps = planOf(run, world).steps.map((step) => ({
      id: step.id,
      state: incident.steps[step.id],
    }))
    const gone = steps.filter(({ id, state }) => replaced.has(id) && state?.finish === null)
    const back = steps
      .filter(({ id, state }) => !replaced.has(id) && (!state || state.finish?.replacedBy))
      .map(({ id }) => id)
    return [
      ...gone.flatMap(({ id }) => {
        const annex = plans.find((plan) => plan.replaces?.includes(id))
        return annex
          ? [
              notApplicable(
                id,
                localized(
                  `由《${annex.title.zh}》的步骤代替`,
                  `a step of "${annex.title.en}" takes its place`,
                ),
                annex.id,
              ),
            ]
          : []
      }),
      ...(back.length > 0
        ? [{ type: 'StepsRestored', planId: run.planId, stepIds: back } as const]
        : []),
    ]
  })
}

/** A step that the record has comes back as it stood; one that it never had begins. */
export function stepsRestored(
  incident: Incident,
  { planId, stepIds }: Recorded<StepsRestored>,
): Incident {
  const steps = Object.fromEntries(
    stepIds.map((id) => {
      const before = incident.steps[id]
      return [id, before ? { ...before, finish: null } : initialStep(planId)]
    }),
  )
  return { ...incident, steps: { ...incident.steps, ...steps } }
}
