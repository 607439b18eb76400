/** Whom the shown step is about to ring: the number of its call, else the telephone of its owner. Pure. */
import type { Call } from '#shared/domain/plan/plan.ts'
import type { Text } from '#shared/domain/text.ts'
import type { BoardStep } from '#shared/domain/board/types.ts'
import type { Posts } from '../list/duty.ts'

export type Whom =
  | { kind: 'call'; number: string | null; who: Text; others: readonly Call[] } // of the plan; number null: not on file
  | { kind: 'owner'; number: string; who: Text; person: string } // of the roster

export function whomToCall(step: Pick<BoardStep, 'calls' | 'roleId' | 'role'>, posts: Posts): Whom | null {
  const [first, ...others] = [...step.calls].sort((one, other) => Number(one.number === null) - Number(other.number === null))
  if (first) return { kind: 'call', number: first.number, who: first.who, others }
  const owner = posts?.[step.roleId]?.find(({ phone }) => phone !== '')
  return owner ? { kind: 'owner', number: owner.phone, who: step.role, person: owner.person } : null
}
