/**
 * Waits for what comes in its own time, as patiently as `expect.poll` does (vitest.config.ts). It
 * judges nothing: what never comes fails with the last reason.
 */
import { vi } from 'vitest'

/** Answers what `look` answers, once it no longer throws. */
export const until = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 20_000 })
