/** Lists every personal value that the record of an incident speaks of, still sealed. */
import { isSealed, type Sealed } from '../../sealed.ts'
import { evidenceOf, itemsOf } from './select.ts'
import type { Incident, StepRun } from './state.ts'

const ofStep = (step: StepRun): readonly (Sealed | null | undefined)[] => [
  step.finish?.onBehalfOf?.words,
  ...(step.past ?? []).map(({ finish }) => finish.onBehalfOf?.words),
  ...itemsOf(step).flatMap(({ name, helper, mark }) => [
    isSealed(name) ? name : null,
    helper,
    mark?.for,
  ]),
]

export const sealsOf = (incident: Incident): readonly Sealed[] =>
  [
    incident.narrative,
    incident.reporter,
    ...Object.values(incident.steps).flatMap(ofStep),
    ...incident.alerts.map(({ shelved }) => shelved?.reason),
    ...(incident.calls ?? []).flatMap(({ who, number, words }) => [who, number, words]),
    ...evidenceOf(incident).map(({ keeper }) => keeper),
  ].filter((sealed) => sealed !== null && sealed !== undefined)
