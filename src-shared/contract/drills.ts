/**
 * The requests of drills: arranged, started, played with their injects, ended, evaluated, shown to
 * who took part, reported to the authority; and the script of a plan.
 */
import { z } from 'zod'
import type { ActionRead } from '../domain/corrective-action/draw.ts'
import { DRILL_FORMS, DRILL_PURPOSES, EVALUATION_CONTENTS } from '../domain/drill/drill.ts'
import type { DrillRead, InjectRead } from '../domain/drill/draw.ts'
import type { DrillDue } from '../domain/drill/due.ts'
import type { DrillFigures } from '../domain/drill/figures.ts'
import type { UnarrangedDrill } from '../domain/drill/unarranged.ts'
import { SPEEDS } from '../domain/drill/inject.ts'
import type { ProposedInject } from '../domain/drill/proposed-script.ts'
import type { ParticipantHistory } from '../domain/drill/results.ts'
import { SCORES, type Grade, type ScoreItem } from '../domain/drill/scoring.ts'
import type { LocalizedText } from '../domain/text.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/units.ts'
import { LocalDate } from './dates.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const Name = personal(200)
const Reason = personal(2_000)
const Words = personal(2_000)
const Content = personal(10_000)
const MOST_INJECTS = 60

/** `after`: ms of play after the start; left out: delivered by hand. `within`: ms. */
const inject = z.strictObject({
  after: z.int().min(0).max(DAY_MS).nullish(),
  words: Words,
  to: Name.nullish(),
  expects: Words.nullish(),
  stepId: Id.nullish(),
  within: z.int().min(1).max(DAY_MS).nullish(),
})
/** A post, a person of the register or anybody by name, or a post and who plays it. */
const participant = z
  .strictObject({ postId: Id.nullish(), personId: Id.nullish(), person: Name.nullish() })
  .refine(({ postId, personId, person }) => postId || personId || person, { path: ['postId'] })
  .refine(({ personId, person }) => !personId || !person, { path: ['person'] })

const arrangement = {
  form: z.enum(DRILL_FORMS),
  purpose: z.enum(DRILL_PURPOSES),
  day: LocalDate,
  place: Name,
  narrative: Content,
  leader: owner,
  evaluator: owner,
  participants: z.array(participant).max(200),
  // of a desk drill alone: by how much its event lies before its report
  setBackMs: z
    .int()
    .min(MINUTE_MS)
    .max(7 * 24 * HOUR_MS)
    .nullish(),
  script: z.array(inject).max(MOST_INJECTS),
}
const ofDrill = z.strictObject({ drillId: Id })
const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const

/**
 * `due`: by when each plan is to be drilled, earliest first; `year`: figures of the year that runs.
 * `now`: UTC ms, `today`: local date of the site. `unarranged`: reported at the intake and played
 * to their end, of which nobody has said that they count, the latest first.
 */
export type DrillsReply = {
  drills: readonly DrillRead[]
  due: readonly DrillDue[]
  year: DrillFigures
  today: string
  unarranged: readonly UnarrangedDrill[]
  reportsOut: boolean
}
/**
 * `items`: what the rules propose for the evaluation, from the record as it stands; empty before it
 * was started. `steps`: those of its plan, for expectations and findings. `actions`: opened for its
 * findings. The last two: local days by which a paper is due; null: it is there, or nothing asks.
 */
export type DrillReply = {
  drill: DrillRead
  items: readonly ScoreItem[]
  steps: readonly { id: string; title: LocalizedText }[]
  actions: readonly ActionRead[]
  evaluationDue: string | null
  reportOutDue: string | null
}

export const drillRequests = {
  'drill/arrange': defineRequest({
    ...command,
    input: z.strictObject({ planId: Id, ...arrangement }),
    reply: reply<{ drillId: string }>(),
  }),
  /** One that was reported at the intake and played to its end counts as a drill of its plans. */
  'drill/count': defineRequest({
    ...command,
    input: z.strictObject({
      incidentId: Id,
      ...{ form: arrangement.form, purpose: arrangement.purpose },
      ...{ leader: arrangement.leader, evaluator: arrangement.evaluator },
      participants: arrangement.participants,
    }),
    reply: reply<{ drillId: string }>(),
  }),
  /** Until it starts; what is left out stays. */
  'drill/amend': defineRequest({
    ...command,
    input: z.strictObject(arrangement).partial().extend(ofDrill.shape),
    reply: reply<Empty>(),
  }),
  'drill/call-off': defineRequest({
    ...command,
    input: ofDrill.extend({ reason: Reason }),
    reply: reply<Empty>(),
  }),
  /** Reports its incident, a drill from its first event; its script plays from now on. */
  'drill/start': defineRequest({
    ...command,
    input: ofDrill,
    reply: reply<{ incidentId: string; number: string | null }>(),
  }),
  /** The injects alone: no clock of a step stops. */
  'drill/hold': defineRequest({
    ...command,
    input: ofDrill.extend({ hold: z.boolean() }),
    reply: reply<Empty>(),
  }),
  'drill/speed': defineRequest({
    ...command,
    input: ofDrill.extend({ speed: z.literal(SPEEDS) }),
    reply: reply<Empty>(),
  }),
  /** By hand: one without a time, or the next before its time, which takes the script along. */
  'drill/deliver': defineRequest({
    ...command,
    input: ofDrill.extend({ injectId: Id }),
    reply: reply<Empty>(),
  }),
  'drill/skip': defineRequest({
    ...command,
    input: ofDrill.extend({ injectId: Id }),
    reply: reply<Empty>(),
  }),
  /** An inject that no script has, delivered now. */
  'drill/improvise': defineRequest({
    ...command,
    input: ofDrill.extend(inject.omit({ after: true }).shape),
    reply: reply<Empty>(),
  }),
  'drill/finding': defineRequest({
    ...command,
    input: ofDrill.extend({ words: Words, stepId: Id.nullish() }),
    reply: reply<Empty>(),
  }),
  'drill/finding-withdraw': defineRequest({
    ...command,
    input: ofDrill.extend({ findingId: Id, reason: Reason }),
    reply: reply<Empty>(),
  }),
  /** `brokenOff`: why it was given up; it counts as no drill then. `close`: its incident, too. */
  'drill/end': defineRequest({
    ...command,
    input: ofDrill.extend({ brokenOff: Reason.nullish(), close: z.boolean().optional() }),
    reply: reply<Empty>(),
  }),
  /**
   * `scores`: by item, where the evaluator says something else than was proposed, with the reason,
   * or where nothing was. `reason`: why an evaluation is replaced. `by`: left out its evaluator.
   */
  'drill/evaluate': defineRequest({
    ...command,
    prepare: true,
    input: ofDrill.extend({
      scores: z
        .array(
          z.strictObject({
            item: z.string().min(1).max(120),
            score: z.literal(SCORES),
            reason: Reason.nullish(),
          }),
        )
        .max(500),
      contents: z.strictObject(
        Object.fromEntries(EVALUATION_CONTENTS.map((content) => [content, Content])) as Record<
          (typeof EVALUATION_CONTENTS)[number],
          typeof Content
        >,
      ),
      by: Name.nullish(),
      reason: Reason.nullish(),
    }),
    reply: reply<{ grade: Grade; points: number; most: number }>(),
  }),
  /** Who took part was shown the report. */
  'drill/acknowledge': defineRequest({
    ...command,
    input: ofDrill.extend({ participantId: Id }),
    reply: reply<Empty>(),
  }),
  /** It was recorded by mistake. */
  'drill/acknowledge-undo': defineRequest({
    ...command,
    input: ofDrill.extend({ participantId: Id }),
    reply: reply<Empty>(),
  }),
  /** No plan ran, but it was gone through at the table: the desk drill counts; or it did not. */
  'drill/declare': defineRequest({
    ...command,
    input: ofDrill.extend({ declare: z.boolean() }),
    reply: reply<Empty>(),
  }),
  /** `day`: the local day on which it was reported to the authority; again, to put it right. */
  'drill/report-out': defineRequest({
    ...command,
    input: ofDrill.extend({ day: LocalDate, to: Name }),
    reply: reply<Empty>(),
  }),
  /** What drills of a plan begin with; none: the proposal of the plan stands again. */
  'drill/script-save': defineRequest({
    ...command,
    input: z.strictObject({ planId: Id, script: z.array(inject).max(MOST_INJECTS) }),
    reply: reply<Empty>(),
  }),
  /** `saved` null: the site has none; `narrative`: a report with which a drill may begin. */
  'drill/script-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ planId: Id }),
    reply: reply<{
      saved: readonly InjectRead[] | null
      proposed: readonly ProposedInject[]
      narrative: LocalizedText
      steps: readonly { id: string; title: LocalizedText }[]
    }>(),
  }),
  'drill/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<DrillsReply>(),
  }),
  'drill/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: ofDrill,
    reply: reply<DrillReply>(),
  }),
  /** What came of drills for each person who took part, over time. */
  'drill/people': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ people: readonly ParticipantHistory[] }>(),
  }),
}
