/** The door of a station to its spare, for both hosts. */
import { hostname } from 'node:os'
import { keepClaiming } from '#main/adapters/spare/claiming.ts'
import { openDoor, type Door } from '#main/adapters/spare/door.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Log } from '#main/core/ports.ts'
import { dataFiles } from './install-paths.ts'

/**
 * Of the folder's own record; one that has taken over goes on telling the machine before. `stop`
 * gives everything back.
 */
export async function openSpareDoor(
  dir: string,
  log: Log,
): Promise<{ door: Door; stop: () => Promise<void> }> {
  const file = dataFiles(dir).journal
  const door = await openDoor({ dir, file, name: hostname(), clock: systemClock, log })
  const stopClaiming = keepClaiming(dir, door, log)
  return {
    door,
    async stop() {
      stopClaiming()
      await door.stop()
    },
  }
}
