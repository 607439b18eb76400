/** Makes up inputs that have the form of a request: what they name is there, or is not. */
import { z } from 'zod'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
  anyOf?: readonly Schema[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
  minimum?: number
  maximum?: number
  maxItems?: number
}
/**
 * `words`: what a text may be; `known`: by the name of a field, what mostly stands there; `below`:
 * a whole number below; `now`: UTC ms, for instants.
 */
type Around = {
  words: readonly string[]
  known: Readonly<Record<string, readonly string[]>>
  below: (limit: number) => number
  now: number
}

const HOUR_MS = 3_600_000
const LONGEST_LIST = 3

function textFor({ pattern }: Schema, key: string, { words, known, below }: Around): string {
  const there = known[key] ?? []
  if (there.length > 0 && below(5) > 0) return there[below(there.length)] ?? ''
  const fitting = pattern ? words.filter((word) => new RegExp(pattern).test(word)) : words
  return fitting[below(fitting.length)] ?? ''
}

/** A small number, or an instant where it may be that great. */
function numberFor({ minimum = 0, maximum = 10 }: Schema, { below, now }: Around): number {
  const isInstant = maximum >= now && below(2) === 0
  const value = isInstant ? now + (below(5) - 2) * HOUR_MS : below(4)
  return Math.min(Math.max(value, minimum), maximum)
}

function valueFor(schema: Schema, key: string, around: Around): unknown {
  const { below } = around
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[below(schema.enum.length)]
  if (schema.anyOf) return valueFor(schema.anyOf[below(schema.anyOf.length)] ?? {}, key, around)
  switch (schema.type) {
    case 'string':
      return textFor(schema, key, around)
    case 'integer':
    case 'number':
      return numberFor(schema, around)
    case 'boolean':
      return below(2) === 0
    case 'array':
      return Array.from(
        { length: below(Math.min(schema.maxItems ?? LONGEST_LIST, LONGEST_LIST)) },
        () => valueFor(schema.items ?? {}, key, around),
      )
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
          schema.required?.includes(key) || below(3) === 0
            ? [[key, valueFor(part, key, around)]]
            : [],
        ),
      )
    default:
      return null
  }
}

/** An input for this schema of the contract. */
export const inForm = (input: z.ZodType, around: Around): unknown =>
  valueFor(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema, '', around)
