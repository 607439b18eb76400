/** November 2026 as a period, and many incidents of one instant. */
import { at, fact } from '../../kit/facts.ts'

export const several = (count: number, iso: string): ReturnType<typeof fact>[] =>
  Array.from({ length: count }, () => fact({ at: at(iso) }))

export const values = (cells: readonly { value: unknown }[]): unknown[] =>
  cells.map(({ value }) => value)
