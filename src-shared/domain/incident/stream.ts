/** The streams of incidents, one for each: everything that happened to it from its report on. */
import { defineStream } from '../event-stream.ts'
import { evolve } from './evolve.ts'
import { authorOf, type IncidentEvent } from './record/events.ts'
import { initialIncident, type Incident } from './record/state.ts'

/** An incident is stored as a row of its own table, beside its figures; it has no document. */
export const incidentStream = defineStream<Incident, IncidentEvent, Record<never, never>>({
  name: 'incident.',
  initial: initialIncident,
  evolve,
  documents: {},
  version: ({ version }) => version,
  author: authorOf,
})
