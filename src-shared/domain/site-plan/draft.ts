/**
 * Defines the draft of a plan: the JSON of a plan file as somebody is writing it, with what is
 * found in it. The order of its keys means something, so that it is recorded as the text that was
 * sent.
 */
import { concerns } from '../plan/concerns.ts'
import type { Plan } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'

export type PlanDraft = Record<string, unknown>
/**
 * A fault of a draft. `path` as a planner finds it: `steps.hl-06.due`; empty for the draft as a
 * whole. A draft with an error is never approved.
 */
export type PlanFinding = {
  severity: 'error' | 'warning'
  code: string
  path: string
  message: LocalizedText
}
/**
 * `plan` is null if the draft cannot be read as a plan at all; a plan with errors is only for
 * looking at.
 */
export type CheckedDraft = { findings: readonly PlanFinding[]; plan: Plan | null }

/** The most bytes of a draft as JSON in UTF-8: a request is at most 64 KiB. */
export const DRAFT_BYTES = 60 * 1024

/**
 * A draft as it is recorded; read again it has its keys in the order in which they were written.
 */
export const draftText = (draft: PlanDraft): string => JSON.stringify(draft)
export const parseDraft = (recorded: string): PlanDraft => JSON.parse(recorded) as PlanDraft

const read = new WeakMap<object, PlanDraft>()
/** The draft that is stored; the same object as long as the store has the same. */
export function storedDraft(stored: { draft: string }): PlanDraft {
  const draft = read.get(stored) ?? parseDraft(stored.draft)
  read.set(stored, draft)
  return draft
}

const PLAN_ID = /^[a-z][a-z0-9._-]{0,59}$/
export const isPlanId = (id: string): boolean => PLAN_ID.test(id)

/**
 * Bytes in UTF-8: one for ASCII, two up to U+07FF, three for most of the rest, four for a pair of
 * surrogates.
 */
export const bytesOf = (written: string): number =>
  [...written].reduce((sum, sign) => {
    const point = sign.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)

export const isTooLarge = (recorded: string): boolean => bytesOf(recorded) > DRAFT_BYTES

export const errorsIn = (findings: readonly PlanFinding[]): readonly PlanFinding[] =>
  findings.filter(({ severity }) => severity === 'error')

const ELSEWHERE: PlanFinding = {
  severity: 'warning',
  code: 'not-for-this-site',
  path: 'siteKinds',
  message: localized(
    '“适用单位”里没有本单位的类型，批准后也不会建议；要用就在“适用单位”里加上',
    'Its kinds of site leave this one out: it will not be offered even once approved, unless you add it there',
  ),
}

/** What was found in a draft, and whether its plan is for a site of these kinds at all. */
export const checkedForSite = (checked: CheckedDraft, kinds: readonly string[]): CheckedDraft =>
  checked.plan && !concerns(checked.plan.siteKinds, kinds)
    ? { findings: [...checked.findings, ELSEWHERE], plan: checked.plan }
    : checked
