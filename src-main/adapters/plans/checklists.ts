/**
 * Reads the checklists that come with the installation, `checklists/*.yaml`: when somebody first
 * asks for them, since a start needs none.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  CHECKLIST_KINDS,
  ITEM_KINDS,
  ON_DAYS,
  type ShippedChecklist,
} from '#shared/domain/checklist/checklist.ts'
import { yaml } from './yaml.ts'

const Words = z.string().min(1)
const Text = z.strictObject({ zh: Words, en: Words })
const Code = z.string().regex(/^[a-z][a-z0-9-]*$/)
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Item = z
  .strictObject({
    id: Code,
    text: Text,
    answer: z.enum(ITEM_KINDS).default('yes-no'),
    unit: Text.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    critical: z.boolean().default(false),
    photo: z.boolean().default(false),
  })
  .transform(({ answer: kind, unit = null, min = null, max = null, ...item }) => ({
    ...item,
    ...{ kind, unit, min, max },
  }))
const Rhythm = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('round'),
    minutes: z.int().min(10),
    from: Time,
    to: Time,
    days: z.enum(ON_DAYS),
  }),
  z.strictObject({ every: z.literal('day'), until: Time, days: z.enum(ON_DAYS) }),
  z.strictObject({ every: z.literal('months'), months: z.int().min(1) }),
  z.strictObject({ every: z.literal('event') }),
  z.strictObject({ every: z.literal('hand') }),
])
/** Every list says its source. */
const List = z
  .strictObject({
    id: Code,
    kind: z.enum(CHECKLIST_KINDS),
    name: Text,
    rhythm: Rhythm,
    source: Text,
    items: z.array(Item).min(1),
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length)

/**
 * In the order of their files, or null if one of them is missing or damaged: then none is shown.
 */
export function readChecklists(dir: string): readonly ShippedChecklist[] | null {
  try {
    const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'))
    return files.sort().map((name) => ({
      ...List.parse(yaml().parse(readFileSync(join(dir, name), 'utf8'))),
      reportsItself: false,
    }))
  } catch {
    return null
  }
}
