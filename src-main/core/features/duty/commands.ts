/** Handlers that change the duty roster: its shifts, and who is entered for them. */
import { decideDuty, type DutyCommand } from '#shared/domain/duty/decide.ts'
import { dutyStream } from '#shared/domain/duty/stream.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import type { CommandContext, Handler } from '../handler.ts'
import { dutyImport } from './import-command.ts'
import { staffPostIds } from '../people/register.ts'
import { shiftOf } from './shift.ts'

function decided(command: DutyCommand, context: CommandContext, reply?: Json): Changes | Refusal {
  const { memory, meta } = context
  const around = { register: memory.register(), sitePosts: staffPostIds(context) }
  const decision = decideDuty(memory.duty(), command, around)
  return recordDecision(dutyStream, '', memory.duty(), decision, meta, reply)
}

const setShift: Handler<'duty/shift-set'> = async ({ id, ...input }, context) => {
  const shift = shiftOf(id ?? context.vault.id(context.meta.at), input)
  return decided({ type: 'SetShift', shift, isNew: !id }, context, { id: shift.id })
}

const removeShift: Handler<'duty/shift-remove'> = async ({ id }, context) =>
  decided({ type: 'RemoveShift', shiftId: id }, context)

const setDuty: Handler<'duty/set'> = async ({ entries }, context) =>
  decided({ type: 'SetDuty', entries }, context)

const copyDuty: Handler<'duty/copy'> = async ({ overwrite, ...copy }, context) =>
  decided({ type: 'CopyDuty', ...copy, overwrite: overwrite ?? false }, context)

export const dutyCommands = {
  ...dutyImport,
  'duty/shift-set': setShift,
  'duty/shift-remove': removeShift,
  'duty/set': setDuty,
  'duty/copy': copyDuty,
}
