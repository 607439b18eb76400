/**
 * Takes the shift handovers, corrective actions, drills, checks, holds, supplies, plan upkeep and
 * attachments of plans of an emergency record into another one: what was written there and does not
 * stand here, with its own instants and people. What was taken along comes once.
 */
import { canonical } from '#shared/domain/canonical.ts'
import { checkStream } from '#shared/domain/check/stream.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import { drillScriptStream } from '#shared/domain/drill/script-stream.ts'
import { drillStream } from '#shared/domain/drill/stream.ts'
import { handoverSheetStream } from '#shared/domain/handover-sheet/stream.ts'
import { handoverStream } from '#shared/domain/handover/stream.ts'
import { attachmentStream } from '#shared/domain/plan-attachment/stream.ts'
import { purgeStream } from '#shared/domain/purge/stream.ts'
import { referredIn, sealedIn } from '#shared/domain/sealed.ts'
import { stockTakingStream } from '#shared/domain/stock-taking/stream.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import { supplyRequestStream } from '#shared/domain/supply-request/stream.ts'
import { documentFrom, documentsOf } from '#shared/domain/streams.ts'
import { upkeepStream } from '#shared/domain/upkeep/stream.ts'
import { changesOf, type Changes } from '../../engine/changes.ts'
import type { Journal, Json, NewEvent, Seal, StoredEvent } from '../../ports.ts'

type Parts = {
  own: Pick<Journal, 'events'>
  /** The personal values of these digests, out of the emergency record. */
  seals: (sealed: readonly string[]) => readonly Seal[]
}

const isTakenIn = (stream: string): boolean =>
  [
    handoverStream,
    handoverSheetStream,
    actionStream,
    checkStream,
    drillStream,
    drillScriptStream,
    purgeStream,
    supplyStream,
    stockTakingStream,
    supplyRequestStream,
    upkeepStream,
    attachmentStream,
  ].some(({ idOf }) => idOf(stream) !== null)

const asWritten = ({ stream, type, at, by, body }: StoredEvent): NewEvent => ({
  stream,
  type,
  at,
  by,
  body,
})

/** `events`: all of the emergency record. */
export async function adoptedHandovers(
  events: readonly StoredEvent[],
  { own, seals }: Parts,
): Promise<readonly Changes[]> {
  const all: Changes[] = []
  const streams = Map.groupBy(
    events.filter(({ stream }) => isTakenIn(stream)),
    ({ stream }) => stream,
  )
  for (const [stream, written] of streams) {
    const before = await own.events(stream)
    const known = new Set(before.map((event) => canonical(asWritten(event))))
    const fresh = written.map(asWritten).filter((event) => !known.has(canonical(event)))
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
