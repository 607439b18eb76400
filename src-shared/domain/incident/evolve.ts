/** Takes one event into the record, as the table of rules says. Every event is believed. */
import type { IncidentEvent, IncidentEventType, Recorded } from './record/events.ts'
import type { Incident } from './record/state.ts'
import { withAct } from './rules/attention-clocks.ts'
import { withoutChanged } from './rules/gates.ts'
import { EFFECTS, type EventOf } from './rules/index.ts'

const effect = <T extends IncidentEventType>(incident: Incident, event: EventOf<T>): Incident =>
  EFFECTS[event.type](incident, event)

/** `evolve(state, event) → state`. `version` counts the events of this incident. */
export const evolve = (incident: Incident, event: Recorded<IncidentEvent>): Incident => ({
  ...withAct(withoutChanged(incident, effect(incident, event), event), event),
  version: incident.version + 1,
})
