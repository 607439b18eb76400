/**
 * The figures that the page shows: read when the question changes, and again by themselves when the
 * record has moved on.
 */
import { computed, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { PeriodReply } from '#shared/contract/statistics.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useNow } from '#renderer/stores/tick.ts'
import { useQuery } from '../../base/use-query.ts'
import type { PeriodQuery } from './address.ts'

const REST_MS = 1_000
/** Long periods take long to count: the station shall have most of its time for other work. */
const REST_TIMES = 5

export type Figures = {
  reply: ShallowRef<PeriodReply | null>
  refusal: ShallowRef<Refused | null>
  again: () => Promise<void>
  waiting: ComputedRef<boolean>
}

/**
 * `waiting`: there is no answer yet. What is renewed stands on the page until the new figures are
 * there.
 */
export function useFigures(request: () => PeriodQuery): Figures {
  const board = useBoard()
  const now = useNow()
  const { reply, refusal, again } = useQuery('statistics/period', () => ({
    ...request().period,
    filter: request().filter,
  }))
  let renewing = false
  let restsUntil = 0

  async function renew(): Promise<void> {
    const position = board.board?.position ?? 0
    if (
      renewing ||
      !board.live ||
      reply.value === null ||
      position <= reply.value.position ||
      performance.now() < restsUntil
    )
      return
    renewing = true
    const began = performance.now()
    await again()
    restsUntil = performance.now() + Math.max(REST_MS, REST_TIMES * (performance.now() - began))
    renewing = false
  }
  watch([() => board.board?.position, now], () => void renew())
  return {
    reply,
    refusal,
    again,
    waiting: computed(() => reply.value === null && refusal.value === null),
  }
}
