/**
 * Counts the events that hold in clear what newer ones hold sealed: those from before it was
 * sealed. They never change.
 */
import { asRecorded, type StoredBody } from './event-stream.ts'
import { importStream } from './import/stream.ts'
import type { IncidentEvent } from './incident/record/events.ts'
import { GUARDED_KINDS, mapGuarded, type GuardedKind } from './incident/record/guarded.ts'
import { incidentStream } from './incident/stream.ts'
import { operatorStream } from './operator/stream.ts'
import { rosterStream, type Posts, type RosterEvent } from './roster/stream.ts'

/** `author`: the name of whoever acted, as the chain bound it once. */
export const CLEAR_KINDS = [...GUARDED_KINDS, 'author'] as const
export type ClearKind = (typeof CLEAR_KINDS)[number]
/** `byKind`: how many events hold such a value in clear; `events`: how many hold any. */
export type ClearValues = { events: number; byKind: Readonly<Record<ClearKind, number>> }
export type InStream = StoredBody & { stream: string; named?: true }

type Placed = { place: unknown; incidentType?: string | null; type?: string | null }

const isClear = (value: unknown): boolean => typeof value === 'string' && value !== ''

/** The incident with the place of which an event begins; null if it does not begin one. */
function begunBy(event: IncidentEvent): Placed | null {
  if (event.type === 'IncidentTakenOver') return event.incident
  return event.type === 'IncidentReported' || event.type === 'IncidentImported'
    ? { place: event.place, incidentType: event.incidentType }
    : null
}

/** The type that an event gives an incident afterwards. */
const typeSaidBy = (event: IncidentEvent): string | null =>
  event.type === 'IncidentClassified'
    ? event.incidentType
    : event.type === 'ReportAmended'
      ? (event.now.incidentType ?? null)
      : null

/**
 * Reads events in their order. `isPrivate`: whether the place of a type is somebody's home;
 * `isHome`: whether a place is, whatever the type; `hear` is told each event that holds any.
 */
export function countingClear<E extends InStream>(
  isPrivate: (type: string | null) => boolean,
  isHome: (place: string) => boolean,
  hear: (event: E) => void = () => undefined,
): {
  add: (events: readonly E[]) => void
  result: () => ClearValues
} {
  const byKind = new Map<ClearKind, number>(CLEAR_KINDS.map((kind) => [kind, 0]))
  const clear = new Set<string>() // streams with a place in clear that is nobody's home so far
  let events = 0

  /** A place that turns out to be a home later counts with the event that says so. */
  function inIncident(stream: string, event: IncidentEvent): ReadonlySet<GuardedKind> {
    const kinds = new Set<GuardedKind>()
    mapGuarded(event, (value, kind) => {
      if (isClear(value)) kinds.add(kind)
      return value
    })
    const begun = begunBy(event)
    if (begun && isClear(begun.place)) {
      const type = begun.incidentType ?? (event.type === 'IncidentTakenOver' ? begun.type : null)
      if (isPrivate(type ?? null) || isHome(String(begun.place))) kinds.add('place')
      else clear.add(stream)
    }
    const becomes = typeSaidBy(event)
    if (becomes !== null && clear.has(stream)) {
      if (isPrivate(becomes)) kinds.add('place')
      if (kinds.has('place')) clear.delete(stream)
    }
    return kinds
  }

  function inRoster(posts: Posts): ReadonlySet<GuardedKind> {
    const people = Object.values(posts).flat()
    return new Set<GuardedKind>([
      ...(people.some(({ person }) => isClear(person)) ? (['person'] as const) : []),
      ...(people.some(({ phone }) => isClear(phone)) ? (['phone'] as const) : []),
    ])
  }

  function kindsIn(event: InStream): ReadonlySet<GuardedKind> {
    const { stream, body } = event
    if (incidentStream.idOf(stream) !== null)
      return inIncident(stream, asRecorded<IncidentEvent>(event))
    if (rosterStream.idOf(stream) !== null) {
      const roster = asRecorded<RosterEvent>(event)
      return roster.type === 'RosterSet' ? inRoster(roster.posts) : new Set() // others are sealed
    }
    if (operatorStream.idOf(stream) !== null)
      return new Set(isClear((body as { person: unknown }).person) ? ['person'] : [])
    return importStream.idOf(stream) !== null && isClear((body as { reason?: unknown }).reason)
      ? new Set(['reason'])
      : new Set()
  }

  return {
    add(all) {
      for (const event of all) {
        const kinds = new Set<ClearKind>(kindsIn(event))
        if (event.named) kinds.add('author')
        if (kinds.size > 0) {
          events += 1
          hear(event)
        }
        for (const kind of kinds) byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
      }
    },
    result: () => ({ events, byKind: Object.fromEntries(byKind) as ClearValues['byKind'] }),
  }
}
