/** November 2026 as a period, and many incidents of one instant. */
import { at, incidentStats } from '../../kit/incident-stats.ts'

export const several = (count: number, iso: string): ReturnType<typeof incidentStats>[] =>
  Array.from({ length: count }, () => incidentStats({ at: at(iso) }))

export const values = (cells: readonly { value: unknown }[]): unknown[] =>
  cells.map(({ value }) => value)
