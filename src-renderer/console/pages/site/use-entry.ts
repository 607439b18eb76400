/** The dialog of one entry of a register: why it cannot be saved; how it is saved or removed. */
import { computed, type ComputedRef } from 'vue'
import type { Input, Name } from '#shared/contract/contract.ts'
import { useGrey } from '../../base/grey.ts'
import { useCommand, type Command } from '../../base/use-command.ts'

export type Entry = Pick<Command, 'sending' | 'off' | 'refusal' | 'forget'> & {
  why: ComputedRef<string | null>
  /** Nothing happens while another command is on its way, or without contact. */
  record: <N extends Name>(name: N, input: Input<N>) => Promise<void>
}

/**
 * `lacks`: what the form still wants, in words. As it stood when it was opened it is not saved,
 * unless `mayStand`. `onRecorded`: the station has taken it.
 */
export function useEntry(
  form: object,
  {
    lacks,
    mayStand = false,
    onRecorded,
  }: { lacks: () => string | null; mayStand?: boolean; onRecorded: () => void },
): Entry {
  const { because } = useGrey()
  const { sending, off, refusal, send, forget } = useCommand()
  const stood = JSON.stringify(form)
  return {
    ...{ sending, off, refusal, forget },
    why: computed(
      () => lacks() ?? (!mayStand && JSON.stringify(form) === stood ? because('unchanged') : null),
    ),
    async record(name, input) {
      if (off.value) return
      const answer = await send(name, input)
      if (answer?.ok) onRecorded()
    },
  }
}
