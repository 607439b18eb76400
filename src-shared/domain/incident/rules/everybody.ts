/**
 * Names everybody who must hear of a step that its plan marks so: whoever is on duty at its posts
 * as it opens. Where nobody is known to be on, nobody is named until somebody is.
 */
import type { Recorded } from '../record/events.ts'
import { isOpen, type PlannedStep } from '../record/select.ts'
import { withStep, type Incident } from '../record/state.ts'
import type { NamedPerson, StepNamed } from '../record/tasks.ts'
import type { Roster, World } from '../record/world.ts'

/** Of the owner first, then of the helpers; nobody twice. */
function holdersOf({ step, plan }: PlannedStep, roster: Roster): readonly NamedPerson[] {
  const seen = new Set<string>()
  return [step.role, ...step.helpers]
    .flatMap((id) => {
      const name = plan.roles.find((role) => role.id === id)?.name
      return name ? (roster[id] ?? []).map((person) => ({ person, post: { id, name } })) : []
    })
    .filter(({ person }) => {
      const key = JSON.stringify(person)
      return !seen.has(key) && seen.add(key)
    })
    .map((named, index) => ({ id: String(index + 1), ...named }))
}

/** An event for each step that is open, marked, and has named nobody yet. */
export const namings = (
  steps: readonly PlannedStep[],
  incident: Incident,
  { roster }: Pick<World, 'roster'>,
): readonly StepNamed[] =>
  roster === null
    ? []
    : steps.flatMap((planned): StepNamed[] => {
        const { step, state } = planned
        const isToBeNamed = step.everybody && isOpen(incident, state) && !state.assumed
        if (!isToBeNamed || state.named) return []
        const named = holdersOf(planned, roster)
        return named.length > 0 ? [{ type: 'StepNamed', stepId: step.id, named }] : []
      })

export const stepNamed = (incident: Incident, { stepId, named }: Recorded<StepNamed>): Incident =>
  withStep(incident, stepId, { named: named.map((person) => ({ ...person, heard: null })) })
