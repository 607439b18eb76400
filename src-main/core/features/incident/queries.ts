/** Handlers that read what concerns incidents before there is one, and after they are over. */
import type { Parsed, Proposal } from '#shared/contract/contract.ts'
import { running } from '#shared/domain/incident/record/select.ts'
import { drawFiles } from '#shared/domain/board/assessed.ts'
import { isOnBoard, isTerminal, type Incident } from '#shared/domain/incident/record/state.ts'
import { heardIn } from '#shared/domain/match/heard.ts'
import { joinsFor, type Join, type Joinable } from '#shared/domain/match/joining.ts'
import { shown } from '#shared/domain/sealed.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { opened } from '../opened.ts'
import { aftermathDue } from './aftermath-due.ts'
import { endedLately, endingSoon, evidenceInHand } from './keeping.ts'
import { whom } from './whom.ts'

const joinable = (incident: Incident, { memory }: QueryContext): Joinable => {
  const runs = running(incident)
  const types = runs.flatMap(({ revision }) => memory.plan(revision)?.types ?? [])
  return {
    incidentId: incident.id,
    place: shown(incident.place, memory.value),
    ...(incident.placeId === undefined ? {} : { placeId: incident.placeId }),
    types: incident.type === null ? types : [incident.type],
    planIds: runs.map(({ planId }) => planId),
    lastWordAt: Math.max(incident.receivedAt, incident.attention?.actedAt ?? 0),
  }
}

/** Incidents that run and that the caller may mean; a drill is never a real one. */
function joins(
  { narrative, place, drill = false }: Parsed<'incident/propose'>,
  proposals: readonly Proposal[],
  context: QueryContext,
): readonly Join[] {
  const first = proposals.find(({ words }) => words.length > 0) ?? null
  const open = [...context.memory.incidents.values()].filter(
    (incident) => !isTerminal(incident.state) && incident.drill === drill,
  )
  return joinsFor(
    {
      narrative,
      place: first?.place ?? null,
      ...(place ? { typedPlace: place } : {}),
      type: first?.type ?? null,
      planId: first?.planId ?? null,
    },
    open.map((incident) => joinable(incident, context)),
    context.memory.places(),
    context.now(),
  )
}

const propose: QueryHandler<'incident/propose'> = async (input, context) => {
  const { narrative, drill, type } = input
  const proposals = context.propose(narrative, drill, type)
  return {
    ok: true,
    reply: { proposals, heard: heardIn(narrative, drill), joins: joins(input, proposals, context) },
  }
}

const keeping: QueryHandler<'incident/keeping'> = async (_, context) => {
  const { memory, now } = context
  const ended = await endedLately(context)
  const all = [...ended, ...(await endingSoon(memory, now()))]
  const items = all.map(({ incident, evidence, until }, index) => ({
    incidentId: incident.id,
    ...(memory.numbering.of(incident) ? { incidentNumber: memory.numbering.of(incident) } : {}),
    incidentPlace: shown(incident.place, memory.value),
    onBoard: isOnBoard(incident.state),
    evidenceId: evidence.id,
    what: shown(evidence.what, memory.value),
    place: shown(evidence.place, memory.value),
    keeper: memory.value(evidence.keeper),
    until,
    mayGo: index < ended.length,
  }))
  return { ok: true, reply: { items } }
}

const evidenceList: QueryHandler<'incident/evidence-list'> = async (_, context) => {
  const { value, numbering } = context.memory
  const items = (await evidenceInHand(context)).map(({ incident, evidence, until, mayGo }) => ({
    incidentId: incident.id,
    number: numbering.of(incident) ?? null,
    incidentPlace: shown(incident.place, value),
    onBoard: isOnBoard(incident.state),
    drill: incident.drill,
    evidenceId: evidence.id,
    what: shown(evidence.what, value),
    kind: evidence.kind,
    place: shown(evidence.place, value),
    keeper: value(evidence.keeper),
    recordedAt: evidence.at,
    until,
    mayGo,
    files: drawFiles(
      (incident.files ?? []).filter(({ evidenceId }) => evidenceId === evidence.id),
      value,
    ),
  }))
  return { ok: true, reply: { items } }
}

const aftermath: QueryHandler<'incident/aftermath-due'> = async (_, context) => {
  const items = await aftermathDue(context)
  return { ok: true, reply: { items: await opened(items, context) } }
}

export const incidentQueries = {
  'incident/propose': propose,
  'incident/keeping': keeping,
  'incident/aftermath-due': aftermath,
  'incident/evidence-list': evidenceList,
  'incident/whom': whom,
}
