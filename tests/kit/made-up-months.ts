/** What specs of figures over a made-up time share: seeds with their zones, chance, and months. */
import { seededRandom } from '#main/hosts/node/demo/seeded-random.ts'

/** Before the summer time of one of the zones begins and of another ends. */
export const FIRST = Date.parse('2026-09-20T02:00:00Z')
export const SEEDS = [
  [1, 'Asia/Shanghai'],
  [2, 'Pacific/Auckland'],
  [3, 'America/New_York'],
] as const

/** A whole number from 0 on, below a limit; the same row of them for the same seed. */
export function chance(seed: number): (limit: number) => number {
  const { between } = seededRandom(seed)
  return (limit) => Math.floor(between(0, limit))
}

/** So many months from that of `FIRST` on: `2026-09`. */
export const monthsFromFirst = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 8 + index, 1)).toISOString().slice(0, 7),
  )
