/**
 * The search of the library: at once by the plans' own words, and a moment later by what the
 * station hears in it.
 */
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useBoard } from '#renderer/stores/board.ts'
import type { Library } from './library-rows.ts'
import { isMatch, worthAsking } from './plan-search.ts'

export function useSearch(library: ComputedRef<Library>): {
  search: Ref<string>
  shown: ComputedRef<ReadonlySet<string>>
} {
  const board = useBoard()
  const search = ref('')
  const heard = shallowRef<readonly string[]>([])

  watch(search, async (now) => {
    heard.value = []
    if (!worthAsking(now)) return
    const answer = await board.request('incident/propose', { narrative: now })
    if (answer.ok && search.value === now)
      heard.value = answer.reply.proposals
        .filter(({ words }) => words.length > 0)
        .map(({ planId }) => planId)
  })

  return {
    search,
    shown: computed(() =>
      isMatch(
        search.value,
        library.value.plans,
        library.value.types,
        search.value.trim() === '' ? [] : heard.value,
      ),
    ),
  }
}
