/** Handlers that name the channels of the site's own for announcements, and take them away. */
import type { Refusal } from '#shared/domain/decision.ts'
import { folderFault } from '#shared/domain/folder-path.ts'
import { decideOutlets, type OutletCommand } from '#shared/domain/outlets/decide.ts'
import { outletsStream } from '#shared/domain/outlets/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { CommandContext, Handler, PreparedHandler } from '../handler.ts'

function decided(
  command: OutletCommand,
  { memory, meta, pathStyle }: CommandContext,
  reply: Changes['reply'] = {},
): Changes | Refusal {
  const before = memory.documents.get('outlets', 'outlets')
  const decision = decideOutlets(before, command, { pathStyle })
  return recordDecision(outletsStream, 'outlets', before, decision, meta, reply)
}

/** A folder is looked at when it is named, not when an announcement has to go out. */
const setOutlet: PreparedHandler<'outlets/set', null> = {
  async prepare({ folder }, { checkFolder, pathStyle }) {
    if (!folder || !checkFolder || folderFault(folder, pathStyle) !== null) return null
    return checkFolder(folder)
  },
  async handle({ id: known, name, kind, way, folder = null }, context) {
    const id = known ?? context.vault.id(context.meta.at)
    const outlet = { id, name, kind, way, folder }
    return decided({ type: 'SetOutlet', outlet, isNew: !known }, context, { id })
  },
}

const removeOutlet: Handler<'outlets/remove'> = async ({ id }, context) =>
  decided({ type: 'RemoveOutlet', outletId: id }, context)

export const outletCommands = { 'outlets/set': setOutlet, 'outlets/remove': removeOutlet }
