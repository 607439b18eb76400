/** What a command on a supply changes: its personal values are sealed with those of its stream. */
import { localDate } from '#shared/domain/calendar.ts'
import type { Decision, Refusal } from '#shared/domain/decision.ts'
import type { EventStream } from '#shared/domain/event-stream.ts'
import { decideSupply, type SupplyCommand } from '#shared/domain/supplies/decide.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { sealer, type CommandContext, type Sealing } from '../handler.ts'

/**
 * The changes of a command in the making on any stream; `open` in `decide` gives the value of a
 * seal, also of one that comes with the command.
 */
export function sealedChanges<S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  id: string,
  state: S,
  decide: (sealing: Sealing, open: (sealed: { sealed: string }) => string | null) => Decision<E>,
  { memory, meta, vault }: CommandContext,
  reply: Json = {},
): Changes | Refusal {
  const { seals, ...sealing } = sealer(vault, stream.nameOf(id))
  const decision = decide(
    sealing,
    (sealed) => seals.find((seal) => seal.sealed === sealed.sealed)?.value ?? memory.value(sealed),
  )
  const changes = recordDecision(stream, id, state, decision, meta, reply)
  return changes.ok ? { ...changes, seals } : changes
}

/** A command on one supply. */
export function decided(
  supplyId: string,
  command: (sealing: Sealing) => SupplyCommand,
  context: CommandContext,
  reply: Json = {},
): Changes | Refusal {
  const { memory, meta } = context
  const supply = memory.documents.get('supply', supplyId)
  const today = localDate(meta.at, memory.site.zone)
  return sealedChanges(
    supplyStream,
    supplyId,
    { id: supplyId, supply },
    (sealing) => decideSupply(supply, command(sealing), meta, { today }),
    context,
    reply,
  )
}
