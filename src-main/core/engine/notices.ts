/** Holds what the desk is told beside its incidents: notices for good, and notices under a name. */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Clock } from '../ports.ts'

export type Notices = {
  /**
   * Puts a notice under a name in the place of the one before, for so long in ms (null: until it is
   * replaced); a null notice takes it away.
   */
  set: (name: string, notice: LocalizedText | null, forMs: number | null) => void
  /** Stands from now on. */
  add: (notice: LocalizedText) => void
  current: () => readonly LocalizedText[]
}

export function createNotices(
  clock: Pick<Clock, 'mono'>,
  initial: readonly LocalizedText[],
): Notices {
  let lasting = initial
  // until: on the monotonic clock
  const named = new Map<string, { notice: LocalizedText; until: number }>()
  return {
    set(name, notice, forMs) {
      const until = forMs === null ? Infinity : clock.mono() + forMs
      if (notice) named.set(name, { notice, until })
      else named.delete(name)
    },
    add(notice) {
      lasting = [...lasting, notice]
    },
    current: () => [
      ...lasting,
      ...[...named.values()]
        .filter(({ until }) => clock.mono() < until)
        .map(({ notice }) => notice),
    ],
  }
}
