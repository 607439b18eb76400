/** Handlers that read what concerns incidents before there is one, and after they are over. */
import { isEndingSoon, retained } from '#shared/domain/incident/rules/evidence.ts'
import { isOnBoard } from '#shared/domain/incident/record/state.ts'
import { heardIn } from '#shared/domain/match/heard.ts'
import { shown } from '#shared/domain/sealed.ts'
import type { QueryHandler } from '../handler.ts'

const propose: QueryHandler<'incident/propose'> = async ({ narrative, drill, type }, context) => ({
  ok: true,
  reply: {
    proposals: context.propose(narrative, drill, type),
    heard: heardIn(narrative, drill),
  },
})

/** Of incidents that have left the board, only those with evidence that has a clock are at hand. */
const keeping: QueryHandler<'incident/keeping'> = async (_, { memory, now }) => {
  const at = now()
  const away = [...memory.pending]
    .filter(([, deadlines]) =>
      deadlines.some(({ fires, dueAt }) => fires === 'kept' && isEndingSoon(dueAt, at)),
    )
    .map(([id]) => id)
  const incidents = [...memory.incidents.values()]
  for (const id of away) {
    const incident = await memory.incident(id)
    if (incident) incidents.push(incident)
  }
  await memory.fetchValues(incidents)
  const items = incidents
    .flatMap((incident) =>
      retained(incident).map(({ evidence, until }) => ({
        incidentId: incident.id,
        incidentPlace: shown(incident.place, memory.value),
        onBoard: isOnBoard(incident.state),
        evidenceId: evidence.id,
        what: shown(evidence.what, memory.value),
        place: shown(evidence.place, memory.value),
        keeper: memory.value(evidence.keeper),
        until,
      })),
    )
    .filter(({ until }) => isEndingSoon(until, at))
    .sort((a, b) => a.until - b.until)
  return { ok: true, reply: { items } }
}

export const incidentQueries = { 'incident/propose': propose, 'incident/keeping': keeping }
