/**
 * The two commands about an alert, for the alert pane and the strip of the other pages. F8
 * acknowledges what stood on top when it was pressed, with all that it had gathered then.
 */
import { computed, type ComputedRef } from 'vue'
import type { BoardAlert, BoardFault } from '#shared/domain/board/types.ts'
import type { Refused } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { useBoard } from '../../stores/board.ts'
import { inAlertOrder, topAlert, type DeskAlert } from './alert-order.ts'
import { useCommand, type Command } from './use-command.ts'
import { SCREEN_CHANGED, useKeyTarget } from './use-key-target.ts'

const SILENCE_S = 60
const notSilenced: Refused = {
  ok: false,
  code: 'not-silenced',
  message: localized('值守系统的故障不能静音', 'A fault of the station cannot be silenced'),
}

export type AlertCommands = Pick<Command, 'off' | 'refusal' | 'forget'> & {
  /** All, the most urgent first. */
  alerts: ComputedRef<readonly DeskAlert[]>
  top: ComputedRef<DeskAlert | null>
  acknowledge: (alert: Pick<BoardAlert, 'id'> | undefined) => void
  /** By key: what stood on top when it was pressed. */
  acknowledgeTop: (pressedAt: number) => void
  /** For a minute. */
  silence: (alert: Pick<BoardAlert | BoardFault, 'id' | 'kind'> | undefined) => void
}

const keyOf = ({ id, members }: BoardAlert | BoardFault): string =>
  [id, ...members.map(({ stepId, factKey }) => stepId ?? factKey)].join(' ')

/** Without an alert the two do nothing; that a fault of the station is not silenced is said. */
export function useAlertCommands(): AlertCommands {
  const { off, refusal, send, forget } = useCommand()
  const board = useBoard()
  const alerts = computed(() => inAlertOrder(board.board?.incidents ?? [], board.board?.alerts))
  const top = computed(() => topAlert(alerts.value))
  const meant = useKeyTarget('acknowledge', () => {
    const alert = top.value?.alert
    return alert ? { key: keyOf(alert), target: alert } : null
  })

  function acknowledge(alert: Pick<BoardAlert, 'id'> | undefined): void {
    if (alert) void send('alert/acknowledge', { alertId: alert.id })
  }
  return {
    off,
    refusal,
    forget,
    alerts,
    top,
    acknowledge,
    acknowledgeTop(pressedAt) {
      const { target, isShown } = meant(pressedAt)
      const stands = alerts.value.find(({ alert }) => alert.id === target?.id)?.alert
      if (target && stands?.acknowledgedAt === null && keyOf(stands) === keyOf(target))
        acknowledge(stands)
      else if (target || !isShown) refusal.value = SCREEN_CHANGED
    },
    silence(alert) {
      if (alert?.kind === 'fault') refusal.value = notSilenced
      else if (alert) void send('alert/silence', { alertId: alert.id, seconds: SILENCE_S })
    },
  }
}
