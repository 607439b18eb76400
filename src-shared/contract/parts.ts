/** The small things that requests of the contract are made of. */
import { z } from 'zod'
import { withoutUnseen } from '../domain/unseen.ts'

export const Id = z.string().regex(/^[\w.:-]{1,80}$/)

/**
 * A text that somebody wrote: without unseen characters and outer blanks, not empty, at most `max`
 * characters as it was sent.
 */
export const written = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => withoutUnseen(value).trim())
    .pipe(z.string().min(1))

/** The same, and it may be empty: at most `max` characters as it was sent. */
export const writtenOrEmpty = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => withoutUnseen(value).trim())

export const Words = written(10_000)
export const Short = written(200)
export const Instant = z.int().min(0).max(8_640_000_000_000) // UTC ms
/** `byType`: as much as a public wall is told, for one of the room that may show no more. */
export const ByType = z.boolean().optional()
export const Nothing = z.union([z.undefined(), z.null(), z.strictObject({})]).optional()

export type Empty = Record<string, never>

/** Whether JSON can hold it as it is, within so many levels of lists and objects. */
function isPlain(value: unknown, levels: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || levels === 0) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    (Array.isArray(value) || prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((part) => isPlain(part, levels - 1))
  )
}

/**
 * Every text in it without unseen characters and halves of characters; blanks and lines stay as
 * they were written.
 */
function seen(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnseen(value)
  if (Array.isArray(value)) return value.map(seen)
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, seen(part)]))
    : value
}

/** Any JSON of at most so many levels. What its parts mean is for the handler to evaluate. */
export const plainJson = (levels: number) =>
  z
    .unknown()
    .refine((value) => isPlain(value, levels))
    .transform(seen)

/** The type of a reply: it comes from our own station, so it is typed and not validated again. */
export const reply = <T>(): T => undefined as T
