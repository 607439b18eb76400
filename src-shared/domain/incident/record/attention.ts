/**
 * What the record holds of attention (催办): the clocks that run for steps and questions which
 * nobody has taken in hand, and when a person last acted. Instants in UTC ms.
 */
import type { FactValue } from '../../plan/plan.ts'

/**
 * `open`: a step that nobody has taken; `taken`: a step of life safety from the last word on it;
 * `question`: one that a step of life safety or a timed one waits for.
 */
export type ClockKind = 'open' | 'taken' | 'question'

/** What a clock runs for: a step or a question of a plan; one of the two names is null. */
export type ClockSubject = {
  kind: ClockKind
  stepId: string | null
  factKey: string | null
  planId: string
}

/**
 * `every`: the time that it runs, as the site had set it then. `quiet`: it is shown and counted and
 * joins no alert. `joinedAt`: since when it is a member of the incident's alert. `ended.taken`:
 * somebody took the step or answered; else it was no longer needed. `since`: as in `ClockBegun`.
 */
export type AttentionClock = ClockSubject & {
  startedAt: number
  dueAt: number
  every: number
  quiet: boolean
  assumed: boolean
  since?: number
  joinedAt: number | null
  ended: { at: number; taken: boolean } | null
}

/** `sounded`: when the incident's attention began to sound, the last few times. */
export type Attention = {
  since: number
  actedAt: number // last act of a person, else `since`
  sounded: readonly number[]
  acted: boolean // since it last sounded
  clocks: readonly AttentionClock[] // in the order in which they began
  // by plan and question: what is assumed while nobody answers
  assumed: Readonly<Record<string, Readonly<Record<string, FactValue>>>>
  heardAt: Readonly<Record<string, number>> // by step: last word on it
}

/** Attention as it begins, at `at` (UTC ms). */
export const initialAttention = (at: number): Attention => ({
  since: at,
  actedAt: at,
  sounded: [],
  acted: true,
  clocks: [],
  assumed: {},
  heardAt: {},
})

export const isRunningClock = ({ ended }: AttentionClock): boolean => ended === null

export const sameSubject = (a: ClockSubject, b: ClockSubject): boolean =>
  a.kind === b.kind && a.stepId === b.stepId && a.factKey === b.factKey && a.planId === b.planId
