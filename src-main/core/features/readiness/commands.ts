/**
 * Handlers by which a site sets its own value of a policy, or gives it up again: checklists in use
 * go by it from that instant on, in the same commit.
 */
import type { Personal } from '#shared/contract/personal.ts'
import { decidePolicies, type PolicyCommand } from '#shared/domain/policies/decide.ts'
import { policiesOf } from '#shared/domain/policies/policy.ts'
import { policiesStream } from '#shared/domain/policies/stream.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import { ruledLists } from '../check/ruled.ts'
import { sealer, type CommandContext, type Handler } from '../handler.ts'

function decided(
  reason: Personal,
  command: (reason: Sealed) => PolicyCommand,
  context: CommandContext,
): Changes | Refusal {
  const { memory, library, meta, vault } = context
  const { seal, seals } = sealer(vault, policiesStream.nameOf(''))
  const values = memory.documents.get('policies', 'policies')
  const shipped = library.policies()
  const written = command(seal(reason))
  const decision = decidePolicies(values, written, shipped)
  const changes = recordDecision(policiesStream, 'policies', values, decision, meta)
  if (!changes.ok || !decision.ok) return changes
  const changed = decision.events.reduce(
    (state, event) => policiesStream.evolve(state, { ...event, ...meta }),
    values,
  )
  const [before, after] = [values, changed].map((set) =>
    policiesOf(shipped, set, memory.site.kinds),
  ) as [ReturnType<typeof policiesOf>, ReturnType<typeof policiesOf>]
  const { policyId } = written
  const moved = ruledLists({ policyId, reason }, { before, after }, context)
  return joinChanges([{ ...changes, seals }, ...moved], { checklists: moved.length })
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
