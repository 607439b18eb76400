/** Handlers for the signs of life of screens. */
import type { SignalHandler } from '../handler.ts'

const wallAlive: SignalHandler<'wall/alive'> = (
  { wallId, sound, size, leaving },
  { screens, now },
) => {
  if (leaving) screens.leave(wallId)
  else screens.sign({ id: wallId, lastSeen: now(), sound, size })
  return {}
}

export const boardSignals = { 'wall/alive': wallAlive }
