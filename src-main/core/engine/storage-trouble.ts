/** Reads from an error of the journal what is wrong with its disk. */
import type { StorageTrouble } from '../ports.ts'

const TROUBLES: readonly unknown[] = [
  'full',
  'read-only',
  'broken',
  'shared',
] satisfies StorageTrouble[]

export function troubleIn(error: unknown): StorageTrouble {
  const trouble = (error as { trouble?: unknown } | null)?.trouble
  return TROUBLES.includes(trouble) ? (trouble as StorageTrouble) : 'other'
}
