/**
 * The requests of the aftermath of an incident: what is owed to people, the inquiry, and reviews.
 * Amounts are whole fen.
 */
import { z } from 'zod'
import { MOST_FEN, REVIEW_KINDS } from '../domain/incident/record/aftermath.ts'
import { AFTERCARE_KINDS, type AftercareKind } from '../domain/plan/aftercare-kinds.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate } from './dates.ts'
import { Id, Instant, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const Fen = z.int().min(0).max(MOST_FEN)
const Words = personal(10_000).nullish()

/** `whom` it concerns. `agreedFen`: of a compensation. `stepId`: of the step that asks for it. */
const add = z.strictObject({
  incidentId: Id,
  kind: z.enum(AFTERCARE_KINDS),
  whom: personal(200),
  owner,
  dueOn: LocalDate,
  words: Words,
  agreedFen: Fen.nullish(),
  stepId: Id.nullish(),
})
/** What is left out stays as it is. */
const change = z.strictObject({
  incidentId: Id,
  aftercareId: Id,
  owner: owner.optional(),
  dueOn: LocalDate.optional(),
  words: personal(10_000).optional(),
  agreedFen: Fen.optional(),
})
/** `paidFen` of a compensation, `finding` and `measure` of an accountability: needed there. */
const finish = z.strictObject({
  incidentId: Id,
  aftercareId: Id,
  doneAt: Instant.nullish(),
  words: Words,
  paidFen: Fen.nullish(),
  finding: Words,
  measure: Words,
})
/** Of an entry that is done; what is left out stays as it is. */
const correct = z.strictObject({
  incidentId: Id,
  aftercareId: Id,
  agreedFen: Fen.optional(),
  paidFen: Fen.optional(),
  finding: personal(10_000).optional(),
  measure: personal(10_000).optional(),
  reason: personal(2000),
})
/** `handedTo` and `handedAt` (UTC ms; absent: now): its opinion went to them. */
const inquiry = z.strictObject({
  incidentId: Id,
  course: Words,
  cause: Words,
  opinion: Words,
  handedTo: personal(200).nullish(),
  handedAt: Instant.nullish(),
})
/** `people`: who took part. `plans`: whose working is evaluated by it. */
const review = z.strictObject({
  incidentId: Id,
  kind: z.enum(REVIEW_KINDS),
  cause: Words,
  well: Words,
  poor: Words,
  lessons: z.array(personal(2000)).max(50).optional(),
  people: personal(2000).nullish(),
  plans: z.array(Id).max(20).optional(),
  reviewedAt: Instant.nullish(), // absent: now
})

/**
 * What an incident still owes that has left the board. `entries`: aftercare that nobody has
 * finished; `evaluations`: of plans that ran, from a week before their term (`dueAt`, UTC ms) to 60
 * days after.
 */
export type AftermathDue = {
  incidentId: string
  number?: string
  place: string
  entries: readonly { kind: AftercareKind; whom: string; dueOn: string }[]
  evaluations: readonly { planId: string; title: LocalizedText; dueAt: number }[]
}

export const aftermathRequests = {
  'incident/aftermath-due': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ items: readonly AftermathDue[] }>(),
  }),
  'incident/aftercare': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: add,
    reply: reply<{ aftercareId: string }>(),
  }),
  'incident/aftercare-change': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: change,
    reply: reply<Empty>(),
  }),
  'incident/aftercare-done': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: finish,
    reply: reply<Empty>(),
  }),
  'incident/aftercare-withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, aftercareId: Id, reason: personal(2000) }),
    reply: reply<Empty>(),
  }),
  'incident/aftercare-correct': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: correct,
    reply: reply<Empty>(),
  }),
  'incident/inquiry': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: inquiry,
    reply: reply<Empty>(),
  }),
  'incident/review': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: review,
    reply: reply<{ reviewId: string }>(),
  }),
}
