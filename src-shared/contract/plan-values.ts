/**
 * The small things that plan and document files are made of: texts, ids, durations, anchors,
 * conditions. The message of each schema is a key of the sentences with which the linter tells what
 * is expected there (adapters/plans/explain.ts).
 */
import { z } from 'zod'
import {
  REACHED_STATES,
  type Anchor,
  type Condition,
  type ConditionOf,
} from '../domain/plan/plan.ts'
import { SITE_KINDS } from '../domain/site/site.ts'
import { localized, type LocalizedText } from '../domain/text.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../domain/units.ts'

type Shapes = Readonly<Record<string, z.ZodType>>
/**
 * What a form needs to know of a schema besides its type. `blank`: what stands there before
 * anything was chosen, where it is not the first choice. `shapes`: the ways in which the value may
 * be written, each by the key that tells it.
 */
type FormHint = { blank?: string; shapes?: Shapes }
export const formHints = new WeakMap<z.ZodType, FormHint>()

/** The same schema, with a hint for the form. */
export function hinted<T extends z.ZodType>(schema: T, hint: FormHint): T {
  formHints.set(schema, hint)
  return schema
}

const UNITS = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const

export const Id = z.string('id').regex(/^[a-z][a-z0-9._-]{0,59}$/, 'id')
export const ClauseId = z.string('clause').regex(/^[\w.-]{1,40}$/, 'clause')
export const Words = z.string('words').trim().min(1, 'words')
const Written = z.string('words').trim().optional()
const OneOrBoth = z
  .strictObject({ zh: Written, en: Written }, 'text')
  .transform(({ zh, en }, context): LocalizedText => {
    const only = zh || en
    if (only) return localized(zh || only, en || only)
    context.addIssue({ code: 'custom', message: 'text' })
    return z.NEVER
  })
/**
 * A text in both languages or in one, which then stands in the place of the other too: whoever
 * reads a plan finds words in each. A form has both, and the one that is not written is empty.
 */
export const Text = OneOrBoth as unknown as z.ZodType<LocalizedText, LocalizedText>

/** A telephone number, written as a text or as a number. */
export const Phone = z
  .union([z.string().regex(/^[\d +-]{2,20}$/), z.int().min(10)], 'phone')
  .transform(String)

/** `30s`, `15m`, `4h`, `30d` → milliseconds. */
export const Duration = z
  .string('duration')
  .regex(/^\d{1,5}[smhd]$/, 'duration')
  .transform(
    (written) => Number(written.slice(0, -1)) * UNITS[written.slice(-1) as keyof typeof UNITS],
  )

/** Whole days, written `30d`. */
export const Days = z
  .string('days')
  .regex(/^\d{1,4}d$/, 'days')
  .transform((written) => Number(written.slice(0, -1)))

/** A yes; no where nothing is written. */
export const Mark = z.boolean('yes-no').default(false)
/** A value that a file may leave out. */
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
/** A list, empty where nothing is written. */
export const listOf = <T extends z.ZodType>(schema: T) => z.array(schema, 'list').default([])

// a file says which kinds it is for; a site may be of all
const KINDS = Object.keys(SITE_KINDS).filter((kind) => kind !== 'all')
export const SiteKinds = z.array(z.enum(KINDS, 'site-kind'), 'list').min(1, 'list')
export const Completeness = z.enum(['complete', 'incomplete'], 'completeness').default('complete')

/**
 * One of several shapes, chosen by the key that is there, so that a fault is told about the shape
 * that was meant.
 */
export function chosenByKey<T, Written>(shapes: Shapes, expected: string): z.ZodType<T, Written> {
  const schema = z.unknown().transform((value, context): T => {
    const key =
      typeof value === 'object' && value !== null
        ? Object.keys(shapes).find((name) => name in value)
        : undefined
    const parsed = key === undefined ? undefined : shapes[key]?.safeParse(value)
    if (parsed?.success) return parsed.data as T
    for (const issue of parsed?.error.issues ?? [
      { code: 'custom' as const, message: expected, path: [] },
    ])
      context.issues.push({ ...issue, input: value } as (typeof context.issues)[number])
    return z.NEVER
  })
  return hinted(schema, { shapes }) as unknown as z.ZodType<T, Written>
}

const Moment = hinted(z.literal(['occurred', 'reported', 'activated', 'contained', 'lifted']), {
  blank: 'reported',
})
type OtherAnchor = Exclude<Anchor, string>
const OtherAnchor = chosenByKey<OtherAnchor, OtherAnchor>(
  { step: z.strictObject({ step: Id }), fact: z.strictObject({ fact: Id }) },
  'anchor',
)
export const AnchorSchema: z.ZodType<Anchor, Anchor> = z.union([Moment, OtherAnchor], 'anchor')

const Parts = z.lazy(() => z.array(ConditionSchema, 'conditions').min(1, 'conditions'))
const Value = z.string('option')
const Is = z.union([Value, z.array(Value).min(1)], 'option')

export const ConditionSchema: z.ZodType<Condition, ConditionOf<string>> = chosenByKey(
  {
    all: z.strictObject({ all: Parts }),
    any: z.strictObject({ any: Parts }),
    not: z.strictObject({ not: z.lazy((): z.ZodType<Condition> => ConditionSchema) }),
    casualties: z.strictObject({
      casualties: z.literal(['hurt', 'dead', 'serious', 'minor', 'missing'], 'casualties'),
      over: z.int('number').min(0, 'number'),
    }),
    over: z.strictObject({ fact: Id, over: z.number('number') }),
    fact: z.strictObject({ fact: Id, is: Is }),
    step: z.strictObject({ step: Id, is: z.literal(['done', 'late'], 'step-state') }),
    elapsed: z.strictObject({ elapsed: Duration, from: AnchorSchema }),
    calendar: z.strictObject({ calendar: z.literal(['workday', 'holiday'], 'day') }),
    type: z.strictObject({ type: z.array(Id, 'list').min(1, 'list') }),
    level: z.strictObject({ level: z.int('level').min(1, 'level').max(9, 'level') }),
    state: z.strictObject({ state: z.literal(REACHED_STATES, 'reached-state') }),
  },
  'condition',
)
