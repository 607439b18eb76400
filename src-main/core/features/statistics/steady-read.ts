/**
 * Reads what takes several turns as of one position of the record: what is saved in the meantime
 * lets it be read again. A desk is calm for long enough soon.
 */
import type { Memory } from '../../engine/memory.ts'

const STEADY_TRIES = 8

/** After the last try it is taken as it is. `position`: that of the record then. */
export async function readSteadily<T>(
  memory: Pick<Memory, 'position'>,
  read: () => Promise<T>,
): Promise<{ drawn: T; position: number }> {
  for (let tries = 1; ; tries++) {
    const before = memory.position
    const drawn = await read()
    const { position } = memory
    if (position === before || tries === STEADY_TRIES) return { drawn, position }
  }
}
