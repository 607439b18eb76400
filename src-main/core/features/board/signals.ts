/** Handlers for the signs of life of screens. */
import type { SignalHandler } from '../handler.ts'

const wallAlive: SignalHandler<'wall/alive'> = (
  { wallId, sound, size, leaving, head, named, view, voice, safe, measured, aside },
  { screens, now, session },
) => {
  const owner = session ?? wallId
  if (leaving) screens.leave(wallId, owner)
  else {
    screens.sign(
      {
        ...{ id: wallId, lastSeen: now(), sound, size },
        ...(head ? { head } : {}),
        ...(named === undefined ? {} : { named }),
        ...(view ? { view } : {}),
        ...(voice ? { voice } : {}),
        ...(safe ? { safe } : {}),
        ...(measured ? { measured } : {}),
        ...(aside ? { aside } : {}),
      },
      owner,
    )
  }
  return {}
}

const wallAgain: SignalHandler<'wall/again'> = ({ wallId }, { screens, now, session }) => ({
  known: screens.again(wallId, session ?? wallId, now()),
})

export const boardSignals = { 'wall/alive': wallAlive, 'wall/again': wallAgain }
