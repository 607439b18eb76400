/** The two commands about an alert, for the alert pane and the strip of the other pages. */
import type { BoardAlert, BoardFault } from '#shared/domain/board/types.ts'
import { useCommand, type Command } from './use-command.ts'

const SILENCE_S = 60

export type AlertCommands = Pick<Command, 'off' | 'refusal' | 'forget'> & {
  acknowledge: (alert: Pick<BoardAlert, 'id'> | undefined) => void
  /** For a minute. */
  silence: (alert: Pick<BoardAlert | BoardFault, 'id' | 'kind'> | undefined) => void
}

/** Without an alert the two do nothing; a fault of the station is not silenced. */
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
      if (alert && alert.kind !== 'fault')
        void send('alert/silence', { alertId: alert.id, seconds: SILENCE_S })
    },
  }
}
