/**
 * One person's command on its way: sending, then the station's answer. What was asked for is shown
 * as done only when the station says so.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Answered, Input, Name, Refused } from '#shared/contract/contract.ts'
import { useAdminCode } from './admin-code.ts'
import { useLastCommand } from './last-command.ts'
import { useReads } from './reads.ts'
import { useKeyMemory } from './use-key-target.ts'
import { useBoard } from '../../stores/board.ts'
import { noContact, notSignedIn } from '../../transport/requests.ts'

export type Command = {
  sending: Ref<boolean>
  /**
   * No command can be sent now: one is on its way, or the picture is not live. What would send
   * looks inactive.
   */
  off: ComputedRef<boolean>
  refusal: ShallowRef<Refused | null>
  /**
   * Null if one is already on its way: a second click is not a second command. Without contact it
   * is refused here: a late command is a wrong one. One that needs the administrator's code asks
   * for it and is sent again.
   */
  send: <N extends Name>(name: N, input: Input<N>) => Promise<Answered<N> | null>
  forget: () => void
}

export function useCommand(): Command {
  const board = useBoard()
  const adminCode = useAdminCode()
  const keys = useKeyMemory()
  const lastCommand = useLastCommand()
  const reads = useReads()
  const sending = ref(false)
  const refusal = shallowRef<Refused | null>(null)
  return {
    sending,
    off: computed(() => sending.value || !board.live),
    refusal,
    forget: () => {
      refusal.value = null
    },
    async send(name, input) {
      if (sending.value) return null
      refusal.value = null
      if (!board.live)
        return (refusal.value = board.status === 'signed-out' ? notSignedIn : noContact)
      sending.value = true
      const id = crypto.randomUUID()
      const answer = await reads.afterCommand(() =>
        adminCode.withCode(() => board.request(name, input, id)),
      )
      sending.value = false
      if (answer.ok) {
        keys.answered(answer.position)
        lastCommand.recorded(name, input, id)
      } else refusal.value = answer
      return answer
    },
  }
}
