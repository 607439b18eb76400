/** Handlers of warnings from outside. */
import type { Refusal } from '#shared/domain/decision.ts'
import { decideWarnings, type WarningCommand } from '#shared/domain/warning/decide.ts'
import { warningsStream } from '#shared/domain/warning/stream.ts'
import type { WarningFields } from '#shared/domain/warning/warning.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { sealer, type CommandContext, type Handler, type Sealing } from '../handler.ts'

function decided(
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

const enter: Handler<'warning/enter'> = async (
  { until, told: people = [], ...fields },
  context,
) => {
  const entered = context.memory.documents.get('warnings', 'warnings')?.entered ?? 0
  return decided(
    ({ seal }) => ({
      type: 'EnterWarning',
      ...{ ...fields, until: until ?? null },
      told: people.map((who) => seal(who)),
    }),
    context,
    { warningId: `w${entered + 1}` },
  )
}

const adjust: Handler<'warning/adjust'> = async ({ warningId, reason, ...fields }, context) => {
  const changed = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<WarningFields>
  return decided(
    ({ sealOrNull }) => ({
      type: 'AdjustWarning',
      ...{ warningId, changed, reason: sealOrNull(reason) },
    }),
    context,
  )
}

const tell: Handler<'warning/told'> = async ({ warningId, who }, context) =>
  decided(({ seal }) => ({ type: 'TellWarning', warningId, who: seal(who) }), context)

const lift: Handler<'warning/lift'> = async ({ warningId, reason }, context) =>
  decided(
    ({ sealOrNull }) => ({ type: 'LiftWarning', warningId, reason: sealOrNull(reason) }),
    context,
  )

export const warningCommands = {
  'warning/enter': enter,
  'warning/adjust': adjust,
  'warning/told': tell,
  'warning/lift': lift,
}
