/** Handlers by which a site sets its own value of a policy, or gives it up again. */
import type { Personal } from '#shared/contract/personal.ts'
import { decidePolicies, type PolicyCommand } from '#shared/domain/policies/decide.ts'
import { policiesStream } from '#shared/domain/policies/stream.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { sealer, type CommandContext, type Handler } from '../handler.ts'

function decided(
  reason: Personal,
  command: (reason: Sealed) => PolicyCommand,
  { memory, library, meta, vault }: CommandContext,
): Changes | Refusal {
  const { seal, seals } = sealer(vault, policiesStream.nameOf(''))
  const before = memory.documents.get('policies', 'policies')
  const decision = decidePolicies(before, command(seal(reason)), library.policies())
  const changes = recordDecision(policiesStream, 'policies', before, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

const set: Handler<'policy/set'> = async ({ policyId, value, remindDays, reason }, context) =>
  decided(
    reason,
    (sealed) => ({ type: 'SetPolicy', policyId, value, remindDays, reason: sealed }),
    context,
  )

const reset: Handler<'policy/reset'> = async ({ policyId, reason }, context) =>
  decided(reason, (sealed) => ({ type: 'ResetPolicy', policyId, reason: sealed }), context)

export const readinessCommands = { 'policy/set': set, 'policy/reset': reset }
