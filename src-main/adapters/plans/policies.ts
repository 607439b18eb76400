/**
 * Reads the policies that come with the product, `standards/policies.yaml`: how often and within
 * how long things must be done, each with its source; from the compiled file, if it stands for
 * these very bytes.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  HIGHEST,
  POLICY_KINDS,
  POLICY_UNITS,
  REMIND_RANGE,
  type PolicyUnit,
  type ShippedPolicy,
} from '#shared/domain/policies/policy.ts'
import { compiledOf, readCompiledOf } from './compiled-of.ts'
import { yaml } from './yaml.ts'

const Words = z.string().min(1)
const Text = z.strictObject({ zh: Words, en: Words })
const Codes = z.array(Words).min(1).optional()
const [LEAST_REMIND, MOST_REMIND] = REMIND_RANGE
const Interval = z
  .string()
  .regex(new RegExp(`^[1-9]\\d* (${POLICY_UNITS.join('|')})$`))
  .transform((text) => {
    const [value, unit] = text.split(' ')
    return { value: Number(value), unit: unit as PolicyUnit }
  })
  .refine(({ value, unit }) => value <= HIGHEST[unit])
  .optional()
/** Every row says its source, and either how often, within how long, or how many at least. */
const Row = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    kind: z.enum(POLICY_KINDS),
    name: Text,
    every: Interval,
    within: Interval,
    least: Interval,
    remindDays: z.int().min(LEAST_REMIND).max(MOST_REMIND),
    appliesTo: z.strictObject({ siteKinds: Codes, about: Codes }).default({}),
    source: Text,
  })
  .refine(({ every, within, least }) => [every, within, least].filter(Boolean).length === 1)
  .refine(
    ({ every, within, least }) =>
      [every, within].every((each) => each?.unit !== 'persons') &&
      least?.unit === (least && 'persons'),
  )
const Rows = z.array(Row).refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length)

function readRows(file: string): readonly ShippedPolicy[] | null {
  try {
    return Rows.parse(yaml().parse(readFileSync(file, 'utf8'))).flatMap(
      ({ every, within, least, ...row }) => {
        const interval = every ?? within ?? least
        return interval ? [{ ...row, ...interval }] : []
      },
    )
  } catch {
    return null
  }
}

/** The text of the compiled file for a file of policies. */
export const compilePolicies = (file: string): string => compiledOf(file, readRows(file))

/** In the order of the file, or null if it is missing or damaged: then nothing of them is due. */
export const readPolicies = (
  file: string,
  compiled: string | null = null,
): readonly ShippedPolicy[] | null =>
  (compiled === null ? null : readCompiledOf<readonly ShippedPolicy[]>(compiled, file)) ??
  readRows(file)
