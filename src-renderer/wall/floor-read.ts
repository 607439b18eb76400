/** Asks the station for the floor plan of a place, while something on the wall shows it. */
import { shallowRef, watch, type Ref } from 'vue'
import type { FloorPlanRead } from '#shared/contract/places.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'

/** Somebody may have put another one in its place. */
const AGAIN_AFTER = 5 * MINUTE_MS
const SOON = 10 * SECOND_MS

/** `reading`: not answered yet. `none`: the place has none. `lost`: the station gave no answer. */
export type FloorRead =
  { state: 'reading' | 'none' | 'lost'; plan: null } | { state: 'there'; plan: FloorPlanRead }

/** A plan that was read stays while it is asked for again. */
export function useFloor(placeId: () => string | null): Readonly<Ref<FloorRead>> {
  const board = useBoard()
  const tick = useTick()
  const read = shallowRef<FloorRead>({ state: 'reading', plan: null })
  let lastAsk = -Infinity
  let isWaiting = false

  async function ask(id: string): Promise<void> {
    isWaiting = true
    lastAsk = tick.mono
    const answer = await board.request('wall/floor-plan', { placeId: id })
    isWaiting = false
    if (placeId() !== id) lastAsk = -Infinity
    else if (answer.ok)
      read.value = answer.reply
        ? { state: 'there', plan: answer.reply }
        : { state: 'none', plan: null }
    else if (read.value.plan === null) read.value = { state: 'lost', plan: null }
  }

  watch(
    [placeId, () => tick.mono, () => board.live],
    ([id], [before]) => {
      if (id !== before) {
        read.value = { state: id === null ? 'none' : 'reading', plan: null }
        lastAsk = -Infinity
      }
      if (id === null || isWaiting || !board.live) return
      const after = read.value.state === 'there' || read.value.state === 'none' ? AGAIN_AFTER : SOON
      if (tick.mono - lastAsk >= after) void ask(id)
    },
    { immediate: true },
  )
  return read
}
