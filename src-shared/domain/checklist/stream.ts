/**
 * The streams of checklists, one for each: what it says from now on, how often a policy of the site
 * wants it from now on, and that it is used no more.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { isSame } from '../canonical.ts'
import {
  isChecklist,
  latest,
  type Checklist,
  type ChecklistVersion,
  type Rhythm,
  type Ruled,
} from './checklist.ts'

type Content = Omit<ChecklistVersion, 'at' | 'by' | 'ruled'>
/** The whole of it from now on; it is in use with the first one. */
export type ChecklistSaved = {
  type: 'ChecklistSaved'
  shippedId: string | null
  source: LocalizedText | null
} & Content
export type ChecklistWithdrawn = { type: 'ChecklistWithdrawn'; reason: Sealed }
/** A policy was set anew: the list goes by this rhythm from now on, and says the same as before. */
export type ChecklistRuled = {
  type: 'ChecklistRuled'
  rhythm: Rhythm
  reason: Sealed
} & Ruled
export type ChecklistEvent = ChecklistSaved | ChecklistWithdrawn | ChecklistRuled

/** Null before it was saved; `id`: of the stream. */
export type ChecklistState = { id: string; checklist: Checklist | null }

function versionOf(event: Recorded<ChecklistSaved>): ChecklistVersion {
  const { at, by, reason, name, kind, items, points, rhythm, owner, reportsItself } = event
  return { at, by, reason, name, kind, items, points, rhythm, owner, reportsItself }
}

/** Saved again with the rhythm that a policy gave it, a list still goes by the policy. */
function stillRuled(
  before: Checklist | null,
  { rhythm }: ChecklistSaved,
): Pick<ChecklistVersion, 'ruled'> {
  const last = before?.withdrawn === null ? before.versions.at(-1) : undefined
  return last?.ruled && isSame(last.rhythm, rhythm) ? { ruled: last.ruled } : {}
}

function ruledAnew(checklist: Checklist, event: Recorded<ChecklistRuled>): Checklist {
  const { at, by, reason, rhythm, policyId, chosen } = event
  const { name, kind, items, points, owner, reportsItself } = latest(checklist)
  const content = { name, kind, items, points, owner, reportsItself }
  return {
    ...checklist,
    version: checklist.version + 1,
    versions: [
      ...checklist.versions,
      { ...content, at, by, reason, rhythm, ruled: { policyId, chosen } },
    ],
  }
}

function evolved(
  { id, checklist }: ChecklistState,
  event: Recorded<ChecklistEvent>,
): Checklist | null {
  switch (event.type) {
    case 'ChecklistSaved': {
      const { shippedId, source } = event
      return {
        ...{ id, version: (checklist?.version ?? 0) + 1, shippedId, source },
        versions: [
          ...(checklist?.versions ?? []),
          {
            ...versionOf(event),
            ...(checklist?.withdrawn && { idleSince: checklist.withdrawn.at }),
            ...stillRuled(checklist, event),
          },
        ],
        withdrawn: null,
      }
    }
    case 'ChecklistRuled':
      return checklist && ruledAnew(checklist, event)
    case 'ChecklistWithdrawn': {
      const { at, by, reason } = event
      return (
        checklist && { ...checklist, version: checklist.version + 1, withdrawn: { at, by, reason } }
      )
    }
    default:
      return unreachable(event)
  }
}

export const checklistStream = defineStream<
  ChecklistState,
  ChecklistEvent,
  { checklist: Checklist }
>({
  name: 'checklist.',
  initial: (id) => ({ id, checklist: null }),
  evolve: (state, event) => ({ id: state.id, checklist: evolved(state, event) }),
  documents: {
    checklist: {
      of: ({ checklist }) => checklist,
      name: localized('检查表', 'checklists'),
      hasForm: (body, id) => isChecklist(body) && (body as Checklist).id === id,
    },
  },
  version: ({ checklist }) => checklist?.version ?? 0,
})
