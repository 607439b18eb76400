/** Moves the rhythms of lists in use when the site has set one of their policies anew. */
import { decideChecklist } from '#shared/domain/checklist/decide.ts'
import type { Longest } from '#shared/domain/checklist/ruled.ts'
import { checklistStream } from '#shared/domain/checklist/stream.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Policy } from '#shared/domain/policies/policy.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { sealer, type CommandContext } from '../handler.ts'
import { allLists, longestIn } from './data.ts'

/** `before`, `after`: the policies of the site; of each list that they move its change. */
export function ruledLists(
  { policyId, reason }: { policyId: string; reason: Personal },
  { before, after }: Readonly<Record<'before' | 'after', readonly Policy[]>>,
  context: CommandContext,
): readonly Changes[] {
  const { memory, vault, meta } = context
  const longest: Longest = longestIn(after)
  return allLists(context).flatMap((checklist) => {
    const { id } = checklist
    const { seals, seal } = sealer(vault, checklistStream.nameOf(id))
    const sealed = seal(reason)
    const decision = decideChecklist(
      checklist,
      { type: 'RuleChecklist', policyId, before: longestIn(before), reason: sealed },
      { longest, open: memory.value },
    )
    const changes = recordDecision(checklistStream, id, { id, checklist }, decision, meta)
    return changes.ok && changes.events.length > 0 ? [{ ...changes, seals }] : []
  })
}
