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
  'incident/merge',
  'incident/transfer',
  'incident/news-dismiss',
  'incident/aftercare',
  'incident/aftercare-done',
  'incident/aftercare-withdraw',
  'alert/acknowledge',
] as const
type Undoable = (typeof UNDOABLE)[number]
/** A caller who was joined is no command that is undone, but filed apart. */
type JoinedCaller = { name: 'incident/caller'; input: { incidentId: string; callerId: string } }
export type LastCommand =
  { [N in Undoable]: { commandId: string; name: N; input: Input<N> } }[Undoable] | JoinedCaller

const isUndoable = (name: Name): name is Undoable => UNDOABLE.some((other) => other === name)

export const useLastCommand = defineStore('last-command', () => {
  const last = shallowRef<LastCommand | null>(null)
  const left = ref(0) // seconds
  let counting: ReturnType<typeof setInterval> | undefined

  function forget(): void {
    clearInterval(counting)
    last.value = null
  }
  function begin(command: LastCommand): void {
    forget()
    last.value = command
    left.value = UNDO_WITHIN_MS / 1_000
    counting = setInterval(() => {
      left.value--
      if (left.value <= 0) forget()
    }, 1_000)
  }
  return {
    last,
    left,
    forget,
    recorded(name: Name, input: unknown, commandId: string): void {
      if (isUndoable(name)) begin({ name, input, commandId } as LastCommand)
    },
    joined: (caller: JoinedCaller['input']): void =>
      begin({ name: 'incident/caller', input: caller }),
  }
})
