/** Handlers that read what concerns incidents before there is one, and after they are over. */
import { isOnBoard } from '#shared/domain/incident/record/state.ts'
import { heardIn } from '#shared/domain/match/heard.ts'
import { shown } from '#shared/domain/sealed.ts'
import type { QueryHandler } from '../handler.ts'
import { endingSoon } from './keeping.ts'
import { whom } from './whom.ts'

const propose: QueryHandler<'incident/propose'> = async ({ narrative, drill, type }, context) => ({
  ok: true,
  reply: {
    proposals: context.propose(narrative, drill, type),
    heard: heardIn(narrative, drill),
  },
})

const keeping: QueryHandler<'incident/keeping'> = async (_, { memory, now }) => {
  const items = (await endingSoon(memory, now())).map(({ incident, evidence, until }) => ({
    incidentId: incident.id,
    incidentPlace: shown(incident.place, memory.value),
    onBoard: isOnBoard(incident.state),
    evidenceId: evidence.id,
    what: shown(evidence.what, memory.value),
    place: shown(evidence.place, memory.value),
    keeper: memory.value(evidence.keeper),
    until,
  }))
  return { ok: true, reply: { items } }
}

export const incidentQueries = {
  'incident/propose': propose,
  'incident/keeping': keeping,
  'incident/whom': whom,
}
