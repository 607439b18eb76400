/** Handlers for the signs of life of screens. */
import type { SignalHandler } from '../handler.ts'

const wallAlive: SignalHandler<'wall/alive'> = (
  { wallId, sound, size, leaving, head },
  { screens, now, session },
) => {
  const owner = session ?? wallId
  if (leaving) screens.leave(wallId, owner)
  else {
    const sign = { id: wallId, lastSeen: now(), sound, size }
    screens.sign(head ? { ...sign, head } : sign, owner)
  }
  return {}
}

export const boardSignals = { 'wall/alive': wallAlive }
