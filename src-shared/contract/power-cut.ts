/**
 * The requests of power-cut sheets: how often they come by themselves, and by which what was done
 * on paper is entered afterwards.
 */
import { z } from 'zod'
import { CALL_OUTCOMES } from '../domain/incident/record/state.ts'
import type { ImportedRow } from '../domain/imported-row.ts'
import type { SheetTimes } from '../domain/sheet-times/stream.ts'
import { AnswerValue } from './incident.ts'
import { Id, Instant, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const line = { row: z.int().min(1).max(1_000), at: Instant }
const common = { ...line, incidentId: Id }

/**
 * A line of the sheet; `row` as a person counts the lines, `at` when it was. `step`: done then;
 * `person`: by whom, if by somebody else; `reason`: where it turns late into on time, or the step
 * asks for one. `answer`: to a question of the plans. `heard`: somebody named by a step had heard
 * of it. `contained`: it was so then; `reasons` as of `incident/move`. `report`: a call that was
 * taken down by hand, and of no incident yet; its incident begins then.
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
  z.strictObject({
    ...common,
    what: z.literal('answer'),
    fact: Id,
    planId: Id.nullish(),
    value: AnswerValue,
    reason: personal(10_000).nullish(),
  }),
  z.strictObject({ ...common, what: z.literal('heard'), stepId: Id, member: Id }),
  z.strictObject({
    ...common,
    what: z.literal('contained'),
    reason: personal(10_000).nullish(),
    reasons: z.record(Id, personal(10_000)).nullish(),
  }),
  z.strictObject({
    ...line,
    what: z.literal('report'),
    place: personal(200),
    words: personal(10_000),
    reporter: personal(200).nullish(),
  }),
])
export const MOST_ENTRIES = 100

/** `everyMinutes`: while an incident runs; null: only when the machine runs on battery. */
const times = z.strictObject({
  everyMinutes: z.int().min(5).max(720).nullable(),
  language: z.enum(['zh', 'en']),
})

export const powerCut = {
  /** How often power-cut sheets come by themselves. */
  'sheet/arrange': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: times,
    reply: reply<Empty>(),
  }),
  'sheet/arranged': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<SheetTimes>(),
  }),
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
