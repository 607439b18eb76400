/**
 * Reads how soon the law wants a report, `standards/report-clocks.yaml`, of the installation: from
 * the file that the build has compiled, if it stands for these very bytes, since the clocks are
 * asked for with every start.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Duration } from '#shared/contract/plan-values.ts'
import type { ReportRule } from '#shared/domain/incident/record/report-clocks.ts'
import { PEOPLE, SEVERITIES } from '#shared/domain/incident/record/scales.ts'
import { DAY_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { compiledOf, readCompiledOf } from './compiled-of.ts'
import { yaml } from './yaml.ts'

const Words = z.string().min(1)
const Codes = z.array(Words).min(1).optional()
const Span = Duration.refine((ms) => ms >= MINUTE_MS && ms <= 30 * DAY_MS)
const Count = z.int().min(1).optional()
/** Every row says its source, and at least one condition. */
const Rule = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    source: z.strictObject({ zh: Words, en: Words }),
    within: Span,
    every: Span.optional(),
    changesDays: z.int().min(1).max(365).optional(),
    types: Codes,
    siteKinds: Codes,
    legal: Words.optional(),
    severities: z.array(z.enum(SEVERITIES)).min(1).optional(),
    exceptSeverities: z.array(z.enum(SEVERITIES)).min(1).optional(),
    people: z.strictObject(Object.fromEntries(PEOPLE.map((kind) => [kind, Count]))).optional(),
  })
  .refine(({ types, siteKinds, legal, severities, people }) =>
    [types, siteKinds, legal, severities, people].some((condition) => condition !== undefined),
  )
const Rules = z
  .array(Rule)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length)

function readRules(file: string): readonly ReportRule[] | null {
  try {
    return Rules.parse(yaml().parse(readFileSync(file, 'utf8'))).map(
      ({ within, every, people, ...rule }) =>
        ({
          ...rule,
          withinMs: within,
          ...(every === undefined ? {} : { everyMs: every }),
          ...(people ? { people } : {}),
        }) as ReportRule,
    )
  } catch {
    return null
  }
}

/** The text of the compiled file for a file of clocks. */
export const compileReportRules = (file: string): string => compiledOf(file, readRules(file))

/** In the order of the file, or null if it is missing or damaged: then nothing is timed. */
export const readReportRules = (
  file: string,
  compiled: string | null = null,
): readonly ReportRule[] | null =>
  (compiled === null ? null : readCompiledOf<readonly ReportRule[]>(compiled, file)) ??
  readRules(file)
