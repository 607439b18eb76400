/**
 * The requests by which plans are read, written, checked, tried and approved. Part of the contract;
 * the same rules hold. A draft is the JSON of a plan file as it is written (docs/plan-format.md):
 * its shape is judged by the one schema of plan files, not here.
 */
import { z } from 'zod'
import type { BoardFile } from '../domain/board/file-types.ts'
import type { LocalizedText } from '../domain/text.ts'
import type { AccidentKind } from '../domain/incident/record/slices.ts'
import type { DryRun } from '../domain/incident/dry-run.ts'
import type { Change } from '../domain/plan/diff.ts'
import type { LegalCategory, Plan } from '../domain/plan/plan.ts'
import type { CheckedDraft, PlanDraft, PlanFinding } from '../domain/site-plan/draft.ts'
import { Id, Instant, Nothing, plainJson, reply, Short, Words, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * Levels that a draft may be nested: what is saved must fit into a request again, whose own levels
 * are two of twelve.
 */
export const DRAFT_LEVELS = 10
export type { CheckedDraft, PlanDraft, PlanFinding }

/**
 * By itself or by a type that it lies under. `danger`: people may come to harm by it; `discreet`:
 * until it is closed no public wall knows of it; `accident`: an accident at work, of which the
 * standards ask its kind and the parts of the loss.
 */
export type TypeSummary = {
  code: string
  name: LocalizedText
  category: string
  categoryName: LocalizedText
  legal: LegalCategory | null
  words: readonly string[]
  danger: boolean
  discreet: boolean
  accident: boolean
  plans: readonly string[]
}
/**
 * `own`: the text in force is the site's own. `proposed`: steps that the source does not have.
 * `typeNames` of its types, in their order, also of those that no document in force has any more.
 * An abolished plan is listed and cannot be activated.
 */
export type PlanSummary = {
  id: string
  title: LocalizedText
  document: string
  steps: number
  timed: number
  completeness: 'complete' | 'incomplete'
  short: LocalizedText
  documentTitle: LocalizedText
  openPoints: readonly LocalizedText[]
  types: readonly string[]
  typeNames: readonly LocalizedText[]
  siteKinds: readonly string[]
  extends: string | null
  revision: string
  own: boolean
  proposed: number
  draft: boolean
  abolished: boolean
}
/**
 * `basedOn` names this text of the draft: hand it back when you save, so that nobody's work is
 * written over.
 */
export type SavedDraft = { draft: PlanDraft; basedOn: string; savedAt: number; by: string }
/**
 * A draft of a plan that the library does not have yet, or of one that it has. `title` null: the
 * draft has none in any language. `document`: the one that it says it is of; null: it says none.
 */
export type DraftSummary = {
  planId: string
  document: string | null
  title: LocalizedText | null
  isNew: boolean
  savedAt: number
  by: string
}
/**
 * An entry of the revision record. `shipped`: the text that came with the program; nobody here
 * approved it.
 */
export type PlanRevision = {
  number: string | null
  kind: 'made' | 'revised' | 'abolished' | 'shipped'
  at: number | null
  by: string | null
  why: string | null
  approvedBy: string | null
  revision: string
  steps: number
  /** The corrective actions that it carried, and the incidents that these come from. */
  actions?: readonly {
    actionId: string
    number: string
    incidentId: string | null
    incidentNumber: string | null
  }[]
  /** The files that belonged to the plan when it was approved; absent where there were none. */
  attachments?: readonly BoardFile[]
}

export const PlanId = z.string().regex(/^[a-z][a-z0-9._-]{0,59}$/) // as in a plan file
export const Revision = Id // or `draft`
/** Also for what was imported: the same texts, whichever way they came. */
export const DraftSchema = plainJson(DRAFT_LEVELS).pipe(z.record(z.string(), z.unknown()))
export const BasedOn = Id.nullish()
const Facts = z.record(
  Id,
  z.union([z.string().max(200), z.number(), z.array(z.string().max(200)).max(50).readonly()]),
)
const about = z.strictObject({ planId: Id })

export const plans = {
  'types/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<readonly TypeSummary[]>(),
  }),
  'types/accident-kinds': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<readonly AccidentKind[]>(),
  }),
  'plans/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<readonly PlanSummary[]>(),
  }),
  'plans/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ planId: Id, revision: Revision.nullish() }),
    reply: reply<Plan>(),
  }),
  'plans/drafts': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<readonly DraftSummary[]>(),
  }),
  'plans/draft-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<SavedDraft | null>(),
  }),
  'plans/source': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<{ draft: PlanDraft }>(),
  }),
  'plans/check': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ draft: DraftSchema }),
    reply: reply<CheckedDraft>(),
  }),
  'plans/revisions': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<readonly PlanRevision[]>(),
  }),
  'plans/diff': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ planId: Id, from: Revision, to: Revision }),
    reply: reply<{ changes: readonly Change[] }>(),
  }),
  'plans/dry-run': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({
      planId: Id.nullish(),
      draft: DraftSchema.nullish(),
      type: Id.nullish(),
      startsAt: Instant,
      facts: Facts.nullish(),
    }),
    reply: reply<DryRun>(),
  }),
  'plans/export': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: about,
    reply: reply<{ fileName: string; yaml: string }>(),
  }),
  'plans/draft-save': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ planId: PlanId, draft: DraftSchema, basedOn: BasedOn }),
    reply: reply<{ findings: readonly PlanFinding[]; basedOn: string }>(),
  }),
  'plans/draft-discard': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ planId: Id, basedOn: BasedOn }),
    reply: reply<Empty>(),
  }),
  'plans/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: z.strictObject({ yaml: z.string().max(64 * 1024), basedOn: BasedOn }),
    reply: reply<{ planId: string; findings: readonly PlanFinding[]; basedOn: string }>(),
  }),
  'plans/approve': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({
      planId: Id,
      number: Short.nullish(),
      why: Words,
      approvedBy: Short,
      basedOn: BasedOn,
      // corrective actions that it carries; left out those for which its draft was begun
      actions: z.array(Id).max(50).optional(),
    }),
    reply: reply<{ revision: string }>(),
  }),
  'plans/abolish': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ planId: Id, why: Words, approvedBy: Short }),
    reply: reply<Empty>(),
  }),
}
