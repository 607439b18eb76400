/**
 * What the site made of a plan: its draft, its own text in force, and the revision record (制/修/废),
 * folded from the events of one stream a plan. A draft stands in them as the JSON text that was
 * sent: in the record keys have an order of their own, in a plan the order means something.
 */
import { unreachable } from '#shared/domain/decision.ts'
import type { PlanDraft, StoredEvent } from '../../ports.ts'

const STREAM = 'plan-text.'
export const planTextStream = (planId: string): string => `${STREAM}${planId}`
/** The plan of such a stream, or null. */
export const planOfStream = (stream: string): string | null =>
  stream.startsWith(STREAM) ? stream.slice(STREAM.length) : null

/** `basedOn`: the text that whoever saved had before him, if he said so. */
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
export type PlanTextEvent = DraftSaved | DraftDiscarded | PlanApproved | PlanAbolished

/**
 * An entry of the revision record. `by` is who entered it, `approvedBy` who decided it; `at` in UTC
 * ms.
 */
export type RecordEntry = {
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
export type OwnPlan = {
  version: number
  current: { revision: string; draft: string } | null
  abolished: boolean
  record: readonly RecordEntry[]
}
export type OwnDraft = {
  version: number
  saved: { draft: string; savedAt: number; by: string } | null
}
export type PlanState = { own: OwnPlan | null; draft: OwnDraft | null }

export const NO_STATE: PlanState = { own: null, draft: null }

/** How many events the stream has. */
export const versionOf = ({ own, draft }: PlanState): number =>
  Math.max(own?.version ?? 0, draft?.version ?? 0)

export type When = { at: number; by: string }

/** The state after one more event. Believes every fact, refuses none. */
export function foldPlanText(state: PlanState, event: PlanTextEvent, { at, by }: When): PlanState {
  const version = versionOf(state) + 1
  const { own } = state
  switch (event.type) {
    case 'DraftSaved':
      return { own, draft: { version, saved: { draft: event.draft, savedAt: at, by } } }
    case 'DraftDiscarded':
      return { own, draft: { version, saved: null } }
    case 'PlanApproved': {
      const { kind, number, why, approvedBy, revision, steps, draft } = event
      return {
        own: {
          version,
          current: { revision, draft },
          abolished: false,
          record: [
            ...(own?.record ?? []),
            { kind, number, at, by, why, approvedBy, revision, steps },
          ],
        },
        draft: { version, saved: null },
      }
    }
    case 'PlanAbolished': {
      const { why, approvedBy, revision, steps } = event
      return {
        own: {
          version,
          current: own?.current ?? null,
          abolished: true,
          record: [
            ...(own?.record ?? []),
            { kind: 'abolished', number: null, at, by, why, approvedBy, revision, steps },
          ],
        },
        draft: state.draft,
      }
    }
    default:
      return unreachable(event)
  }
}

/** The state from all events of a plan's stream, in order. */
export const replayPlanText = (events: readonly StoredEvent[]): PlanState =>
  events.reduce(
    (state, { type, body, at, by }) =>
      foldPlanText(state, { type, ...(body as object) } as PlanTextEvent, { at, by }),
    NO_STATE,
  )

/** A draft as it is kept; read again it has its keys in the order in which they were written. */
export const asText = (draft: PlanDraft): string => JSON.stringify(draft)
export const asDraft = (kept: string): PlanDraft => JSON.parse(kept) as PlanDraft
