/**
 * Handlers for playing an incident again: its moments, and its board entry as it stood at one of
 * them, folded and drawn by the rules that draw it live. They write nothing, and give nothing
 * personal, no matter who asks.
 */
import type { Moment } from '#shared/contract/statistics.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { allContacts, withContactNames } from '#shared/domain/contacts/in-roster.ts'
import { contactsStream } from '#shared/domain/contacts/stream.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { dutyStream } from '#shared/domain/duty/stream.ts'
import { onDuty } from '#shared/domain/duty/on-duty.ts'
import { postsOf, rosterStream } from '#shared/domain/roster/stream.ts'
import { knownRoles } from '../../engine/known-names.ts'
import type { StoredEvent } from '../../ports.ts'
import type { QueryHandler, QueryContext } from '../handler.ts'

export const eventsOf = (
  incidentId: string,
  { journal }: Pick<QueryContext, 'journal'>,
): Promise<readonly StoredEvent[]> => journal.events(incidentStream.nameOf(incidentId))

/** What happened at one instant is one moment, for no screen ever showed it half. */
const momentsIn = (events: readonly StoredEvent[]): readonly Moment[] =>
  events.flatMap(({ seq, at }, n) => (events[n + 1]?.at === at ? [] : [{ seq, at }]))

/** As it is now; null: there is none, or whoever asks may not see it whole. */
async function knownTo(incidentId: string, context: QueryContext): Promise<Incident | null> {
  const { memory, mayReplay } = context
  const incident = memory.unsaved.get(incidentId)?.incident ?? (await memory.incident(incidentId))
  return incident && mayReplay(incident) ? incident : null
}

const moments: QueryHandler<'history/moments'> = async ({ incidentId }, context) => {
  if (!(await knownTo(incidentId, context))) return unknownIncident()
  const events = await eventsOf(incidentId, context)
  return events.length > 0 ? { ok: true, reply: { moments: momentsIn(events) } } : unknownIncident()
}

/**
 * Who was on duty at an instant (UTC ms), and who stood for posts outside, as the record had it up
 * to `seq`.
 */
async function rosterThen(
  seq: number,
  instant: number,
  { journal, memory, library }: QueryContext,
): Promise<Roster | null> {
  const upTo = async (stream: string): Promise<readonly StoredEvent[]> =>
    (await journal.events(stream)).filter((event) => event.seq <= seq)
  const register = rosterStream.replay('', await upTo(rosterStream.nameOf('')))
  const duty = dutyStream.replay('', await upTo(dutyStream.nameOf('')))
  const contacts = contactsStream.replay('', await upTo(contactsStream.nameOf('')))
  const roles = knownRoles(library)
  return withContactNames(
    onDuty(register, duty, memory.site.zone, instant),
    allContacts(contacts, postsOf(register), roles),
    roles,
  )
}

const at: QueryHandler<'history/at'> = async ({ incidentId, seq }, context) => {
  const known = await knownTo(incidentId, context) // its plans are at hand from here on
  const past = known
    ? (await eventsOf(incidentId, context)).filter((event) => event.seq <= seq)
    : []
  const last = past.at(-1)
  if (!last) return unknownIncident()
  const incident = incidentStream.replay(incidentId, past)
  const roster = await rosterThen(seq, last.at, context)
  await context.memory.fetchValues([incident, roster])
  return {
    ok: true,
    reply: { incident: publicIncident(context.drawThen(incident, last.at, roster)) },
  }
}

export const replayQueries = { 'history/moments': moments, 'history/at': at }
