/** Reads the size of a wall of HQ from its address: `?unit=1.4`, or `?d=6&w=1210` (m, mm). */
import type { AskedSize } from '#shared/domain/walls/calibration.ts'

const positive = (value: string | null): number | null => {
  const number = Number(value)
  return value !== null && Number.isFinite(number) && number > 0 ? number : null
}

/** What cannot be read is not taken: a wall never fails for its address. */
export function askedSize(search: string): AskedSize {
  const query = new URLSearchParams(search)
  return {
    ...{ unit: positive(query.get('unit')), distance: positive(query.get('d')) },
    ...{ panel: positive(query.get('w')), unread: [] },
  }
}
