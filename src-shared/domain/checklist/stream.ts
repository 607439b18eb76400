/**
 * The streams of checklists, one for each: what it says from now on, and that it is used no more.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { isChecklist, type Checklist, type ChecklistVersion } from './checklist.ts'

type Content = Omit<ChecklistVersion, 'at' | 'by'>
/** The whole of it from now on; it is in use with the first one. */
export type ChecklistSaved = {
  type: 'ChecklistSaved'
  shippedId: string | null
  source: LocalizedText | null
} & Content
export type ChecklistWithdrawn = { type: 'ChecklistWithdrawn'; reason: Sealed }
export type ChecklistEvent = ChecklistSaved | ChecklistWithdrawn

/** Null before it was saved; `id`: of the stream. */
export type ChecklistState = { id: string; checklist: Checklist | null }

function versionOf(event: Recorded<ChecklistSaved>): ChecklistVersion {
  const { at, by, reason, name, kind, items, points, rhythm, owner, reportsItself } = event
  return { at, by, reason, name, kind, items, points, rhythm, owner, reportsItself }
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
          },
        ],
        withdrawn: null,
      }
    }
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
