/**
 * The two commands about an alert, for the alert pane and the strip of the other pages. F8
 * acknowledges what stood on top when it was pressed, with all that it had gathered then; alerts
 * that no life hangs on together with the others of their incident that were in sight.
 */
import { computed, type ComputedRef } from 'vue'
import type { BoardAlert, BoardFault } from '#shared/domain/board/types.ts'
import type { Refused } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { useBoard } from '../../stores/board.ts'
import {
  acknowledgedByKey,
  acknowledgedTogether,
  inAlertOrder,
  topAlert,
  type DeskAlert,
} from './alert-order.ts'
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
  /** Ids of what the key acknowledges. */
  keyed: ComputedRef<ReadonlySet<string>>
  acknowledge: (alert: Pick<BoardAlert, 'id'> | undefined) => void
  /** Those of one incident that stand in one line, as `acknowledgedTogether` says. */
  acknowledgeLine: (alerts: readonly DeskAlert[]) => void
  /** By key: what stood there when it was pressed. */
  acknowledgeTop: (pressedAt: number) => void
  /** For a minute. */
  silence: (alert: Pick<BoardAlert | BoardFault, 'id' | 'kind'> | undefined) => void
}

const keyOf = ({ id, members }: BoardAlert | BoardFault): string =>
  [id, ...members.map(({ stepId, factKey }) => stepId ?? factKey)].join(' ')

/**
 * Without an alert the two do nothing; that a fault of the station is not silenced is said.
 * @param isInSight whether an alert besides the top one can be read now; without it none
 */
export function useAlertCommands(isInSight: (id: string) => boolean = () => false): AlertCommands {
  const { off, refusal, send, forget } = useCommand()
  const board = useBoard()
  const alerts = computed(() => inAlertOrder(board.board?.incidents ?? [], board.board?.alerts))
  const top = computed(() => topAlert(alerts.value))
  const byKey = computed(() =>
    acknowledgedByKey(alerts.value, isInSight).map(({ alert }): BoardAlert | BoardFault => alert),
  )
  const keyed = computed(() => new Set(byKey.value.map(({ id }) => id)))
  const meant = useKeyTarget('acknowledge', () =>
    byKey.value.length > 0 ? { key: byKey.value.map(keyOf).join('  '), target: byKey.value } : null,
  )
  const standsAsSeen = (seen: BoardAlert | BoardFault): boolean => {
    const stands = alerts.value.find(({ alert }) => alert.id === seen.id)?.alert
    return stands?.acknowledgedAt === null && keyOf(stands) === keyOf(seen)
  }

  function acknowledge(alert: Pick<BoardAlert, 'id'> | undefined): void {
    if (alert) void send('alert/acknowledge', { alertId: alert.id })
  }
  function acknowledgeAll(those: readonly Pick<BoardAlert, 'id'>[]): void {
    if (those.length < 2) acknowledge(those[0])
    else void send('alert/acknowledge', { alertIds: those.map(({ id }) => id) })
  }
  return {
    off,
    refusal,
    forget,
    alerts,
    top,
    keyed,
    acknowledge,
    acknowledgeLine: (those) =>
      acknowledgeAll(acknowledgedTogether(those).map(({ alert }): { id: string } => alert)),
    acknowledgeTop(pressedAt) {
      const { target, isShown } = meant(pressedAt)
      const [first, ...others] = target ?? []
      if (first && standsAsSeen(first)) {
        acknowledgeAll([first, ...others.filter(standsAsSeen)])
      } else if (first || !isShown) refusal.value = SCREEN_CHANGED
    },
    silence(alert) {
      if (alert?.kind === 'fault') refusal.value = notSilenced
      else if (alert) void send('alert/silence', { alertId: alert.id, seconds: SILENCE_S })
    },
  }
}
