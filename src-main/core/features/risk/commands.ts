/** Handlers of the register of risks: assessed, assessed again, withdrawn. */
import { localDate } from '#shared/domain/calendar.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { decideRisk, unknownRisk, type RiskCommand } from '#shared/domain/risk/decide.ts'
import { riskStream } from '#shared/domain/risk/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { withSeals } from '../contacts/sealing.ts'
import { sealer, type CommandContext, type Handler, type Sealing } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { latestPlan } from '../plan/data.ts'

/** What follows of a command, sealed. */
export function decided(
  id: string,
  command: (sealing: Sealing) => RiskCommand,
  { memory, meta, vault }: CommandContext,
  reply: Changes['reply'] = {},
): Changes | Refusal {
  const { seals, ...sealing } = sealer(vault, riskStream.nameOf(id))
  const risk = memory.documents.get('risk', id)
  const decision = decideRisk(risk, command(sealing), {
    today: localDate(meta.at, memory.site.zone),
  })
  const changes = recordDecision(riskStream, id, { id, risk }, decision, meta, reply)
  return changes.ok ? withSeals(changes, seals) : changes
}

const assess: Handler<'risk/assess'> = async (input, context) => {
  const { riskId, planId, owner, kind, grade, assessedOn } = input
  if (riskId && !context.memory.documents.get('risk', riskId)) return unknownRisk()
  const refused = refusedOwners(owner ? [owner] : [], context)
  if (refused) return refused
  if (planId && !latestPlan(planId, context)) return unknownPlan(planId)
  const id = riskId ?? context.vault.id(context.meta.at)
  return decided(
    id,
    ({ seal, sealOrNull }) => ({
      type: 'AssessRisk',
      fields: {
        ...{ kind, grade, assessedOn, planId: planId ?? null },
        ...{ what: seal(input.what), place: sealOrNull(input.place) },
        measures: seal(input.measures),
        owner: owner ? ownerOf(owner, { seal }, context) : null,
      },
    }),
    context,
    { riskId: id },
  )
}

const withdraw: Handler<'risk/withdraw'> = async ({ riskId, reason }, context) =>
  decided(riskId, ({ seal }) => ({ type: 'WithdrawRisk', reason: seal(reason) }), context)

export const riskCommands = { 'risk/assess': assess, 'risk/withdraw': withdraw }
