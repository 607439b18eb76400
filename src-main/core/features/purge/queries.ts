/** Handlers that read how long personal values are kept, what is held, and what goes next. */
import type { HeldIncident, HoldRead, PurgeNext } from '#shared/contract/retention.ts'
import { unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Hold } from '#shared/domain/purge/stream.ts'
import { compact, SHORTEST_NEEDLE } from '#shared/domain/purge/needle.ts'
import { RETENTION_RANGE, RETENTION_SOURCE } from '#shared/domain/retention/days.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { findPerson } from './person.ts'
import { tooShort } from './refusals.ts'
import { dueOf, dueUntil, purgesByIncident, readIncident, retentionIn } from './data.ts'

const AHEAD_MS = 30 * DAY_MS
const SHOWN = 200

const numberOf = (incident: Incident | null): string | null => incident?.number ?? null

async function holdRead(hold: Hold, { memory }: QueryContext): Promise<HoldRead> {
  await memory.fetchValues(hold)
  return { reason: memory.value(hold.reason), at: hold.at, by: hold.by }
}

async function heldIn(context: QueryContext): Promise<readonly HeldIncident[]> {
  const holds: HeldIncident[] = []
  for (const [incidentId, { hold }] of await purgesByIncident(context)) {
    if (!hold) continue
    const incident = await readIncident(incidentId, context.journal)
    const read = await holdRead(hold, context)
    holds.push({ incidentId, number: numberOf(incident), ...read })
  }
  return holds.sort((a, b) => a.at - b.at)
}

const read: QueryHandler<'retention/read'> = async (_input, context) => {
  const { memory, purges, now } = context
  const next: PurgeNext[] = []
  const at = now()
  for await (const { incident, at: dueAt, waits } of dueUntil(at + AHEAD_MS, at, context))
    next.push({ incidentId: incident.id, number: numberOf(incident), at: dueAt, waits })
  next.sort((a, b) => a.at - b.at)
  return {
    ok: true,
    reply: {
      ...retentionIn(memory),
      ...{ offered: purges !== null, range: RETENTION_RANGE, source: RETENTION_SOURCE },
      ...{ next: next.slice(0, SHOWN), total: next.length },
      holds: await heldIn(context),
      purged: memory.documents.get('purges', 'purges'),
    },
  }
}

const ofIncident: QueryHandler<'retention/of'> = async ({ incidentId }, context) => {
  const { memory, journal, now } = context
  const incident = await readIncident(incidentId, journal)
  if (!incident) return unknownIncident()
  const purge = await memory.documents.read('purge', incidentId)
  const purges = await purgesByIncident(context)
  const due = await dueOf(incident, retentionIn(memory), { purges, now: now(), journal })
  return {
    ok: true,
    reply: {
      hold: purge?.hold ? await holdRead(purge.hold, context) : null,
      purged: purge?.purged ?? [],
      due: due && { at: due.at, waits: due.waits },
    },
  }
}

const find: QueryHandler<'retention/find'> = async ({ name, number }, context) => {
  const needles = [name, number].filter((text) => typeof text === 'string')
  if (needles.some((text) => compact(text).length < SHORTEST_NEEDLE)) return tooShort()
  const { position } = context.memory
  return { ok: true, reply: { ...(await findPerson(needles, context)), position } }
}

export const purgeQueries = {
  'retention/read': read,
  'retention/of': ofIncident,
  'retention/find': find,
}
