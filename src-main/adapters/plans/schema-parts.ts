/**
 * The small things of a plan file: texts, ids, durations, anchors, conditions. Each schema's
 * message is a key of `EXPECTED` (explain.ts), so that a fault is told in both languages. It turns
 * `15m` into milliseconds and nothing else.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import { z } from 'zod'
import type { Anchor, Condition } from '#shared/domain/plan/plan.ts'

const UNITS = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const

export const Id = z.string('id').regex(/^[a-z][a-z0-9._-]{0,59}$/, 'id')
export const ClauseId = z.string('clause').regex(/^[\w.-]{1,40}$/, 'clause')
export const Words = z.string('words').trim().min(1, 'words')
export const Text = z.strictObject({ zh: Words, en: Words }, 'text')

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

type Shapes = Readonly<Record<string, z.ZodType>>

/**
 * One of several shapes, chosen by the key that is there, so that a fault is told about the shape
 * that was meant.
 */
function chosenByKey<T>(shapes: Shapes, expected: string) {
  return z.unknown().transform((value, context): T => {
    const key =
      typeof value === 'object' && value !== null
        ? Object.keys(shapes).find((one) => one in value)
        : undefined
    const parsed = key === undefined ? undefined : shapes[key]?.safeParse(value)
    if (parsed?.success) return parsed.data as T
    for (const issue of parsed?.error.issues ?? [
      { code: 'custom' as const, message: expected, path: [] },
    ])
      context.issues.push({ ...issue, input: value } as (typeof context.issues)[number])
    return z.NEVER
  })
}

const Moment = z.literal(['occurred', 'reported', 'activated', 'contained', 'lifted'])
const OtherAnchor = chosenByKey<Anchor>(
  { step: z.strictObject({ step: Id }), fact: z.strictObject({ fact: Id }) },
  'anchor',
)
export const AnchorSchema = z.union([Moment, OtherAnchor], 'anchor') as z.ZodType<Anchor>

const Parts: z.ZodType<readonly Condition[]> = z.lazy(() =>
  z.array(ConditionSchema, 'conditions').min(1, 'conditions'),
)
const Value = z.string('option')
const Is = z.union([Value, z.array(Value).min(1)], 'option')

export const ConditionSchema: z.ZodType<Condition> = chosenByKey<Condition>(
  {
    all: z.strictObject({ all: Parts }),
    any: z.strictObject({ any: Parts }),
    not: z.strictObject({ not: z.lazy(() => ConditionSchema) }),
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
  },
  'condition',
)
