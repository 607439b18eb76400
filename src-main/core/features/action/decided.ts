/**
 * What a command on a corrective action changes; one on a plan may carry some, or drop the draft
 * that was begun for them.
 */
import { localDate } from '#shared/domain/calendar.ts'
import { draftingSince, type CorrectiveAction } from '#shared/domain/corrective-action/action.ts'
import { decideAction, type ActionCommand } from '#shared/domain/corrective-action/decide.ts'
import { unknownAction } from '#shared/domain/corrective-action/refusals.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { isRefusal, sealer, type CommandContext, type Sealing } from '../handler.ts'

/** A command in the making: its personal values are sealed with those of its action. */
export async function decided(
  actionId: string,
  command: (sealing: Sealing) => ActionCommand,
  context: CommandContext,
  reply: Json = {},
): Promise<Changes | Refusal> {
  const { seals, ...sealing } = sealer(context.vault, actionStream.nameOf(actionId))
  await context.memory.fetchValues(context.memory.documents.get('action', actionId))
  const sealed = command(sealing)
  const fresh = new Map(seals.map((seal) => [seal.sealed, seal.value]))
  const changes = changed(actionId, sealed, context, { reply, fresh })
  return changes.ok ? { ...changes, seals } : changes
}

/** `fresh`: values that come with the command, by their seals. */
function changed(
  actionId: string,
  command: ActionCommand,
  { memory, meta }: CommandContext,
  { reply = {}, fresh = new Map() }: { reply?: Json; fresh?: ReadonlyMap<string, string> } = {},
): Changes | Refusal {
  const action = memory.documents.get('action', actionId)
  const decision = decideAction(action, command, meta, {
    today: localDate(meta.at, memory.site.zone),
    open: (sealed) => fresh.get(sealed.sealed) ?? memory.value(sealed),
  })
  return recordDecision(actionStream, actionId, { id: actionId, action }, decision, meta, reply)
}

const draftingOf = (
  planId: string,
  { memory }: Pick<CommandContext, 'memory'>,
): readonly CorrectiveAction[] =>
  [...memory.documents.all('action').values()].filter(
    (action) => action.planId === planId && draftingSince(action) !== null,
  )

/** The draft of this plan was discarded. */
export const draftDropped = (planId: string, context: CommandContext): readonly Changes[] =>
  draftingOf(planId, context).flatMap(({ id }) => {
    const changes = changed(id, { type: 'DropDraft' }, context)
    return changes.ok ? [changes] : []
  })

/**
 * This revision carries these actions; left out, those for which its draft was begun and that are
 * not over. Refused: `unknown-action`.
 */
export function carriedBy(
  revision: { planId: string; revision: string; number: string },
  actionIds: readonly string[] | undefined,
  context: CommandContext,
): readonly Changes[] | Refusal {
  const ids = actionIds ?? draftingOf(revision.planId, context).map(({ id }) => id)
  const all: Changes[] = []
  for (const id of new Set(ids)) {
    if (!context.memory.documents.get('action', id)) return unknownAction()
    const changes = changed(id, { type: 'CarryAction', ...revision }, context)
    if (isRefusal(changes)) return changes
    all.push(changes)
  }
  return all
}
