/**
 * Takes into another record what was written in an emergency record and does not stand here, of the
 * streams that `stream-fates.ts` names: shift handovers, actions, everything of readiness, with its
 * own instants and people. What was taken along comes once.
 */
import { canonical } from '#shared/domain/canonical.ts'
import { referredIn, sealedIn } from '#shared/domain/sealed.ts'
import { documentFrom, documentsOf } from '#shared/domain/streams.ts'
import { STATION } from '#shared/domain/station/names.ts'
import { changesOf, type Changes } from '../../engine/changes.ts'
import type { Journal, Json, NewEvent, Seal, StoredEvent } from '../../ports.ts'
import { fateOf } from './stream-fates.ts'

type Parts = {
  own: Pick<Journal, 'events'>
  /** The personal values of these digests, out of the emergency record. */
  seals: (sealed: readonly string[]) => readonly Seal[]
}

const asWritten = ({ stream, type, at, by, body }: StoredEvent): NewEvent => ({
  stream,
  type,
  at,
  by,
  body,
})

/** What rows of a stream of rules are of: a policy by its id, else the whole stream. */
const ruled = ({ body }: NewEvent): unknown => (body as { policyId?: string }).policyId ?? null

/** Whether something of the same was written here after it. */
const isOvertaken = (event: NewEvent, before: readonly StoredEvent[]): boolean =>
  before.some((other) => other.at > event.at && ruled(asWritten(other)) === ruled(event))

/** An older program copied lists and rules along as if the station had made them then. */
const isCopy = ({ by, at }: NewEvent, openedAt: number): boolean =>
  by === STATION && at === openedAt

/** `events`: all of the emergency record. */
export async function adoptedStreams(
  events: readonly StoredEvent[],
  { own, seals }: Parts,
): Promise<readonly Changes[]> {
  const all: Changes[] = []
  const openedAt = events.find(({ type }) => type === 'EmergencyOpened')?.at ?? -Infinity
  const taken = events.filter(({ stream }) => {
    const { back } = fateOf(stream)
    return back === 'taken-in' || back === 'latest'
  })
  for (const [stream, written] of Map.groupBy(taken, (event) => event.stream)) {
    const isLatest = fateOf(stream).back === 'latest'
    const before = await own.events(stream)
    const known = new Set(before.map((event) => canonical(asWritten(event))))
    const fresh = written
      .map(asWritten)
      .filter((event) => !known.has(canonical(event)))
      .filter((event) => !isLatest || !(isCopy(event, openedAt) || isOvertaken(event, before)))
    if (fresh.length === 0) continue
    const bodies = fresh.map(({ body }) => body)
    const digests = [...sealedIn(bodies), ...referredIn(bodies)].map(({ sealed }) => sealed)
    all.push(
      changesOf({
        events: fresh,
        seals: seals([...new Set(digests)]).map((seal) => ({ ...seal, stream })),
        documents: documentsOf(stream).map((named) => ({
          ...named,
          body: documentFrom(named, [...before, ...fresh]) as Json,
        })),
      }),
    )
  }
  return all
}
