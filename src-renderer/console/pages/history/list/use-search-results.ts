/**
 * Reads the results of a search page by page. The latest query wins; a failed read leaves the rows.
 */
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Input, Refused } from '#shared/contract/contract.ts'
import type { MatchedLine } from '#shared/contract/statistics.ts'
import { useBoard } from '#renderer/stores/board.ts'

const PAGE = 50
const MOST_AGAIN = 200 // the station's limit for a request

export type SearchResults = {
  rows: ShallowRef<readonly MatchedLine[] | null>
  total: Ref<number>
  more: ComputedRef<boolean>
  refusal: ShallowRef<Refused | null>
  /** Reads the next page, if there is one and no read is under way. */
  next: () => Promise<void>
  /** Reads as many as are shown again, since their states may have changed. */
  again: () => Promise<void>
}

/** `input` null: not known yet. */
export function useSearchResults(input: () => Input<'history/search'> | null): SearchResults {
  const board = useBoard()
  const rows = shallowRef<readonly MatchedLine[] | null>(null)
  const total = ref(0)
  const after = ref<string | null>(null)
  const refusal = shallowRef<Refused | null>(null)
  let latest = 0
  let reading = false

  async function read(from: string | null, limit: number): Promise<void> {
    const question = input()
    if (question === null) return
    const current = ++latest
    reading = true
    const answer = await board.request('history/search', { ...question, after: from, limit })
    if (current !== latest) return
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
