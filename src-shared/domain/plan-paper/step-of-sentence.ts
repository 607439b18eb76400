/** Reads one sentence of a paper as a step, where a person has said that it is one. */
import { draftOfPaper } from '../paper/draft.ts'
import { LONGEST_QUOTE } from '../plan/clause.ts'
import type { PlanDraft } from '../site-plan/draft.ts'
import type { StepOf } from './use-sentence.ts'

/**
 * What the rules of reading make of it: limit, calls, urgency; nothing if it is no step, or longer
 * than any quotation: the rules run within the station here. `document`: the id of the one that it
 * goes into.
 */
export const stepOfSentence =
  (document: string): StepOf =>
  ({ text }) => {
    if (text.length > LONGEST_QUOTE) return {}
    const { plans } = draftOfPaper([{ text }], {
      ...{ documentId: document, title: document, posts: [], siteKinds: [] },
    })
    const steps = plans.flatMap((plan) => (plan['steps'] ?? []) as readonly PlanDraft[])
    if (steps.length !== 1 || !steps[0]) return {}
    const { due, late, urgency, calls, stage, title, short } = steps[0]
    const parts = { due, late, urgency, calls, stage, title, short }
    return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  }
