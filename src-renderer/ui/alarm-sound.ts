/**
 * Makes a face heard: the alarm while an alert waits for somebody, the trouble tone while the
 * station is gone.
 */
import { computed, onScopeDispose, watch } from 'vue'
import type { Ref } from 'vue'
import { isCalling } from '#shared/domain/incident/rules/calls.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'
import { createAlarm, isAttention, type SoundState } from './alarm.ts'

/** Silent for so long, a station is in trouble and its screens say so aloud (ms). */
const TROUBLE_AFTER = 15_000

export type AlarmSoundOptions = {
  /** A screen that nobody starts by hand: no first contact is trouble too. */
  unattended?: boolean
}

/**
 * `test` plays one tone, `tell` that of news; `measure` is the alarm's own. On an unattended screen
 * the trouble tone takes the place of alerts that are out of date; beside a person both go on.
 */
export function useAlarmSound({ unattended = false }: AlarmSoundOptions = {}): {
  state: Readonly<Ref<SoundState>>
  waitsForTouch: Readonly<Ref<boolean>>
  test: () => void
  tell: () => void
  measure: (aloud: boolean) => Promise<number | null>
} {
  const board = useBoard()
  const tick = useTick()
  const alarm = createAlarm()
  const opened = tick.mono
  const silent = computed(() => {
    if (Number.isFinite(board.silentForMs)) return board.silentForMs
    return unattended ? tick.mono - opened : 0
  })

  /** Those of which something may sound, as the board alone has it. */
  const waiting = computed(() =>
    (board.board?.incidents ?? []).filter(
      // who must not notice would hear it, too
      ({ alerts, discreet }) => alerts.length > 0 && !(unattended && discreet),
    ),
  )

  // Beats come over the network even where a hidden page's timers are held back, so both drive it.
  watch(
    () => [tick.mono, board.cycle, board.board],
    () => {
      const trouble = silent.value >= TROUBLE_AFTER
      const { alerts: faults = [] } = board.board ?? {}
      const alerts = [
        ...waiting.value.flatMap(({ alerts, callingSince }) => {
          const calling = isCalling(callingSince, board.now())
          return calling ? alerts.map((alert) => ({ ...alert, once: isAttention(alert) })) : alerts
        }),
        ...faults.filter(({ tone }) => tone === 'alert'),
      ]
      alarm.setUnacknowledged(trouble && unattended ? [] : alerts, board.now())
      alarm.setFaults(
        !trouble && faults.some((fault) => fault.tone === 'fault' && fault.acknowledgedAt === null),
      )
      alarm.setTrouble(trouble)
    },
    { immediate: true },
  )

  onScopeDispose(alarm.stop)
  const { state, waitsForTouch, tell, measure } = alarm
  return { state, waitsForTouch, test: () => alarm.test(), tell, measure }
}
