/** The requests of corrective actions: opened, amended, done, checked by another, withdrawn. */
import { z } from 'zod'
import type { ActionLine, ActionRead } from '../domain/corrective-action/draw.ts'
import { HAZARD_GRADES } from '../domain/corrective-action/hazard.ts'
import { LocalDate } from './dates.ts'
import { FileId } from './files.ts'
import { Id, Instant, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const Measure = personal(2_000)
const Why = personal(10_000)
const Name = personal(200)

/**
 * An incident (a drill too; `finding`: the id of its finding or lesson), an arranged drill, a plan,
 * a hazard (of which grade, where, and the item of a check that failed), or something else in
 * words. More kinds may come.
 */
const source = z.union([
  z.strictObject({ incidentId: Id, finding: Id.nullish() }),
  z.strictObject({ drillId: Id, finding: Id.nullish() }),
  z.strictObject({ planId: Id }),
  z.strictObject({
    hazard: z.enum(HAZARD_GRADES),
    place: Name.nullish(),
    checkId: Id.nullish(),
    itemId: Id.nullish(),
    pointId: Id.nullish(),
  }),
  z.strictObject({ words: Name }),
])
const ofAction = z.strictObject({ actionId: Id })

/**
 * `today`: local date of the site. Overdue first, then by due day; after them those that are over,
 * the last one first. `open`: not over, `overdue` of them.
 */
export type ActionsReply = {
  actions: readonly ActionRead[]
  today: string
  open: number
  overdue: number
}

export const actionRequests = {
  /** `why`: what was found or learned. `due`: local day. `planId`: the plan that is to say it. */
  'action/open': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({
      what: Measure,
      why: Why.nullish(),
      owner,
      due: LocalDate,
      source,
      planId: Id.nullish(),
    }),
    reply: reply<{ actionId: string; number: string }>(),
  }),
  /** What is left out stays; `why` and `planId` null: none. `reason`: why the day is moved. */
  'action/amend': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAction.extend({
      what: Measure.optional(),
      why: Why.nullable().optional(),
      owner: owner.optional(),
      due: LocalDate.optional(),
      planId: Id.nullable().optional(),
      reason: Why.nullish(),
    }),
    reply: reply<Empty>(),
  }),
  /** `by`: who did it; left out the person who had to, else who sends it. `at`: done earlier. */
  'action/done': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAction.extend({
      words: Why,
      evidence: Measure.nullish(),
      by: Name.nullish(),
      at: Instant.nullish(),
    }),
    reply: reply<Empty>(),
  }),
  /** `by`: who checked it, another than who did it; left out who sends it. */
  'action/check': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAction.extend({ ok: z.boolean(), words: Why.nullish(), by: Name.nullish() }),
    reply: reply<Empty>(),
  }),
  'action/withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAction.extend({ reason: Why }),
    reply: reply<Empty>(),
  }),
  /** Takes back what was recorded last of done, checked and withdrawn; within ten seconds. */
  'action/undo': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAction,
    reply: reply<Empty>(),
  }),
  /** The draft of its plan: begun as the plan stands, or the one that there is. */
  'action/draft': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: ofAction,
    reply: reply<{ planId: string }>(),
  }),
  'action/file-attach': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: ofAction.extend({ fileId: FileId, name: Name }),
    reply: reply<Empty>(),
  }),
  'action/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<ActionsReply>(),
  }),
  /** With all that was recorded of it, in order. */
  'action/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: ofAction,
    reply: reply<{ action: ActionRead; lines: readonly ActionLine[] }>(),
  }),
}
