/** The request by which what was done on paper during a power cut is entered afterwards. */
import { z } from 'zod'
import { CALL_OUTCOMES } from '../domain/incident/record/state.ts'
import type { ImportedRow } from '../domain/imported-row.ts'
import { Id, Instant, reply } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const common = { row: z.int().min(1).max(1_000), incidentId: Id, at: Instant }

/**
 * A line of the sheet; `row` as a person counts the lines, `at` when it was. `step`: done then;
 * `person`: by whom, if by somebody else; `reason`: where it turns late into on time, or the step
 * asks for one.
 */
const entry = z.discriminatedUnion('what', [
  z.strictObject({
    ...common,
    what: z.literal('step'),
    stepId: Id,
    person: personal(200).nullish(),
    words: personal(10_000).nullish(),
    reason: personal(10_000).nullish(),
  }),
  z.strictObject({
    ...common,
    what: z.literal('call'),
    stepId: Id.nullish(),
    who: personal(200).nullish(),
    number: personal(60).nullish(),
    outcome: z.enum(CALL_OUTCOMES),
    words: personal(10_000).nullish(),
  }),
  z.strictObject({
    ...common,
    what: z.literal('note'),
    stepId: Id.nullish(),
    words: personal(10_000),
  }),
])
export const MOST_ENTRIES = 100

export const powerCut = {
  /** All lines or none; `preview`: what would become of each, and nothing is recorded. */
  'sheet/enter': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    large: true,
    input: z.strictObject({
      rows: z.array(entry).min(1).max(MOST_ENTRIES),
      preview: z.boolean().optional(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
}
