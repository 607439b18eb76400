/**
 * The streams of what the site made of its plans, one for each plan: its draft, its own text in
 * force, and the revision record (制/修/废).
 */
import { unreachable, type Recorded } from '../decision.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import { defineStream } from '../event-stream.ts'

/** `basedOn`: the text that the author had before him, if he said so. */
export type DraftSaved = { type: 'DraftSaved'; draft: string; basedOn: string | null }
export type DraftDiscarded = { type: 'DraftDiscarded' }
export type PlanApproved = {
  type: 'PlanApproved'
  kind: 'made' | 'revised'
  number: string
  why: string
  approvedBy: string
  revision: string
  steps: number
  draft: string
}
/** `revision`: the text that was in force until then. */
export type PlanAbolished = {
  type: 'PlanAbolished'
  why: string
  approvedBy: string
  revision: string
  steps: number
}
/**
 * Its document was revised, so that the same file now says something else: the roles, clauses and
 * levels that come with the plan. What somebody is writing stays as it is.
 */
export type PlanFollowed = {
  type: 'PlanFollowed'
  number: string
  why: string
  approvedBy: string
  revision: string
  steps: number
}
export type SitePlanEvent =
  DraftSaved | DraftDiscarded | PlanApproved | PlanAbolished | PlanFollowed

/**
 * An entry of the revision record. `by` is who entered it, `approvedBy` who decided it; `at` in UTC
 * ms.
 */
export type RevisionEntry = {
  kind: 'made' | 'revised' | 'abolished'
  number: string | null
  at: number
  by: string
  why: string
  approvedBy: string
  revision: string
  steps: number
}
/**
 * `version`: events of the stream when this was folded. `current`: the site's own text, of which
 * `abolished` says that it is out of force.
 */
export type SitePlan = {
  version: number
  current: { revision: string; draft: string } | null
  abolished: boolean
  record: readonly RevisionEntry[]
}
export type SitePlanDraft = {
  version: number
  saved: { draft: string; savedAt: number; by: string } | null
}
/**
 * `plan`: what was approved or abolished; null while the plan is as it was shipped, or not at all.
 */
export type SitePlanState = { plan: SitePlan | null; draft: SitePlanDraft | null }

export const UNTOUCHED: SitePlanState = { plan: null, draft: null }

const versionOf = ({ plan, draft }: SitePlanState): number =>
  Math.max(plan?.version ?? 0, draft?.version ?? 0)

const withEntry = (plan: SitePlan | null, entry: RevisionEntry): readonly RevisionEntry[] => [
  ...(plan?.record ?? []),
  entry,
]

function approved(state: SitePlanState, event: Recorded<PlanApproved>): SitePlanState {
  const version = versionOf(state) + 1
  const { kind, number, at, by, why, approvedBy, revision, steps, draft } = event
  return {
    plan: {
      version,
      current: { revision, draft },
      abolished: false,
      record: withEntry(state.plan, { kind, number, at, by, why, approvedBy, revision, steps }),
    },
    draft: { version, saved: null },
  }
}

function abolished(state: SitePlanState, event: Recorded<PlanAbolished>): SitePlanState {
  const { at, by, why, approvedBy, revision, steps } = event
  const entry = {
    kind: 'abolished',
    number: null,
    at,
    by,
    why,
    approvedBy,
    revision,
    steps,
  } as const
  return {
    plan: {
      version: versionOf(state) + 1,
      current: state.plan?.current ?? null,
      abolished: true,
      record: withEntry(state.plan, entry),
    },
    draft: state.draft,
  }
}

function followed(state: SitePlanState, event: Recorded<PlanFollowed>): SitePlanState {
  const { number, at, by, why, approvedBy, revision, steps } = event
  const entry = { kind: 'revised', number, at, by, why, approvedBy, revision, steps } as const
  const draft = state.plan?.current?.draft
  return {
    plan: {
      version: versionOf(state) + 1,
      current: draft === undefined ? null : { revision, draft },
      abolished: state.plan?.abolished ?? false,
      record: withEntry(state.plan, entry),
    },
    draft: state.draft,
  }
}

function evolve(state: SitePlanState, event: Recorded<SitePlanEvent>): SitePlanState {
  switch (event.type) {
    case 'DraftSaved': {
      const { draft, at, by } = event
      return {
        plan: state.plan,
        draft: { version: versionOf(state) + 1, saved: { draft, savedAt: at, by } },
      }
    }
    case 'DraftDiscarded':
      return { plan: state.plan, draft: { version: versionOf(state) + 1, saved: null } }
    case 'PlanApproved':
      return approved(state, event)
    case 'PlanAbolished':
      return abolished(state, event)
    case 'PlanFollowed':
      return followed(state, event)
    default:
      return unreachable(event)
  }
}

const entryForm = is.fields<RevisionEntry>({
  kind: is.oneOf(['made', 'revised', 'abolished']),
  number: is.orNull(is.words),
  at: is.number,
  by: is.words,
  why: is.words,
  approvedBy: is.words,
  revision: is.words,
  steps: is.number,
})

/** What is stored of a text in force, and of a draft: of plans as of documents. */
export const textInForceForm = is.fields<{ revision: string; draft: string }>({
  revision: is.words,
  draft: is.words,
})
export const savedDraftForm = is.fields<SitePlanDraft>({
  version: is.number,
  saved: is.orNull(
    is.fields<NonNullable<SitePlanDraft['saved']>>({
      draft: is.words,
      savedAt: is.number,
      by: is.words,
    }),
  ),
})

export const sitePlanStream = defineStream<
  SitePlanState,
  SitePlanEvent,
  { 'own-plan': SitePlan; draft: SitePlanDraft }
>({
  name: 'plan-text.',
  initial: () => UNTOUCHED,
  evolve,
  documents: {
    'own-plan': {
      of: ({ plan }) => plan,
      name: localized('自编预案', 'site plans'),
      hasForm: is.fields<SitePlan>({
        version: is.number,
        current: is.orNull(textInForceForm),
        abolished: is.flag,
        record: is.list(entryForm),
      }),
    },
    draft: {
      of: ({ draft }) => draft,
      name: localized('预案草稿', 'plan drafts'),
      hasForm: savedDraftForm,
    },
  },
  version: versionOf,
})
