/** Handlers for calls that a telephone system announces. They write no event. */
import type { SignalHandler } from '../handler.ts'

const announce: SignalHandler<'call/incoming'> = (
  { callId, number, line = null },
  { incomingCalls, now },
) => {
  incomingCalls.announce({ id: callId, number, line }, now())
  return {}
}

const claim: SignalHandler<'call/claim'> = ({ callId, by }, { incomingCalls, session, now }) => ({
  claimed: incomingCalls.claim(callId, { key: session ?? by, by }, now()),
})

const end: SignalHandler<'call/ended'> = ({ callId }, { incomingCalls }) => {
  incomingCalls.end(callId)
  return {}
}

export const incomingSignals = {
  'call/incoming': announce,
  'call/claim': claim,
  'call/ended': end,
}
