/** Shows the figures of backups: instants in the site's zone, sizes, and the head of a hash. */
import { localDate, localTime } from '#shared/domain/calendar.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const
const STEP = 1024

function sizeOf(bytes: number): string {
  let [size, unit] = [bytes / STEP, 0]
  while (size >= STEP && unit < UNITS.length - 1) [size, unit] = [size / STEP, unit + 1]
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit] ?? ''}`
}

export type BackupFigures = {
  /** `at`: UTC ms. */
  timeOf: (at: number) => string
  sizeOf: (bytes: number) => string
  shortHash: (hash: string) => string
}

export function useBackupFigures(): BackupFigures {
  const { zone } = useDisplayClock()
  return {
    timeOf: (at) => `${localDate(at, zone.value)} ${localTime(at, zone.value)}`,
    sizeOf,
    shortHash: (hash) => hash.slice(0, 12),
  }
}
