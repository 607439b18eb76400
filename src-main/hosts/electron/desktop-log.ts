/**
 * Writes the technical log of the desktop program: JSON lines in `logs/station.log`, repeated ones
 * counted. No personal value may be handed to it.
 */
import { join } from 'node:path'
import type { Log } from '#main/core/ports.ts'
import { createJsonLog } from '../node/json-log.ts'
import { createLogDedup, type Repeated } from './log-dedup.ts'
import { openLogFile } from './log-file.ts'

export type DesktopLog = Log & { close(): void }

/** `echo` gets every line too (the terminal, while there is one). Logging never throws. */
export function openLog(dir: string, mono: () => number, echo: (line: string) => void): DesktopLog {
  const file = openLogFile(join(dir, 'logs', 'station.log'))
  const dedup = createLogDedup()
  const lines = createJsonLog((line) => {
    file.write(line)
    echo(line)
  })

  function logRepeats(repeated: readonly Repeated[]): void {
    for (const { key, times, forMs } of repeated)
      lines.info('log-repeated', { entry: key, times, forMs })
  }

  function take(parts: readonly unknown[], write: () => void): void {
    try {
      const entry = dedup.take(JSON.stringify(parts), mono())
      logRepeats(entry.repeated)
      if (entry.write) write()
    } catch {
      // an entry that cannot be written as a line is not worth a crash
    }
  }

  return {
    info: (event, detail) => take([event, detail], () => lines.info(event, detail)),
    error: (event, error, detail) =>
      take([event, detail, String(error)], () => lines.error(event, error, detail)),
    close() {
      logRepeats(dedup.rest(mono()))
      file.close()
    },
  }
}
