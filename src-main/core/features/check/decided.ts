/** What commands on checks change: decided in a row, each on the state that the one before left. */
import { keyOf, type Check } from '#shared/domain/check/check.ts'
import { decideCheck, type CheckCommand } from '#shared/domain/check/decide.ts'
import { unknownCheck } from '#shared/domain/check/refusals.ts'
import { checkStream, type CheckEvent } from '#shared/domain/check/stream.ts'
import { versionOf, type ChecklistVersion } from '#shared/domain/checklist/checklist.ts'
import { isActionOver, standingAt } from '#shared/domain/corrective-action/action.ts'
import { hazardOf } from '#shared/domain/corrective-action/hazard.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { streamChanges, type Changes } from '../../engine/changes.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Json } from '../../ports.ts'
import { sealer, type CommandContext, type Sealing } from '../handler.ts'

/** A hazard that was opened from an item of a check; `over`: checked and closed. */
export type HazardOf = { actionId: string; number: string; over: boolean }

/** By the item of a check (`keyOf`), the hazard that was opened from it and was not withdrawn. */
export function hazardsOf(checkId: string, { documents }: Pick<Memory, 'documents'>) {
  const hazards = new Map<string, HazardOf>()
  for (const action of documents.all('action').values()) {
    const hazard = hazardOf(action)
    const state = standingAt(action)
    if (hazard?.checkId !== checkId || hazard.itemId === null || state === 'withdrawn') continue
    const { itemId, pointId } = hazard
    const { id: actionId, number } = action
    hazards.set(keyOf({ itemId, pointId }), { actionId, number, over: isActionOver(state) })
  }
  return hazards
}

/** What commands come to: what is saved, and the check after them. */
export type Decided = { ok: true; changes: Changes; state: Check | null }

export type KnownCheck = { check: Check; list: ChecklistVersion }

/** The check, and the version of its list by which it is read. */
export function checkIn(
  checkId: string,
  { documents }: Pick<Memory, 'documents'>,
): KnownCheck | null {
  const check = documents.get('check', checkId)
  const list = check && documents.get('checklist', check.checklistId)
  return check && list ? { check, list: versionOf(list, check.checklistVersion) } : null
}

/**
 * `of`: a check that there is, or the id and list of a new one. `commands` get the sealing of its
 * personal values; all of them or none. `state`: the check after them.
 */
export function decided(
  of: KnownCheck | { id: string; list: ChecklistVersion },
  commands: (sealing: Sealing) => readonly CheckCommand[],
  context: CommandContext,
  reply: Json = {},
): Decided | Refusal {
  const id = 'check' in of ? of.check.id : of.id
  const { seals, ...sealing } = sealer(context.vault, checkStream.nameOf(id))
  const world = { list: of.list, hazards: new Set(hazardsOf(id, context.memory).keys()) }
  const before = { id, check: 'check' in of ? of.check : null }
  const events: CheckEvent[] = []
  let state = before
  for (const command of commands(sealing)) {
    const decision = decideCheck(state.check, command, context.meta, world)
    if (!decision.ok) return decision
    for (const event of decision.events)
      state = checkStream.evolve(state, { ...event, ...context.meta })
    events.push(...decision.events)
  }
  const changes = streamChanges(checkStream, id, before, { events, meta: context.meta, reply })
  return { ok: true, changes: { ...changes, seals }, state: state.check }
}

/** The same of a check that may not be there (`unknown-check`). */
export function decidedOn(
  checkId: string,
  command: (sealing: Sealing) => CheckCommand,
  context: CommandContext,
  reply: Json = {},
): Changes | Refusal {
  const known = checkIn(checkId, context.memory)
  if (!known) return unknownCheck()
  const outcome = decided(known, (sealing) => [command(sealing)], context, reply)
  return outcome.ok ? outcome.changes : outcome
}
