/**
 * The incidents that were found, page by page. The latest question wins; a failed read leaves what
 * was there.
 */
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Input, Refused } from '#shared/contract/contract.ts'
import type { FoundLine } from '#shared/contract/statistics.ts'
import { useBoard } from '#renderer/stores/board.ts'

const PAGE = 50
const MOST_AGAIN = 200 // the most that the station gives in one go

export type Found = {
  rows: ShallowRef<readonly FoundLine[] | null>
  total: Ref<number>
  more: ComputedRef<boolean>
  refusal: ShallowRef<Refused | null>
  /** The next page, if there is one and none is on its way. */
  next: () => Promise<void>
  /** Reads anew as many as are shown: states have changed meanwhile. */
  again: () => Promise<void>
}

/** `input` null: not known yet. */
export function useFound(input: () => Input<'history/search'> | null): Found {
  const board = useBoard()
  const rows = shallowRef<readonly FoundLine[] | null>(null)
  const total = ref(0)
  const after = ref<string | null>(null)
  const refusal = shallowRef<Refused | null>(null)
  let request = 0
  let reading = false

  async function read(from: string | null, limit: number): Promise<void> {
    const question = input()
    if (question === null) return
    const mine = ++request
    reading = true
    const answer = await board.request('history/search', { ...question, after: from, limit })
    if (mine !== request) return
    reading = false
    refusal.value = answer.ok ? null : answer
    if (!answer.ok) return
    rows.value = from === null ? answer.reply.rows : [...(rows.value ?? []), ...answer.reply.rows]
    total.value = answer.reply.total
    after.value = answer.reply.next
  }

  const again = (): Promise<void> =>
    read(null, Math.min(MOST_AGAIN, Math.max(PAGE, rows.value?.length ?? 0)))
  watch(
    () => JSON.stringify(input()),
    () => {
      void read(null, PAGE)
    },
    { immediate: true },
  )
  watch(
    () => board.live,
    (live) => {
      if (live) void again()
    },
  )
  return {
    rows,
    total,
    refusal,
    again,
    more: computed(() => after.value !== null),
    async next() {
      if (!reading && after.value !== null) await read(after.value, PAGE)
    },
  }
}
