/**
 * Makes the wall heard: the alarm while an alert waits for somebody, the trouble tone while the
 * station is gone. It acknowledges nothing.
 */
import { computed, onScopeDispose, watch } from 'vue'
import type { Ref } from 'vue'
import { createAlarm } from '../ui/alarm.ts'
import type { SoundState } from '../ui/alarm.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'

/** Silent for so long, a station is in trouble and the wall says so aloud (ms). */
export const TROUBLE_AFTER = 15_000

export function useSound(): Readonly<Ref<SoundState>> {
  const board = useBoard()
  const tick = useTick()
  const alarm = createAlarm()
  const opened = tick.mono
  const silent = computed(() =>
    Number.isFinite(board.silentForMs) ? board.silentForMs : tick.mono - opened,
  )

  // Beats come over the network even where a hidden page's timers are held back, so both drive it.
  watch(
    () => [tick.mono, board.cycle, board.board],
    () => {
      const trouble = silent.value >= TROUBLE_AFTER
      const alerts = trouble
        ? []
        : (board.board?.incidents.flatMap((incident) => incident.alerts) ?? [])
      alarm.setUnacknowledged(alerts, board.now())
      alarm.setTrouble(trouble)
    },
    { immediate: true },
  )

  onScopeDispose(alarm.stop)
  return alarm.state
}
