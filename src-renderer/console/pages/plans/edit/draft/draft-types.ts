/**
 * A plan as the form edits it: the file as it is written (durations are words, `15m`), where what
 * is left out is undefined and texts may be half-written.
 */
import type { PlanWritten } from '#shared/contract/plan-file.ts'
import type { ConditionOf } from '#shared/domain/plan/plan.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

/** What a file says, as a form changes it. */
export type Editable<T> = T extends readonly (infer Item)[]
  ? Editable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Editable<Exclude<T[Key], null>> }
    : T

type Written = Editable<PlanWritten>
export type Words = LocalizedText
export type EditedPlan = Written & { facts: NonNullable<Written['facts']> }
export type DraftStep = EditedPlan['steps'][number]
export type DraftQuestion = EditedPlan['facts'][string]
export type DraftCondition = Editable<ConditionOf<string>>
export type DraftDue = NonNullable<DraftStep['due']>
/** One that goes by the answer to a question. */
export type DraftLimit = Extract<DraftDue['within'], { fact: string }>
export type DraftEscalationStep = NonNullable<DraftStep['late']>[number]
export type DraftCall = NonNullable<DraftStep['calls']>[number]
export type DraftRule = NonNullable<EditedPlan['start']>[number]
