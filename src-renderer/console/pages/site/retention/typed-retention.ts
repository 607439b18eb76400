/** What is typed into the form of retention, as text, and what of it is sent. */
import type { Retention } from '#shared/domain/retention/stream.ts'

/** `type`, `level`: empty for any. */
export type TypedException = { type: string; level: string; days: string }
export type TypedRetention = { days: string; exceptions: TypedException[] }

export const typedOf = (
  read: Pick<Retention, 'days' | 'exceptions'> | null | undefined,
): TypedRetention => ({
  days: read?.days == null ? '' : String(read.days),
  exceptions: (read?.exceptions ?? []).map(({ type, level, days }) => ({
    type: type ?? '',
    level: level === null ? '' : String(level),
    days: String(days),
  })),
})

const numberOf = (text: string | number): number => Math.trunc(Number(text))

/** An exception without days is refused by the station, which says what is missing. */
export const sent = ({ days, exceptions }: TypedRetention) => ({
  days: String(days).trim() === '' ? null : numberOf(days),
  exceptions: exceptions.map((other) => ({
    type: other.type || null,
    level: other.level === '' ? null : numberOf(other.level),
    days: numberOf(other.days),
  })),
})
