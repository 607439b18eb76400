/**
 * Has the station check the draft as it stands while somebody writes. Only the answer to the latest
 * text counts.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { CheckedDraft, PlanFinding } from '#shared/contract/plans.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { debounced } from './debounced.ts'

export const CHECK_AFTER_MS = 350

export type Check = {
  checked: ShallowRef<CheckedDraft | null>
  findings: ComputedRef<readonly PlanFinding[]>
  errors: ComputedRef<readonly PlanFinding[]>
  checking: Ref<boolean>
  /** The last question got no answer: what is shown may be of an earlier text. */
  failed: Ref<boolean>
  /** The draft has changed. */
  again: () => void
  now: () => Promise<void>
}

export function useCheck(written: () => Record<string, unknown>): Check {
  const board = useBoard()
  const checked = shallowRef<CheckedDraft | null>(null)
  const checking = ref(false)
  const failed = ref(false)
  let latest = 0

  async function now(): Promise<void> {
    wait.cancel()
    const mine = ++latest
    checking.value = true
    const answer = await board.request('plans/check', { draft: written() })
    if (mine !== latest) return
    checking.value = false
    failed.value = !answer.ok
    if (answer.ok) checked.value = answer.reply
  }
  const wait = debounced(() => void now(), CHECK_AFTER_MS)
  const findings = computed(() => checked.value?.findings ?? [])

  return {
    checked,
    checking,
    failed,
    now,
    findings,
    errors: computed(() => findings.value.filter(({ severity }) => severity === 'error')),
    again() {
      checking.value = true
      wait()
    },
  }
}
