/**
 * The only list of what may cross a border between a screen (or program) and the station. One line
 * here adds a request everywhere. Names and meanings are relied on by other programs
 * (docs/interface.md): add, never rename.
 */
import { z } from 'zod'
import type { LocalizedText } from '../domain/text.ts'
import type { Board } from '../domain/board/types.ts'
import { assessing } from './assessing.ts'
import { exports } from './export.ts'
import { importing } from './import.ts'
import { Id, Instant, Nothing, reply, Short, Words, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { plans } from './plans.ts'
import { reports } from './report.ts'
import { siteRequests } from './site.ts'
import { statistics } from './statistics.ts'

const report = z.strictObject({
  narrative: personal(10_000),
  place: Short,
  type: Id.nullish(),
  channel: Short.nullish(),
  reporter: personal(200).nullish(),
  occurredAt: Instant.nullish(),
  drill: z.boolean().optional(),
})
const activate = z.strictObject({
  incidentId: Id,
  planId: Id,
  level: z.int().min(1).max(9).nullish(),
  commander: Short.nullish(),
  provisional: z.boolean().optional(),
  supersedes: Id.nullish(),
})
const confirm = z.strictObject({
  incidentId: Id,
  planId: Id,
  confirmed: z.boolean(),
  reason: Words.nullish(),
})
const dismiss = z.strictObject({ incidentId: Id, planId: Id, reason: Words.nullish() })
const answer = z.strictObject({
  incidentId: Id,
  fact: Id,
  value: z.union([z.string().max(200), z.number(), z.array(z.string().max(200)).max(50)]),
  planId: Id.nullish(),
})
const step = z.strictObject({
  incidentId: Id,
  stepId: Id,
  outcome: z.enum(['accepted', 'done', 'already-done', 'not-applicable', 'skipped']),
  reason: Words.nullish(),
  onBehalfOf: z.strictObject({ person: Short, channel: Short, words: personal(10_000) }).nullish(),
})
const stepReason = z.strictObject({ incidentId: Id, stepId: Id, reason: Words })
const move = z.strictObject({
  incidentId: Id,
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
  reason: Words.nullish(),
})

export type { PlanSummary } from './plans.ts'

export type Proposal = {
  planId: string
  type: string | null
  place?: string
  title: LocalizedText
  reason: LocalizedText
  words: readonly string[]
}
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
}
export type Reported = {
  incidentId: string
  proposals: readonly Proposal[]
  similar: readonly { incidentId: string; place: string }[]
}
/**
 * What checking the whole record found: its last position and hash, or the first bad position.
 * `firstBad` 0: the events are as they were written, and what lies beside them is not; `where`
 * names it, if it has a name.
 */
export type Verified =
  | { ok: true; position: number; hash: string }
  | { ok: false; firstBad: number; why: string; where?: string }

/**
 * command: writes events, needs an id · query: reads · signal: a screen's sign of life, writes no
 * event. `who` may ask.
 */
export const contract = {
  'incident/propose': {
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ narrative: personal(10_000) }),
    reply: reply<{ proposals: readonly Proposal[] }>(),
  },
  'incident/report': {
    kind: 'command',
    who: ['dispatcher'],
    input: report,
    reply: reply<Reported>(),
  },
  'incident/activate': {
    kind: 'command',
    who: ['dispatcher'],
    input: activate,
    reply: reply<Empty>(),
  },
  'incident/confirm': {
    kind: 'command',
    who: ['dispatcher'],
    input: confirm,
    reply: reply<Empty>(),
  },
  'incident/dismiss': {
    kind: 'command',
    who: ['dispatcher'],
    input: dismiss,
    reply: reply<Empty>(),
  },
  'incident/answer': { kind: 'command', who: ['dispatcher'], input: answer, reply: reply<Empty>() },
  'incident/step': { kind: 'command', who: ['dispatcher'], input: step, reply: reply<Empty>() },
  'incident/explain': {
    kind: 'command',
    who: ['dispatcher'],
    input: stepReason,
    reply: reply<Empty>(),
  },
  'incident/correct': {
    kind: 'command',
    who: ['dispatcher'],
    input: stepReason,
    reply: reply<Empty>(),
  },
  'incident/move': { kind: 'command', who: ['dispatcher'], input: move, reply: reply<Empty>() },
  'incident/note': {
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, words: personal(10_000) }),
    reply: reply<Empty>(),
  },
  'incident/timeline': {
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id }),
    reply: reply<{ entries: readonly TimelineEntry[] }>(),
  },
  'alert/acknowledge': {
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ alertId: Id }),
    reply: reply<Empty>(),
  },
  'alert/silence': {
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ alertId: Id, seconds: z.int().min(1).max(120) }),
    reply: reply<Empty>(),
  },
  'roster/set': {
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      posts: z.record(
        Id,
        z.array(z.strictObject({ person: Short, phone: z.string().trim().max(40) })).max(20),
      ),
    }),
    reply: reply<Empty>(),
  },
  'roster/read': {
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ posts: Record<string, { person: string; phone: string }[]> | null }>(),
  },
  ...assessing,
  ...plans,
  ...siteRequests,
  ...statistics,
  ...exports,
  ...reports,
  ...importing,
  'journal/verify': {
    kind: 'query',
    who: ['administrator'],
    input: Nothing,
    reply: reply<Verified>(),
  },
  'board/read': {
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: Nothing,
    reply: reply<Board>(),
  },
  'wall/alive': {
    kind: 'signal',
    who: ['wall'],
    input: z.strictObject({
      wallId: Id,
      beat: z.int().min(0),
      sound: z.enum(['on', 'blocked', 'off']),
      size: z.string().max(40),
    }),
    reply: reply<Empty>(),
  },
} as const

export type Contract = typeof contract
export type Name = keyof Contract
/** What a caller sends: personal values are still plain strings there. */
export type Input<N extends Name> = z.input<Contract[N]['input']>
/** What a handler receives: personal values are tagged. */
export type Parsed<N extends Name> = z.output<Contract[N]['input']>
export type ReplyOf<N extends Name> = Contract[N]['reply']

export type Refused = {
  ok: false
  code: string
  message: LocalizedText
  details?: readonly string[]
}
export type Answered<N extends Name = Name> =
  { ok: true; position: number; reply: ReplyOf<N> } | Refused
/**
 * administrator: a program on this machine that holds the local token; may ask whatever a
 * dispatcher may.
 */
export type CallerRole = 'administrator' | 'dispatcher' | 'wall'
