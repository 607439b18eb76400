/**
 * The last thing that this desk has recorded, so that it can be taken back while the person still
 * knows what it was.
 */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Input, Name } from '#shared/contract/contract.ts'
import { UNDO_WITHIN_MS } from '#shared/domain/incident/record/correction-commands.ts'

const UNDOABLE = [
  'incident/step',
  'incident/answer',
  'incident/move',
  'incident/confirm',
  'incident/activate',
  'incident/amend',
  'alert/acknowledge',
] as const
type Undoable = (typeof UNDOABLE)[number]
export type LastCommand = {
  [N in Undoable]: { commandId: string; name: N; input: Input<N> }
}[Undoable]

const isUndoable = (name: Name): name is Undoable => UNDOABLE.some((other) => other === name)

export const useLastCommand = defineStore('last-command', () => {
  const last = shallowRef<LastCommand | null>(null)
  const left = ref(0) // seconds
  let counting: ReturnType<typeof setInterval> | undefined

  function forget(): void {
    clearInterval(counting)
    last.value = null
  }
  return {
    last,
    left,
    forget,
    recorded(name: Name, input: unknown, commandId: string): void {
      if (!isUndoable(name)) return
      forget()
      last.value = { name, input, commandId } as LastCommand
      left.value = UNDO_WITHIN_MS / 1_000
      counting = setInterval(() => {
        left.value--
        if (left.value <= 0) forget()
      }, 1_000)
    },
  }
})
