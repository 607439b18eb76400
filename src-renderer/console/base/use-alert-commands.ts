/** The two commands about an alert, for the alert pane and the strip of the other pages. */
import type { BoardAlert, BoardFault } from '#shared/domain/board/types.ts'
import type { Refused } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { useCommand, type Command } from './use-command.ts'

const SILENCE_S = 60
const notSilenced: Refused = {
  ok: false,
  code: 'not-silenced',
  message: localized('值守系统的故障不能静音', 'A fault of the station cannot be silenced'),
}

export type AlertCommands = Pick<Command, 'off' | 'refusal' | 'forget'> & {
  acknowledge: (alert: Pick<BoardAlert, 'id'> | undefined) => void
  /** For a minute. */
  silence: (alert: Pick<BoardAlert | BoardFault, 'id' | 'kind'> | undefined) => void
}

/** Without an alert the two do nothing; that a fault of the station is not silenced is said. */
export function useAlertCommands(): AlertCommands {
  const { off, refusal, send, forget } = useCommand()
  return {
    off,
    refusal,
    forget,
    acknowledge(alert) {
      if (alert) void send('alert/acknowledge', { alertId: alert.id })
    },
    silence(alert) {
      if (alert?.kind === 'fault') refusal.value = notSilenced
      else if (alert) void send('alert/silence', { alertId: alert.id, seconds: SILENCE_S })
    },
  }
}
