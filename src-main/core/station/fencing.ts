/**
 * Keeps a machine from going on with a record that its spare has taken over. While it runs it hears
 * of that at once; after a start or a pause (frozen, asleep) it asks before the first command, for
 * a second at most: a spare that cannot be reached may be what is broken.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { Faults } from '../engine/faults.ts'
import type { Memory } from '../engine/memory.ts'
import { takenOver, takenOverWords } from '../features/spare/refusals.ts'
import type { Clock, SpareDoor } from '../ports.ts'

/**
 * No cycle for so long, by either clock: others may have gone on. It is shorter than a spare that
 * takes over waits for the answer of a machine that runs (adapters/spare/claiming.ts).
 */
const PAUSE_MS = 2_000

export type Fencing = {
  /** At the end of every full cycle of the engine. */
  onCycle: () => void
  /**
   * Why no command may be taken; null: this machine writes the record. At once, unless the spare
   * has to be asked: what is in hand when the station stops must be in the queue by then.
   */
  refusal: () => Refusal | null | Promise<Refusal | null>
}

type Parts = {
  door: SpareDoor | null
  clock: Pick<Clock, 'wall' | 'mono'>
  faults: Pick<Faults, 'set'>
  memory: Pick<Memory, 'site'>
}

export function createFencing({ door, clock, faults, memory }: Parts): Fencing {
  let seen: { wall: number; mono: number } | null = null // null: to be asked
  const isPaused = (): boolean =>
    seen === null ||
    clock.mono() - seen.mono > PAUSE_MS ||
    Math.abs(clock.wall() - seen.wall) > PAUSE_MS
  const see = (): void => {
    seen = { wall: clock.wall(), mono: clock.mono() }
  }
  function show(): void {
    const claim = door?.claim() ?? null
    if (claim) faults.set('taken-over', takenOverWords(claim, memory.site.zone))
  }
  const taken = (): Refusal | null => {
    const claim = door?.claim() ?? null
    return claim && takenOver(claim, memory.site.zone)
  }
  show()
  door?.onClaim(show)

  return {
    onCycle() {
      if (isPaused()) void door?.ask().then(see, see)
      else see()
    },
    refusal() {
      if (!door) return null
      return door.claim() === null && isPaused() ? door.ask().then(see).then(taken) : taken()
    },
  }
}
