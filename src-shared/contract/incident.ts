/**
 * The requests by which an incident is reported and its plans are run: propose, report, activate,
 * answer, finish a step, correct, move on, acknowledge an alert, read its timeline.
 */
import { z } from 'zod'
import { CAUSE_KNOWN } from '../domain/incident/record/aftermath.ts'
import { EVIDENCE_KINDS } from '../domain/incident/record/scales.ts'
import { CALL_OUTCOMES } from '../domain/incident/record/state.ts'
import type { Heard } from '../domain/match/heard.ts'
import type { Join } from '../domain/match/joining.ts'
import type { Proposal } from '../domain/match/types.ts'
import type { LocalizedText } from '../domain/text.ts'
import { Id, Instant, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const report = z.strictObject({
  narrative: personal(10_000),
  place: personal(200), // the type says whether it is
  area: Short.nullish(),
  type: Id.nullish(),
  channel: Short.nullish(),
  reporter: personal(200).nullish(),
  occurredAt: Instant.nullish(),
  receivedAt: Instant.nullish(), // it was taken down by hand then (UTC ms), and is told only now
  drill: z.boolean().optional(),
  // another system reports it, under its own id: sent again it is the same incident
  source: z.strictObject({ system: Short, id: Short }).nullish(),
})
const activate = z.strictObject({
  incidentId: Id,
  planId: Id,
  level: z.int().min(1).max(9).nullish(),
  commander: personal(200).nullish(),
  provisional: z.boolean().optional(),
  supersedes: Id.nullish(),
  reasons: z.record(Id, personal(10_000)).nullish(), // why a step of life safety is left undone
  // what the plan does not say by itself: the matter, how long it may last, what is done at first
  matter: personal(500).nullish(),
  lastsMinutes: z
    .int()
    .min(1)
    .max(90 * 24 * 60)
    .nullish(),
  measures: personal(10_000).nullish(),
})
const confirm = z.strictObject({
  incidentId: Id,
  planId: Id,
  confirmed: z.boolean(),
  reason: personal(10_000).nullish(),
})
const dismiss = z.strictObject({ incidentId: Id, planId: Id, reason: personal(10_000).nullish() })
/** Of a question: an option, a number, or several options. */
export const AnswerValue = z.union([
  z.string().max(200),
  z.number(),
  z.array(z.string().max(200)).max(50),
])
/** What stood on the screen when the person decided: of a step, a question, the incident. */
const seen = z
  .strictObject({
    state: z.string().max(40).optional(),
    times: z.int().min(0).optional(),
    value: AnswerValue.nullable().optional(),
  })
  .nullish()
const answer = z.strictObject({
  incidentId: Id,
  fact: Id,
  value: AnswerValue,
  seen,
  planId: Id.nullish(),
  reason: personal(10_000).nullish(), // why a level is lowered by it
})
const step = z.strictObject({
  incidentId: Id,
  seen,
  stepId: Id,
  outcome: z.enum(['accepted', 'done', 'already-done', 'not-applicable', 'skipped']),
  doneAt: Instant.nullish(),
  reason: personal(10_000).nullish(),
  onBehalfOf: z
    .strictObject({
      person: personal(200),
      channel: personal(200).nullish(), // how it was heard, and in which words, if somebody told
      words: personal(10_000).nullish(),
    })
    .nullish(),
  words: personal(10_000).nullish(),
  evidence: z
    .array(
      z.strictObject({
        what: personal(200),
        kind: z.enum(EVIDENCE_KINDS),
        place: personal(200),
        keepUntil: Instant.nullish(),
      }),
    )
    .max(20)
    .nullish(),
})
const stepReason = z.strictObject({ incidentId: Id, stepId: Id, reason: personal(10_000) })
const move = z.strictObject({
  incidentId: Id,
  seen,
  to: z.enum([
    'verifying',
    'assessing',
    'contained',
    'lifted',
    'recovering',
    'closed',
    'archived',
    'false-report',
  ]),
  reason: personal(10_000).nullish(),
  reasons: z.record(Id, personal(10_000)).nullish(), // by step, question or plan, or `review`
  verifiedBy: personal(200).nullish(), // of a false report: who made sure of it
  // of closing: what came of it besides the numbers of the record, which stand with it
  result: z
    .strictObject({
      cause: z.enum(CAUSE_KNOWN).nullish(),
      handedTo: personal(200).nullish(),
    })
    .nullish(),
})

/** One alert, or several of one incident as they stood on the screen. */
const acknowledge = z
  .strictObject({ alertId: Id.optional(), alertIds: z.array(Id).min(1).max(50).optional() })
  .refine(({ alertId, alertIds }) => (alertId === undefined) !== (alertIds === undefined), {
    path: ['alertId'],
  })
const shelve = z.strictObject({
  alertId: Id,
  minutes: z.union([5, 15, 30, 60, 480].map((minutes) => z.literal(minutes))),
  reason: personal(2000),
})
const call = z.strictObject({
  incidentId: Id,
  stepId: Id.nullish(),
  to: z.strictObject({
    role: Id.nullish(),
    who: personal(200).nullish(),
    number: personal(60).nullish(),
  }),
  outcome: z.enum(CALL_OUTCOMES),
  words: personal(10_000).nullish(),
  at: Instant.nullish(),
})

/**
 * A line of the record as people read it. `type` is the event's name; `words` are personal and null
 * once purged.
 */
export type TimelineEntry = {
  seq: number
  at: number
  by: string
  type: string
  says: LocalizedText
  words: string | null
  stepId: string | null
  undone?: true // it was taken back by the command that brought it
  starred?: true // somebody has marked it
}
/**
 * Evidence whose time of keeping was over within the last week (`mayGo`) or ends within three days
 * (UTC ms), the nearest first. `place`: where it is kept; `keeper`: null where nobody has said, or
 * it was purged; `incidentPlace`, `onBoard`: of its incident.
 */
export type KeptEvidence = {
  incidentId: string
  incidentNumber?: string
  incidentPlace: string
  onBoard: boolean
  evidenceId: string
  what: string
  place: string
  keeper: string | null
  until: number
  mayGo: boolean
}
export type Reported = {
  incidentId: string
  proposals: readonly Proposal[]
  similar: readonly { incidentId: string; place: string }[]
}
export const incident = {
  'incident/take-over': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id }),
    reply: reply<{ incidentId: string }>(),
  }),
  'incident/propose': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({
      narrative: personal(10_000),
      place: personal(200).optional(), // as typed beside the words: which incident is meant
      drill: z.boolean().optional(),
      type: Id.nullish(),
    }),
    reply: reply<{ proposals: readonly Proposal[]; heard: Heard; joins?: readonly Join[] }>(),
  }),
  'incident/report': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: report,
    reply: reply<Reported>(),
  }),
  'incident/activate': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: activate,
    reply: reply<Empty>(),
  }),
  'incident/confirm': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: confirm,
    reply: reply<Empty>(),
  }),
  'incident/dismiss': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: dismiss,
    reply: reply<Empty>(),
  }),
  'incident/answer': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: answer,
    reply: reply<Empty>(),
  }),
  'incident/step': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: step,
    reply: reply<Empty>(),
  }),
  'incident/explain': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: stepReason,
    reply: reply<Empty>(),
  }),
  'incident/correct': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: stepReason,
    reply: reply<Empty>(),
  }),
  'incident/move': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: move,
    reply: reply<Empty>(),
  }),
  'incident/note': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      incidentId: Id,
      words: personal(10_000),
      stepId: Id.nullish(),
      at: Instant.nullish(), // when it was, if it is told later
    }),
    reply: reply<Empty>(),
  }),
  'incident/star': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    prepare: true,
    input: z.strictObject({ incidentId: Id, seq: z.int().min(1), starred: z.boolean() }),
    reply: reply<Empty>(),
  }),
  'incident/call': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: call,
    reply: reply<Empty>(),
  }),
  'incident/keeping': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ items: readonly KeptEvidence[] }>(),
  }),
  'incident/timeline': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id }),
    reply: reply<{ entries: readonly TimelineEntry[] }>(),
  }),
  'alert/acknowledge': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: acknowledge,
    reply: reply<Empty>(),
  }),
  'alert/shelve': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: shelve,
    reply: reply<Empty>(),
  }),
  'alert/silence': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ alertId: Id, seconds: z.int().min(1).max(120) }),
    reply: reply<Empty>(),
  }),
}
