/** How many sentences of a document's paper are still open; 0 where it was made of none. */
import { computed, type ComputedRef } from 'vue'
import { useQuery } from '#renderer/console/base/use-query.ts'

export function useOpenSentences(document: () => string): ComputedRef<number> {
  const { reply } = useQuery('papers/list', () => ({}))
  return computed(
    () => reply.value?.find((entry) => entry.document === document())?.counts.open ?? 0,
  )
}
