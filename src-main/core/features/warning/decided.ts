/** What a command on warnings changes; one on an incident may take a warning as its pre-alert. */
import type { Refusal } from '#shared/domain/decision.ts'
import { decideWarnings, type WarningCommand } from '#shared/domain/warning/decide.ts'
import { warningsStream } from '#shared/domain/warning/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { sealer, type CommandContext, type Sealing } from '../handler.ts'

export function decided(
  command: (sealing: Sealing) => WarningCommand,
  { memory, meta, vault }: Pick<CommandContext, 'memory' | 'meta' | 'vault'>,
  reply: { warningId?: string } = {},
): Changes | Refusal {
  const { seals, ...sealing } = sealer(vault, warningsStream.nameOf(''))
  const before = memory.documents.get('warnings', 'warnings')
  const decision = decideWarnings(before, command(sealing), meta)
  const changes = recordDecision(warningsStream, 'warnings', before, decision, meta, reply)
  return changes.ok ? { ...changes, seals } : changes
}

/** That an incident has it as its pre-alert, beside what that changes of the incident. */
export const takeWarning = (
  { warningId, incidentId }: { warningId: string; incidentId: string },
  context: CommandContext,
): Changes | Refusal => decided(() => ({ type: 'TakeWarning', warningId, incidentId }), context)
