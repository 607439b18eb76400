/**
 * Keeps the displays awake and logs the machine's events of sleep and power, which are hints only:
 * clocks are right without them.
 */
import { powerMonitor, powerSaveBlocker } from 'electron'
import type { Log } from '#main/core/ports.ts'

const CHECK_EVERY = 60_000 // ms; policy and desktop may end the blocker without a word

const HINTS = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'on-battery',
  'shutdown',
] as const
export type Hint = (typeof HINTS)[number]

/** `onHint` is called for each event. Returns a function to stop. */
export function keepAwake(log: Log, onHint: (hint: Hint) => void): () => void {
  let blocker = powerSaveBlocker.start('prevent-display-sleep')
  const check = (): void => {
    if (powerSaveBlocker.isStarted(blocker)) return
    log.error(
      'display-may-sleep',
      new Error('the power save blocker had ended and was started again'),
    )
    blocker = powerSaveBlocker.start('prevent-display-sleep')
  }
  const timer = setInterval(check, CHECK_EVERY)

  const listeners = HINTS.map((hint) => ({
    hint,
    listener: (): void => {
      log.info('power', { hint })
      if (hint === 'resume' || hint === 'unlock-screen') check()
      onHint(hint)
    },
  }))
  for (const { hint, listener } of listeners) powerMonitor.on(hint as 'suspend', listener)

  return () => {
    clearInterval(timer)
    for (const { hint, listener } of listeners) powerMonitor.off(hint as 'suspend', listener)
    powerSaveBlocker.stop(blocker)
  }
}
