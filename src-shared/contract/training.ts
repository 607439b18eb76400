/**
 * The requests of training: courses, sessions, exams, sign-offs of plans, and who lacks what.
 */
import { z } from 'zod'
import type { ImportedRow } from '../domain/imported-row.ts'
import type { ReadState } from '../domain/sign-off/owed.ts'
import { MOST_SIGNING } from '../domain/sign-off/sign-off.ts'
import type { LocalizedText } from '../domain/text.ts'
import type { Exam, ExamQuestion } from '../domain/training-course/course.ts'
import {
  MONTHS_RANGE,
  MOST_ANSWERS,
  MOST_QUESTIONS,
  PASS_RANGE,
  REMIND_RANGE,
} from '../domain/training-course/course.ts'
import { LONGEST_MINUTES, MOST_ATTENDEES } from '../domain/training-session/session.ts'
import type { TrainingFigures } from '../domain/training/figures.ts'
import type { ProposedCourse } from '../domain/training/proposal.ts'
import type { Standing, Terms } from '../domain/training/standing.ts'
import { LocalDate } from './dates.ts'
import { Id, Instant, Nothing, reply, Short, written, writtenOrEmpty, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { period } from './statistics.ts'

const Reason = personal(2_000)
/** A person of the register, or anybody by name: one of the two. */
const learner = z
  .strictObject({ personId: Id.nullish(), person: personal(200).nullish() })
  .refine(({ personId, person }) => Boolean(personId) !== Boolean(person), { path: ['personId'] })

const within = ([least, most]: readonly [number, number]) => z.int().min(least).max(most)
const question = z.strictObject({
  text: written(500),
  answers: z.array(written(300)).min(2).max(MOST_ANSWERS),
  right: z
    .int()
    .min(0)
    .max(MOST_ANSWERS - 1),
})
/** `personId`: somebody of the register has said who it is; `sessionId`: of which session. */
const importedRow = z.strictObject({
  row: z.int().min(1),
  course: Short,
  date: LocalDate,
  sessionId: Id.nullish(),
  person: personal(200),
  personId: Id.nullish(),
  minutes: z.int().min(1).max(LONGEST_MINUTES).nullish(),
  place: writtenOrEmpty(200).nullish(),
  leader: personal(200).nullish(),
  score: z.number().min(0).max(100).nullish(),
})

/** A name as screens show it; empty once it was purged. */
export type LearnerRead = { personId: string | null; name: string }
export type CourseRead = {
  id: string
  title: string
  words: string
  planId: string | null
  planTitle: LocalizedText | null
  posts: readonly { id: string; name: LocalizedText }[]
  everybody: boolean
  months: number | null
  remindDays: number | null
  passMark: number
  questions: readonly ExamQuestion[]
  ended: boolean
  exams: readonly (Omit<Exam, 'learner' | 'withdrawn'> & { learner: LearnerRead })[]
}
export type SessionRead = {
  id: string
  courseId: string
  heldAt: number
  minutes: number
  place: string
  leader: LearnerRead
  attendees: readonly LearnerRead[]
}
/** Whoever has to sign a plan. `readOn`: local day of the last sign-off of any revision. */
export type PlanToSign = {
  planId: string
  revision: string
  title: LocalizedText
  readers: readonly {
    personId: string
    posts: readonly string[]
    state: ReadState
    readOn: string | null
  }[]
}
/**
 * `today`: local date of the site. `persons`: everybody of the register who is here. `owed`: of
 * every person each course that they owe. Sessions: the latest first, withdrawn ones left out.
 * `usual`: the terms of the policy. `figures`: of the year so far.
 */
export type TrainingRead = {
  today: string
  usual: Terms
  persons: readonly { id: string; name: string; posts: readonly LocalizedText[] }[]
  courses: readonly CourseRead[]
  sessions: readonly SessionRead[]
  owed: readonly Standing[]
  plans: readonly PlanToSign[]
  figures: TrainingFigures
}

export const trainingRequests = {
  /** `months` 0: it never ends; null, as `remindDays`: as the policy of training has it. */
  'training/course-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({
      id: Id.nullish(),
      title: Short,
      words: writtenOrEmpty(20_000),
      planId: Id.nullish(),
      posts: z.array(Id).max(100),
      everybody: z.boolean().optional(),
      months: within(MONTHS_RANGE).nullish(),
      remindDays: within(REMIND_RANGE).nullish(),
      passMark: within(PASS_RANGE),
      questions: z.array(question).max(MOST_QUESTIONS),
    }),
    reply: reply<{ courseId: string }>(),
  }),
  'training/course-end': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ courseId: Id, reason: Reason }),
    reply: reply<Empty>(),
  }),
  /** What a course on this plan could be; nothing is saved. */
  'training/proposal': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ planId: Id }),
    reply: reply<ProposedCourse>(),
  }),
  /** `heldAt` ahead of now: arranged, without attendees. */
  'training/session-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({
      id: Id.nullish(),
      courseId: Id,
      heldAt: Instant,
      minutes: z.int().min(0).max(LONGEST_MINUTES),
      place: writtenOrEmpty(200),
      leader: learner,
      attendees: z.array(learner).max(MOST_ATTENDEES),
    }),
    reply: reply<{ sessionId: string }>(),
  }),
  'training/session-withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ sessionId: Id, reason: Reason }),
    reply: reply<Empty>(),
  }),
  /** `answers`: at the console, by question the index chosen; else `right` of `of`, on paper. */
  'training/exam': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z
      .strictObject({
        courseId: Id,
        learner,
        answers: z.array(z.int().min(0).max(MOST_ANSWERS)).max(MOST_QUESTIONS).nullish(),
        right: z.int().min(0).max(MOST_QUESTIONS).nullish(),
        of: z.int().min(1).max(MOST_QUESTIONS).nullish(),
        sessionId: Id.nullish(),
        at: Instant.nullish(),
      })
      .refine(({ answers, right }) => Boolean(answers) !== (typeof right === 'number'), {
        path: ['answers'],
      }),
    reply: reply<{ examId: string; right: number; of: number; passed: boolean }>(),
  }),
  'training/exam-withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ courseId: Id, examId: Id, reason: Reason }),
    reply: reply<Empty>(),
  }),
  /** `paper`: signed on a sheet, at `at`. */
  'training/sign-off': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({
      planId: Id,
      revision: Id,
      persons: z.array(Id).min(1).max(MOST_SIGNING),
      paper: z.boolean().optional(),
      at: Instant.nullish(),
    }),
    reply: reply<Empty>(),
  }),
  'training/sign-off-undo': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ planId: Id, revision: Id, personId: Id }),
    reply: reply<Empty>(),
  }),
  /** Attendance of past sessions, a row a person; `preview`: only what would become of the rows. */
  'training/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    large: true,
    prepare: true,
    input: z.strictObject({
      rows: z.array(importedRow).min(1).max(2_000),
      preview: z.boolean().optional(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
  'training/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<TrainingRead>(),
  }),
  'training/figures': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: period,
    reply: reply<TrainingFigures>(),
  }),
}
