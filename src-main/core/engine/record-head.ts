/** Reads how far the record goes, as every screen remembers it. */
import type { RecordHead } from '#shared/domain/station/head.ts'
import type { Journal, Log } from '../ports.ts'

/** Null while the record is empty, or where its end cannot be read: the log says why. */
export async function headAt(
  position: number,
  journal: Pick<Journal, 'hashAt'>,
  log: Log,
): Promise<RecordHead | null> {
  try {
    const [record, hash] = [await journal.hashAt(1), await journal.hashAt(position)]
    return record !== null && hash !== null ? { record, position, hash } : null
  } catch (error) {
    log.error('head-not-read', error)
    return null
  }
}
