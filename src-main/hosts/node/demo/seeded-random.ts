/**
 * Draws random numbers from a seed, for sample data only: the samples of two machines differ in the
 * date alone.
 */
import { digest } from '#main/adapters/vault.ts'
import type { Vault } from '#main/core/ports.ts'

export type SeededRandom = {
  /** A number in [from, to). */
  between(from: number, to: number): number
  hex(digits: number): string
  /** A UUID with the time `at` (UTC ms) in front, shaped as the station's own. */
  uuid(at: number): string
}

/** A 32-bit linear congruential generator (Numerical Recipes): good enough to spread a sample. */
export function seededRandom(seed: number): SeededRandom {
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

export const sampleVault = (random: SeededRandom): Vault => ({
  id: random.uuid,
  salt: () => random.hex(32),
  digest,
})
