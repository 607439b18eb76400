/** What a command on the stream of the hand-up changes. */
import type { Refusal } from '#shared/domain/decision.ts'
import { decideHandUp, type HandUpCommand } from '#shared/domain/hand-up/decide.ts'
import { handUpStream } from '#shared/domain/hand-up/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Seal } from '../../ports.ts'
import type { CommandContext } from '../handler.ts'
import { handUpOf } from './desk.ts'

/** `seals`: of the words that it brings. */
export function handUpChanges(
  command: HandUpCommand,
  { memory, meta }: Pick<CommandContext, 'memory' | 'meta'>,
  { reply = {}, seals = [] }: { reply?: Changes['reply']; seals?: Seal[] } = {},
): Changes | Refusal {
  const state = handUpOf(memory)
  const decision = decideHandUp(state, command)
  const changes = recordDecision(handUpStream, 'hand-up', state, decision, meta, reply)
  return changes.ok ? { ...changes, seals } : changes
}
