/**
 * Chance that falls the same way every time: the sample data of two machines differ in nothing but
 * the date. For sample data only.
 */
import { digest } from '#main/adapters/vault.ts'
import type { Vault } from '#main/core/ports.ts'

export type Chance = {
  /** A number in [from, to). */
  between(from: number, to: number): number
  hex(digits: number): string
  /** A UUID with the time `at` (UTC ms) in front, shaped as the station's own. */
  uuid(at: number): string
}

/**
 * A 32-bit linear congruential generator (Numerical Recipes): good enough to spread a sample, and
 * for nothing else.
 */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('')
  return {
    between: (from, to) => from + next() * (to - from),
    hex,
    uuid(at) {
      const time = at.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
    },
  }
}

export const sampleVault = (luck: Chance): Vault => ({
  id: luck.uuid,
  salt: () => luck.hex(32),
  digest,
})
