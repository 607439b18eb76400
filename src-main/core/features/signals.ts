/** The table of signals: one in the contract without a handler here does not compile. */
import { boardSignals } from './board/signals.ts'
import { incomingSignals } from './incident/incoming-signals.ts'
import { selfTestSignals } from './self-test/signals.ts'
import type { SignalHandler, SignalName } from './handler.ts'

export const signals: { [N in SignalName]: SignalHandler<N> } = {
  ...boardSignals,
  ...incomingSignals,
  ...selfTestSignals,
}
