/**
 * Starting and stopping as a list: each phase has a name, is logged with its duration, and is
 * undone in reverse order. It knows no phase itself.
 */
import type { Log } from '#main/core/ports.ts'

export type Phases = {
  /**
   * Runs one phase. If it fails, that is logged and thrown on; what went before stays until {@link
   * Phases.undo}.
   */
  run<T>(
    name: string,
    start: () => T | Promise<T>,
    undo?: (made: T) => void | Promise<void>,
  ): Promise<T>
  /**
   * Undoes what was started, last first. One that fails does not keep the others. May be called
   * twice.
   */
  undo(): Promise<void>
}

/** `mono`: monotonic ms. */
export function createPhases(log: Log, mono: () => number): Phases {
  const done: { name: string; undo: () => void | Promise<void> }[] = []
  const since = (at: number): number => Math.round(mono() - at)

  return {
    async run(name, start, undo) {
      const at = mono()
      try {
        const made = await start()
        if (undo) done.push({ name, undo: () => undo(made) })
        log.info('phase', { name, ms: since(at) })
        return made
      } catch (error) {
        log.error('phase-failed', error, { name, ms: since(at) })
        throw error
      }
    },
    async undo() {
      for (let phase = done.pop(); phase; phase = done.pop()) {
        const at = mono()
        try {
          await phase.undo()
          log.info('phase-undone', { name: phase.name, ms: since(at) })
        } catch (error) {
          log.error('phase-not-undone', error, { name: phase.name, ms: since(at) })
        }
      }
    },
  }
}
