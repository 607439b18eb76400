/**
 * Keeps track, on an emergency record, of the damaged one: the incidents that are left in it and
 * which of them were taken over.
 */
import type { BoardEmergency, BoardLeftIncident } from '#shared/domain/board/types.ts'
import { drawLeftIncident } from '#shared/domain/board/left.ts'
import { describeRole } from '#shared/domain/plan/describe.ts'
import { OPEN } from '#shared/domain/privacy/disclosure.ts'
import { numberAt } from '#shared/domain/roster/register.ts'
import { shown } from '#shared/domain/sealed.ts'
import { uuidOf } from '#shared/domain/uuid-of.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Commit } from '../../engine/command-queue.ts'
import { knownRoles, typesKnownSince } from '../../engine/known-names.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Library, SalvagedRecord, Vault } from '../../ports.ts'
import { leftIncidents, type LeftIncident } from './left-incidents.ts'

export type EmergencyDesk = {
  /** The incident that was left, taken over or not; null if it is none. */
  left: (incidentId: string) => LeftIncident | null
  /** The id under which it goes on: always the same one. */
  idAfter: (incidentId: string) => string
  /** Those that nobody has taken over yet. */
  waiting: () => readonly LeftIncident[]
  /** Whether a commit has taken one over; from then on it is none of those. */
  takenIn: (commit: Pick<Commit, 'incidents'>) => boolean
  /** As screens see it; null on a record that is the site's own. */
  board: (now: number) => BoardEmergency | null
}

/** The first post that somebody is on at: whom a roster names first is who decides. */
function contactIn(memory: Memory, now: number, roleName: (post: string) => LocalizedText) {
  const { presence } = memory.whoIsOn(now)
  const first = Object.entries(presence ?? {}).find(([, people]) => people.length > 0)
  if (!first) return null
  const [post, people] = first
  return {
    role: roleName(post),
    people: people.map(({ person }) => shown(person.name, memory.value)),
    phones: people
      .map(({ person }) => shown(numberAt(memory.register(), post, person), memory.value))
      .filter((phone) => phone !== ''),
  }
}

type Parts = { memory: Memory; library: Library; vault: Pick<Vault, 'digest'> }

/** `salvaged`: the damaged record; null on one that is the site's own. It is read here, once. */
export async function createEmergencyDesk(
  salvaged: SalvagedRecord | null,
  { memory, library, vault }: Parts,
): Promise<EmergencyDesk> {
  const world = memory.world(null)
  const left = new Map(
    (salvaged ? leftIncidents(salvaged, { world, offered: library.plan }) : []).map(
      (incident) => [incident.incident.id, incident] as const,
    ),
  )
  const idAfter = (incidentId: string): string => uuidOf(vault.digest('taken-over', incidentId))
  const after = new Map([...left.keys()].map((id) => [id, idAfter(id)] as const))
  const before = new Map([...after].map(([id, next]) => [next, id] as const))
  const taken = new Set<string>()
  for (const [next, id] of before) if (await memory.incident(next)) taken.add(id)
  const isTaken = (id: string): boolean =>
    taken.has(id) || memory.incidents.has(after.get(id) ?? '')
  const waiting = (): readonly LeftIncident[] =>
    [...left].flatMap(([id, incident]) => (isTaken(id) ? [] : [incident]))

  const roleName = (post: string): LocalizedText =>
    describeRole(post, { roles: knownRoles(library, memory.register()) })
  const draw = (incident: LeftIncident): BoardLeftIncident =>
    drawLeftIncident(
      incident,
      typesKnownSince(library, incident.incident.receivedAt),
      memory.documents.get('privacy', 'privacy') ?? OPEN,
    )

  return {
    left: (incidentId) => left.get(incidentId) ?? null,
    idAfter,
    waiting,
    takenIn({ incidents }) {
      const leftIds = incidents.flatMap(({ incidentId }) => before.get(incidentId) ?? [])
      const fresh = leftIds.filter((id) => !taken.has(id))
      for (const id of fresh) taken.add(id)
      return fresh.length > 0
    },
    board(now) {
      const emergency = memory.documents.get('emergency', 'station')
      return (
        emergency && {
          since: emergency.since,
          head: emergency.head,
          why: emergency.why,
          contact: contactIn(memory, now, roleName),
          incidents: waiting().map(draw),
        }
      )
    },
  }
}
