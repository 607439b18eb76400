/**
 * Has the station check the draft as it stands while somebody writes. Only the answer to the latest
 * text counts.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { PlanDraft, PlanFinding } from '#shared/contract/plans.ts'
import { debounced } from './debounced.ts'

export const CHECK_AFTER_MS = 350

/** What every check of a draft answers, whatever else. */
export type Findings = { findings: readonly PlanFinding[] }
export type AskCheck<Checked> = (
  draft: PlanDraft,
) => Promise<{ ok: true; reply: Checked } | Refused>

export type Check<Checked> = {
  checked: ShallowRef<Checked | null>
  findings: ComputedRef<readonly PlanFinding[]>
  errors: ComputedRef<readonly PlanFinding[]>
  checking: Ref<boolean>
  /** The last question got no answer: what is shown may be of an earlier text. */
  failed: Ref<boolean>
  /** The draft has changed. */
  again: () => void
  now: () => Promise<void>
}

export function useCheck<Checked extends Findings>(
  ask: () => ReturnType<AskCheck<Checked>>,
): Check<Checked> {
  const checked = shallowRef(null) as ShallowRef<Checked | null>
  const checking = ref(false)
  const failed = ref(false)
  let latest = 0

  async function now(): Promise<void> {
    wait.cancel()
    const mine = ++latest
    checking.value = true
    const answer = await ask()
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
