/**
 * The technical log of the desktop program: JSON lines in `logs/station.log`, what repeats itself
 * counted. No personal value may be handed to it.
 */
import { join } from 'node:path'
import type { Log } from '#main/core/ports.ts'
import { createJsonLog } from '../node/json-log.ts'
import { createLogDedup, type Repeated } from './log-dedup.ts'
import { openLogFile } from './log-file.ts'

export type DesktopLog = Log & { close(): void }

/** `echo` gets every line, too: the terminal, while there is one. Logging never throws. */
export function openLog(dir: string, mono: () => number, echo: (line: string) => void): DesktopLog {
  const file = openLogFile(join(dir, 'logs', 'station.log'))
  const collapse = createLogDedup()
  const lines = createJsonLog((line) => {
    file.write(line)
    echo(line)
  })

  function tell(repeated: readonly Repeated[]): void {
    for (const { key, times, forMs } of repeated)
      lines.info('log-repeated', { entry: key, times, forMs })
  }

  function take(parts: readonly unknown[], write: () => void): void {
    try {
      const taken = collapse.take(JSON.stringify(parts), mono())
      tell(taken.repeated)
      if (taken.write) write()
    } catch {
      // what cannot be put into a line is not worth a crash
    }
  }

  return {
    info: (event, detail) => take([event, detail], () => lines.info(event, detail)),
    error: (event, error, detail) =>
      take([event, detail, String(error)], () => lines.error(event, error, detail)),
    close() {
      tell(collapse.rest(mono()))
      file.close()
    },
  }
}
