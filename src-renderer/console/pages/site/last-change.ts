/** The last change of a part, in words, and the way back as far as there is one. */
import { shallowRef, type ShallowRef } from 'vue'
import type { Answered, Input, Name } from '#shared/contract/contract.ts'
import { useCommand, type Command } from '../../base/use-command.ts'

type Undo = () => Promise<Answered<Name> | null>
export type LastChange = {
  /** `undo` null: what was done cannot be taken back here. */
  last: ShallowRef<{ words: string; undo: Undo | null } | null>
  made: (words: string, undo: Undo | null) => void
  /** Takes the last change back, and reads again. */
  back: () => Promise<void>
  send: <N extends Name>(name: N, input: Input<N>) => Promise<Answered<N> | null>
} & Pick<Command, 'off' | 'refusal' | 'forget'>

export function useLastChange(reread: () => Promise<void>): LastChange {
  const { off, refusal, send, forget } = useCommand()
  const last: LastChange['last'] = shallowRef(null)
  return {
    ...{ last, off, refusal, send, forget },
    made(words, undo) {
      forget()
      last.value = { words, undo }
    },
    async back() {
      const answer = await last.value?.undo?.()
      if (!answer?.ok) return
      last.value = null
      await reread()
    },
  }
}
