/**
 * Whom to ring after whom for the incident that is looked at: read once, for the step and the list.
 */
import { computed, inject, provide, watch, type ComputedRef, type InjectionKey } from 'vue'
import type { CallChain, CallLink } from '#shared/contract/calls.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useQuery } from '#renderer/console/base/use-query.ts'

const CHAINS: InjectionKey<ComputedRef<readonly CallChain[]>> = Symbol('call chains')

/** Reads anew when other steps open, and when somebody comes or goes. */
export function provideCallChains(incident: () => BoardIncident | null): void {
  const board = useBoard()
  const { reply, again } = useQuery('incident/whom', () => {
    const shown = incident()
    return shown && { incidentId: shown.id }
  })
  const open = (): string =>
    (incident()?.steps ?? [])
      .filter(({ state }) => state === 'open' || state === 'accepted')
      .map(({ id }) => id)
      .join()
  watch([open, () => board.board?.duty], () => void again())
  provide(
    CHAINS,
    computed(() => reply.value?.chains ?? []),
  )
}

export const useCallChains = (): ComputedRef<readonly CallChain[]> =>
  inject(
    CHAINS,
    computed(() => []),
  )

/** Those who are rung for a post of a step, in order; nobody where it was not read yet. */
export const linksFor = (
  chains: readonly CallChain[],
  stepId: string,
  postId: string | null,
): readonly CallLink[] =>
  chains.find((chain) => chain.stepId === stepId && chain.postId === postId)?.links ?? []
