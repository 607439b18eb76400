/**
 * Seals a personal value for the record: only the digest of salt and value. The value itself lies
 * in one table that permits deletion, so that a purge leaves the record valid (突发事件应对法 art. 84–85).
 */
export type Sealed = { sealed: string }

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && typeof (value as Sealed).sealed === 'string'
