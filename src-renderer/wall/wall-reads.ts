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
  let lastAsk = { at: -Infinity, basis: '' }
  let isWaiting = false
  const current = computed(() => (board.board ? basis(board.board, tick.now) : ''))

  async function ask(): Promise<void> {
    isWaiting = true
    lastAsk = { at: tick.mono, basis: current.value }
    const answer = await board.request(name, {} as Input<N>)
    isWaiting = false
    if (answer.ok) reply.value = answer.reply
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

  return { reply, readers }
}

const useCalmStore = defineStore('wall-calm', () =>
  asking('wall/calm', ({ position }) => String(position)),
)
const useMonthStore = defineStore('wall-month', () =>
  asking('wall/month', ({ month, site }, now) =>
    JSON.stringify([month, localDate(now, site.zone)]),
  ),
)

/** Asks as long as the component is there. */
function whileMounted(readers: () => { readers: number }): void {
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
