/**
 * The console's alarm: it follows the board, and sounds the trouble tone when the station has been
 * silent too long.
 */
import { onScopeDispose, watchEffect, type Ref } from 'vue'
import { useBoard } from '../../stores/board.ts'
import { useNow } from '../../stores/tick.ts'
import { createAlarm, type SoundState } from '../../ui/alarm.ts'

export const TROUBLE_AFTER_MS = 15_000

export function useSound(): { state: Readonly<Ref<SoundState>>; test: () => void } {
  const alarm = createAlarm()
  const board = useBoard()
  const now = useNow()
  watchEffect(() =>
    alarm.setUnacknowledged(
      (board.board?.incidents ?? []).flatMap(({ alerts }) => alerts),
      now.value,
    ),
  )
  watchEffect(() =>
    alarm.setTrouble(
      board.heardAt !== null && now.value > 0 && board.silentForMs >= TROUBLE_AFTER_MS,
    ),
  )
  onScopeDispose(() => alarm.stop())
  return { state: alarm.state, test: () => alarm.test() }
}
