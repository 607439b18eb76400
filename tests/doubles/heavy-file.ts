/**
 * A file store in which one file lies that is more than an incident takes: half a gigabyte is not
 * written for a spec of what is refused.
 */
import { join } from 'node:path'
import { openFileStore } from '#main/adapters/files/file-store.ts'
import type { FileStore } from '#main/core/file-ports.ts'
import type { Log } from '#main/core/ports.ts'
import { MOST_INCIDENT_BYTES } from '#shared/domain/incident/record/files.ts'
import type { ManualClock } from '../kit/manual-clock.ts'

/** The id of that file. */
export const HEAVY_FILE = 'f'.repeat(64)

export function storeWithHeavyFile(data: string, clock: ManualClock, log: Log): FileStore {
  const store = openFileStore(data, { clock, log })
  const heavy = {
    id: HEAVY_FILE,
    bytes: MOST_INCIDENT_BYTES + 1,
    format: 'mp4' as const,
    path: join(data, 'heavy.mp4'),
  }
  return {
    ...store,
    keep: async (fileId) => (fileId === HEAVY_FILE ? heavy : store.keep(fileId)),
    look: async (fileId) =>
      fileId === HEAVY_FILE ? { ...heavy, path: `${data}/heavy.mp4` } : store.look(fileId),
  }
}
