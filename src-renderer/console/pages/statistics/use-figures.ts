/**
 * The figures that the page shows: those of the period first, then what they are compared with;
 * read when the question changes, and again by themselves when the record has moved on.
 */
import { computed, watch, type ComputedRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { FiguresReply, PeriodReply } from '#shared/contract/statistics.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useNow } from '#renderer/stores/tick.ts'
import { useQuery } from '../../base/use-query.ts'
import type { PeriodQuery } from './address.ts'

const REST_MS = 1_000
/** Long periods take long to count: the station shall have most of its time for other work. */
const REST_TIMES = 5

/** What is compared is not there yet as long as the period alone has been counted. */
export type ShownFigures = FiguresReply & Partial<Omit<PeriodReply, keyof FiguresReply>>

export type Figures = {
  reply: ComputedRef<ShownFigures | null>
  refusal: ComputedRef<Refused | null>
  again: () => Promise<void>
  waiting: ComputedRef<boolean>
}

/**
 * `request` null: there is nothing to ask. `waiting`: there is no answer yet. What is renewed
 * stands on the page until the new figures are there.
 */
export function useFigures(request: () => PeriodQuery | null): Figures {
  const board = useBoard()
  const now = useNow()
  const question = () => {
    const query = request()
    return query && { ...query.period, filter: query.filter }
  }
  const first = useQuery('statistics/figures', question)
  const whole = useQuery('statistics/period', () => (first.reply.value ? question() : null))
  const reply = computed<ShownFigures | null>(() => whole.reply.value ?? first.reply.value)
  const refusal = computed(() => whole.refusal.value ?? first.refusal.value)
  const again = (): Promise<void> => (first.reply.value ? whole : first).again()
  let renewing = false
  let restsUntil = 0

  async function renew(): Promise<void> {
    const position = board.board?.position ?? 0
    if (
      renewing ||
      !board.live ||
      // being counted; what was refused is asked for again
      (whole.reply.value ? position <= whole.reply.value.position : whole.refusal.value === null) ||
      performance.now() < restsUntil
    )
      return
    renewing = true
    const began = performance.now()
    await whole.again()
    restsUntil = performance.now() + Math.max(REST_MS, REST_TIMES * (performance.now() - began))
    renewing = false
  }
  watch([() => board.board?.position, now], () => void renew())
  return {
    reply,
    refusal,
    again,
    waiting: computed(() => request() !== null && reply.value === null && refusal.value === null),
  }
}
