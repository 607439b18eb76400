/** What a command on a drill changes: its personal values are sealed with those of the drill. */
import { localDate } from '#shared/domain/calendar.ts'
import { decideDrill, type DrillCommand } from '#shared/domain/drill/decide.ts'
import type { Drill } from '#shared/domain/drill/drill.ts'
import { drillStream } from '#shared/domain/drill/stream.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { sealer, type CommandContext, type Sealing, type StationContext } from '../handler.ts'

/** In no order. */
export const allDrills = ({ memory }: Pick<StationContext, 'memory'>): readonly Drill[] => [
  ...memory.documents.all('drill').values(),
]

export const drillOf = (
  drillId: string,
  { memory }: Pick<StationContext, 'memory'>,
): Drill | null => memory.documents.get('drill', drillId) ?? null

/** `command` gets what seals the values that it brings. */
export async function decided(
  drillId: string,
  command: (sealing: Sealing) => DrillCommand,
  context: CommandContext,
  reply: Json | ((drill: Drill | null) => Json) = {},
): Promise<Changes | Refusal> {
  const { memory, meta, vault } = context
  const { seals, ...sealing } = sealer(vault, drillStream.nameOf(drillId))
  const drill = drillOf(drillId, context)
  const { zone } = memory.site
  const world = { today: localDate(meta.at, zone), zone }
  const decision = decideDrill(drill, command(sealing), meta, world)
  const changes = recordDecision(drillStream, drillId, { id: drillId, drill }, decision, meta)
  if (!changes.ok) return changes
  const after = changes.documents.find(({ kind }) => kind === 'drill')?.body as Drill | undefined
  const answer = typeof reply === 'function' ? reply(after ?? drill) : reply
  return { ...changes, seals, reply: answer }
}
