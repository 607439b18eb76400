/**
 * What is done to an entry of a list with a reason, such as withdrawing it: which one it is, its
 * command, and what the dialog that asks for the reason (components/ReasonDialog.vue) is bound to.
 */
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import { useCommand, type Command } from './use-command.ts'

type Bound = {
  sending: boolean
  refusal: Refused | null
  onConfirm: (reason: string | null) => Promise<void>
  onClose: () => void
}

/** `act` sends it; `done` comes once the station has taken it and the dialog has gone. */
export function useReasoned<T>(
  act: (send: Command['send'], entry: T, reason: string) => Promise<{ ok: boolean } | null>,
  done: () => unknown = () => undefined,
): { entry: ShallowRef<T | null>; off: ComputedRef<boolean>; dialog: ComputedRef<Bound> } {
  const entry = shallowRef<T | null>(null) as ShallowRef<T | null>
  const { sending, off, refusal, send, forget } = useCommand()
  async function onConfirm(reason: string | null): Promise<void> {
    if (!entry.value || !reason) return
    const answer = await act(send, entry.value, reason)
    if (!answer?.ok) return
    entry.value = null
    await done()
  }
  function onClose(): void {
    forget()
    entry.value = null
  }
  const dialog = computed(() => ({
    ...{ sending: sending.value, refusal: refusal.value },
    ...{ onConfirm, onClose },
  }))
  return { entry, off, dialog }
}
