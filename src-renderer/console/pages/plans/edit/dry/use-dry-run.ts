/**
 * A dry run of the draft as it stands, made again whenever draft, start or answers change. The
 * latest answer counts; nothing is saved.
 */
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { DryRun } from '#shared/domain/incident/dry-run.ts'
import type { FactValue } from '#shared/domain/plan/plan.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { debounced } from '../debounced.ts'
import { useEditDesk } from '../edit-desk.ts'
import { writeDraft } from '../draft/open-draft.ts'

export const RUN_AFTER_MS = 250

export type Trying = {
  run: ShallowRef<{ of: DryRun; startsAt: number } | null>
  refusal: ShallowRef<Refused | null>
  running: Ref<boolean>
}

/** @param startsAt UTC ms; NaN while no day is chosen. */
export function useDryRun(
  startsAt: () => number,
  facts: () => Readonly<Record<string, FactValue>>,
): Trying {
  const board = useBoard()
  const { draft, check } = useEditDesk()
  const run = shallowRef<{ of: DryRun; startsAt: number } | null>(null)
  const refusal = shallowRef<Refused | null>(null)
  const running = ref(false)
  let latest = 0
  onScopeDispose(() => {
    latest = -1
  })

  async function ask(): Promise<void> {
    const at = startsAt()
    if (!Number.isFinite(at) || latest < 0 || check.checking.value || check.errors.value.length > 0)
      return // a faulty draft cannot be tried: the linter has said so
    const mine = ++latest
    running.value = true
    const answer = await board.request('plans/dry-run', {
      draft: writeDraft(draft.value),
      startsAt: at,
      facts: { ...facts() },
    })
    if (mine !== latest) return
    running.value = false
    refusal.value = answer.ok ? null : answer
    run.value = answer.ok ? { of: answer.reply, startsAt: at } : null
  }
  const wait = debounced(() => void ask(), RUN_AFTER_MS)
  watch([draft, startsAt, facts, () => board.live, check.checking], wait, {
    deep: true,
    immediate: true,
  })
  return { run, refusal, running }
}
