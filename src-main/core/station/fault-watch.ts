/**
 * Watches the station itself once a cycle of its engine: whether the engine kept its time, and
 * whether every wall can be seen and heard.
 */
import type { Faults } from '../engine/faults.ts'
import type { Memory } from '../engine/memory.ts'
import type { Screens } from '../engine/screens.ts'
import type { Clock } from '../ports.ts'
import { engineLate } from './engine-faults.ts'
import { screensLost, soundBlocked } from './screen-faults.ts'

/** A cycle takes a second at most. */
const LATE_MS = 3000

export type FaultWatch = {
  /** At the end of every full cycle of the engine. */
  onCycle: () => void
}

type Parts = {
  faults: Faults
  screens: Screens
  memory: Pick<Memory, 'site'>
  clock: Clock
}

export function createFaultWatch({ faults, screens, memory, clock }: Parts): FaultWatch {
  let cycleAt: number | null = null // of the last cycle, monotonic ms
  let missing: ReadonlySet<string> = new Set()

  function watchEngine(): void {
    const now = clock.mono()
    const gap = cycleAt === null ? 0 : now - cycleAt
    cycleAt = now
    if (gap > LATE_MS) faults.happened('engine', engineLate(gap))
  }

  /** One more than somebody has acknowledged is an alert of its own. */
  function watchScreens(): void {
    const lost = screens.lost()
    if (lost.some(({ id }) => !missing.has(id)) && missing.size > 0) faults.set('screens', null)
    missing = new Set(lost.map(({ id }) => id))
    const all = lost.length === screens.signs().length
    faults.set('screens', lost.length > 0 ? screensLost(lost, all, memory.site.zone) : null)
  }

  function watchSound(): void {
    const blocked = screens.blocked()
    faults.set('sound', blocked.length > 0 ? soundBlocked(blocked) : null)
  }

  return {
    onCycle() {
      watchEngine()
      watchScreens()
      watchSound()
    },
  }
}
