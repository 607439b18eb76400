/** What the words of the shown step say and its fields do not, and what a person takes of it. */
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Node } from './draft/draft-path.ts'
import { offersOf, type Offer } from './draft/offers.ts'
import { commanderOf } from './draft/write-limit.ts'
import type { PlanDesk } from './plan-desk.ts'
import type { PlanOptions } from './plan-options.ts'

export type Offers = {
  offers: ComputedRef<readonly Offer[]>
  /** Writes them into the step, as one change. */
  takeOffers: (offers: readonly Offer[]) => void
}

export function useOffers(
  { draft, act }: Pick<PlanDesk, 'draft' | 'act'>,
  node: Ref<Node>,
  options: PlanOptions,
): Offers {
  const step = computed(() =>
    node.value.kind === 'step' ? draft.value.steps[node.value.at] : undefined,
  )
  return {
    offers: computed(() => (step.value ? offersOf(draft.value, step.value) : [])),
    takeOffers(taken) {
      const taker = step.value
      if (!taker || taken.length === 0) return
      const commander = commanderOf(draft.value, options.document.value)
      act(() => {
        for (const offer of taken) offer.take(draft.value, taker, commander)
      })
    },
  }
}
