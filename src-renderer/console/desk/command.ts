/** One person's command on its way: sending, then the station's answer. Nothing is shown as done before the station says so. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Answered, Input, Name, Refused } from '#shared/contract/contract.ts'
import { useBoard } from '../../stores/board.ts'

export type Command = {
  sending: Ref<boolean>
  refusal: ShallowRef<Refused | null>
  /** Null if one is already on its way: a second click is not a second command. */
  send: <N extends Name>(name: N, input: Input<N>) => Promise<Answered<N> | null>
  forget: () => void
}

export function useCommand(): Command {
  const board = useBoard()
  const sending = ref(false)
  const refusal = shallowRef<Refused | null>(null)
  return {
    sending,
    refusal,
    forget: () => { refusal.value = null },
    async send(name, input) {
      if (sending.value) return null
      sending.value = true
      refusal.value = null
      const answer = await board.request(name, input)
      sending.value = false
      if (!answer.ok) refusal.value = answer
      return answer
    }
  }
}
