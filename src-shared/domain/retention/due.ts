/** When the personal values of an incident are purged by rule, and what they still wait for. */
import { isOpenAftercare } from '../incident/record/aftermath.ts'
import { aftercareOf } from '../incident/rules/aftermath-due.ts'
import { retained } from '../incident/rules/evidence.ts'
import { isOnBoard, type Incident } from '../incident/record/state.ts'
import { DAY_MS } from '../units.ts'
import type { Retention } from './stream.ts'

/**
 * Why it is not purged although its days are over. `evidence`: it is still kept; `aftercare`:
 * something is still owed to somebody.
 */
export type PurgeWait = 'held' | 'evidence' | 'aftercare'
/** `at`: UTC ms of the instant from which on it may be purged. */
export type PurgeDue = { at: number; waits: PurgeWait | null }

/** The days that hold for it: the longest of the exceptions that name it, else those for all. */
export function daysFor(
  { type, level }: Pick<Incident, 'type' | 'level'>,
  { days, exceptions }: Retention,
): number | null {
  if (days === null) return null
  const fitting = exceptions.filter(
    (other) =>
      (other.type === null || other.type === type) &&
      (other.level === null || other.level === level),
  )
  return fitting.length === 0 ? days : Math.max(...fitting.map((other) => other.days))
}

/** The fewest days that hold for anything; null: nothing is purged by itself. */
export const fewestDays = ({ days, exceptions }: Retention): number | null =>
  days === null ? null : Math.min(days, ...exceptions.map((other) => other.days))

/**
 * When it went into the archive, or left the chain for good (UTC ms). Null of one that runs or
 * waits to be archived, and of one that goes on in another: its values are that one's.
 */
export function filedAt(incident: Incident): number | null {
  const { state, moments, imported } = incident
  if (isOnBoard(state) || state === 'merged') return null
  return moments[state] ?? imported?.at ?? null
}

type PurgeFacts = {
  isHeld: boolean
  now: number
  purgedAt?: number
  others?: readonly Incident[] // that are purged with it
}

/**
 * When its values are purged by rule; null: never, as it stands. Evidence that is kept keeps them
 * until the end of its time, a hold until it is lifted, aftercare until it is done or withdrawn:
 * its own, and that of each of the `others`. `purgedAt`: when they were purged last: what came
 * since has as many days again. UTC ms, as `now`.
 */
export function purgeDue(
  incident: Incident,
  retention: Retention,
  { isHeld, now, purgedAt = 0, others = [] }: PurgeFacts,
): PurgeDue | null {
  const filed = filedAt(incident)
  const days = daysFor(incident, retention)
  if (filed === null || days === null) return null
  const all = [incident, ...others]
  const keptUntil = keptIn(all)
  const at = Math.max(Math.max(filed, purgedAt) + days * DAY_MS, keptUntil)
  const isOwed = all.some(isOwing)
  const waits = isHeld ? 'held' : keptUntil > now ? 'evidence' : isOwed ? 'aftercare' : null
  return { at, waits }
}

/** Until when evidence of one of these is kept (UTC ms); 0: none of it has a clock. */
export const keptIn = (incidents: readonly Incident[]): number =>
  Math.max(0, ...incidents.flatMap(retained).map(({ until }) => until))
export const isOwing = (incident: Incident): boolean => aftercareOf(incident).some(isOpenAftercare)

type Read = (id: string) => Promise<Incident | null>

/**
 * The incident that it came to go on in, by merges and after an emergency record; itself where it
 * went nowhere. Null: that one is not in this record.
 */
export async function goesOnIn(incident: Incident, read: Read): Promise<Incident | null> {
  const passed = new Set<string>()
  let last: Incident | null = incident
  while (last?.state === 'merged') {
    const id: string | undefined = last.mergedInto?.incidentId ?? last.continued?.incidentId
    if (id === undefined || passed.has(id)) return null
    passed.add(id)
    last = await read(id)
  }
  return last
}

/**
 * The incident with all that were merged into it, what it was before an emergency record, and what
 * was merged into these: they are purged together.
 */
export async function purgedWith(incident: Incident, read: Read): Promise<readonly string[]> {
  const ids = [incident.id]
  for (let next: Incident | null = incident, n = 1; ; n++) {
    for (const { incidentId } of next?.takenIn ?? [])
      if (!ids.includes(incidentId)) ids.push(incidentId)
    const from = next?.takenOver?.incidentId
    if (from !== undefined && !ids.includes(from) && (await read(from))) ids.push(from)
    const id = ids[n]
    if (id === undefined) return ids
    next = await read(id)
  }
}
