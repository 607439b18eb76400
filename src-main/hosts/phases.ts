/**
 * Starts and stops the parts of a host: each part is undone in reverse order, and a part that
 * cannot be undone keeps no other.
 */
import type { Log } from '#main/core/ports.ts'

type Undo = () => void | Promise<void>

export type UndoList = {
  add(name: string, undo: Undo): void
  /** Undoes every part, last first; logs a part that fails. May be called twice. */
  undo(): Promise<void>
}

export function createUndoList(log: Pick<Log, 'error'>): UndoList {
  const parts: { name: string; undo: Undo }[] = []
  return {
    add: (name, undo) => void parts.push({ name, undo }),
    async undo() {
      for (let part = parts.pop(); part; part = parts.pop()) {
        try {
          await part.undo()
        } catch (error) {
          log.error('phase-not-undone', error, { name: part.name })
        }
      }
    },
  }
}

export type Phases = {
  /**
   * Runs one phase and logs its duration. If it fails, that is logged and thrown on; earlier phases
   * stay until {@link Phases.undo}.
   */
  run<T>(
    name: string,
    start: () => T | Promise<T>,
    undo?: (part: T) => void | Promise<void>,
  ): Promise<T>
  undo(): Promise<void>
}

/** `mono`: monotonic ms. */
export function createPhases(log: Log, mono: () => number): Phases {
  const undoList = createUndoList(log)
  const since = (start: number): number => Math.round(mono() - start)

  return {
    async run(name, start, undo) {
      const startedAt = mono()
      try {
        const part = await start()
        if (undo)
          undoList.add(name, async () => {
            const undoneFrom = mono()
            await undo(part)
            log.info('phase-undone', { name, ms: since(undoneFrom) })
          })
        log.info('phase', { name, ms: since(startedAt) })
        return part
      } catch (error) {
        log.error('phase-failed', error, { name, ms: since(startedAt) })
        throw error
      }
    },
    undo: undoList.undo,
  }
}
