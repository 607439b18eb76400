/**
 * Reads the bundled alarm tones as `data:` addresses, which a page without script can carry. A
 * missing tone is logged, and silent.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '#main/core/ports.ts'
import type { Priority } from '#shared/domain/incident/record/state.ts'
import type { Tones } from './plain-page.ts'

const PRIORITIES: readonly Priority[] = [1, 2, 3]

export function readTones(resources: string, log: Log): Tones {
  return Object.fromEntries(
    PRIORITIES.flatMap((priority) => {
      try {
        const bytes = readFileSync(join(resources, 'sounds', `alarm-${priority}.wav`))
        return [[priority, `data:audio/wav;base64,${bytes.toString('base64')}`]]
      } catch (error) {
        log.error('tone-missing', error, { priority })
        return []
      }
    }),
  )
}
