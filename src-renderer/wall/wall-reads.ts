/**
 * Asks the station for what no push brings: whether the site can respond, and the month with what
 * it is compared with. Only while something on the wall shows it, when it may have changed, and
 * never more often than every ten seconds: a wall costs its station next to nothing.
 */
import { defineStore } from 'pinia'
import { computed, onMounted, onUnmounted, ref, shallowRef, watch, type Ref } from 'vue'
import type { Input, ReplyOf } from '#shared/contract/contract.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'
import { useSetting } from './wall-setting.ts'

type Read = 'wall/calm' | 'wall/month'

const AT_MOST_EVERY = 10 * SECOND_MS
/** What time alone changes, of shifts and of limits that run out, is at most so old. */
const AGAIN_AFTER: Readonly<Record<Read, number>> = {
  'wall/calm': MINUTE_MS,
  'wall/month': 5 * MINUTE_MS,
}

/** `basis`: what of the board and the time (UTC ms) the answer depends on. */
function asking<N extends Read>(name: N, basis: (board: Board, now: number) => string) {
  const board = useBoard()
  const tick = useTick()
  const reply: Ref<ReplyOf<N> | null> = shallowRef(null)
  const readers = ref(0)
  const byType = ref(false) // as much as a public wall is told
  let lastAsk = { at: -Infinity, basis: '' }
  let isWaiting = false
  const current = computed(() =>
    board.board ? `${byType.value} ${basis(board.board, tick.now)}` : '',
  )

  async function ask(): Promise<void> {
    isWaiting = true
    lastAsk = { at: tick.mono, basis: current.value }
    const isReduced = byType.value
    const input = isReduced ? { byType: true } : {}
    const answer = await board.request(name, input as Input<N>)
    isWaiting = false
    if (isReduced !== byType.value)
      lastAsk.basis = '' // it may show less by now
    else if (answer.ok) reply.value = answer.reply
    else lastAsk.basis = '' // it is asked again soon
  }

  watch(
    [readers, () => tick.mono, current, () => board.live],
    () => {
      if (readers.value === 0 || isWaiting || !board.live || current.value === '') return
      const since = tick.mono - lastAsk.at
      const isChanged = current.value !== lastAsk.basis && since >= AT_MOST_EVERY
      if (isChanged || since >= AGAIN_AFTER[name]) void ask()
    },
    { immediate: true },
  )

  watch(byType, () => {
    reply.value = null
    lastAsk = { at: -Infinity, basis: '' }
  })

  return { reply, readers, byType }
}

const useCalmStore = defineStore('wall-calm', () =>
  asking('wall/calm', ({ position }) => String(position)),
)
const useMonthStore = defineStore('wall-month', () =>
  asking('wall/month', ({ month, site }, now) =>
    JSON.stringify([month, localDate(now, site.zone)]),
  ),
)

/** Asks as long as the component is there, for no more than its wall may show. */
function whileMounted(readers: () => { readers: number; byType: boolean }): void {
  const { job } = useSetting()
  watch(
    job.isReduced,
    (isReduced) => {
      readers().byType = isReduced
    },
    { immediate: true, flush: 'sync' },
  )
  onMounted(() => {
    readers().readers += 1
  })
  onUnmounted(() => {
    readers().readers -= 1
  })
}

/** What a calm wall says; null until the station has answered. */
export function useCalmRead(): () => ReplyOf<'wall/calm'> | null {
  const store = useCalmStore()
  whileMounted(() => store)
  return () => store.reply
}

/** The month and what it is compared with; null until the station has answered. */
export function useMonthRead(): () => ReplyOf<'wall/month'> | null {
  const store = useMonthStore()
  whileMounted(() => store)
  return () => store.reply
}
