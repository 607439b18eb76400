/**
 * Gives every part of the editor the draft, what it may name, what was found in it, and which part
 * is shown.
 */
import { inject, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { PlanFinding } from '#shared/contract/plans.ts'
import type { PlanOptions } from './plan-options.ts'
import type { Node } from './draft/draft-path.ts'
import type { PlanDesk } from './plan-desk.ts'
import type { Lines } from './use-lines.ts'
import type { Offers } from './use-offers.ts'
import type { Parts } from './use-parts.ts'

export type EditDesk = PlanDesk &
  Lines &
  Offers & {
    planId: string
    options: PlanOptions
    parts: Parts
    node: Ref<Node>
    /** Words are written in English, too. */
    english: Ref<boolean>
    /** What was typed and not taken yet, by part and field. */
    leftWords: Map<string, string>
    /** Where the findings of the shown part stand. */
    path: ComputedRef<string>
    show: (node: Node) => void
    /** Shows the field of a finding and puts the cursor into it. */
    jump: (path: string) => void
    /** Findings at this place; `deep`: and in its parts. */
    foundAt: (path: string, deep?: boolean) => readonly PlanFinding[]
  }

export const EDIT_DESK: InjectionKey<EditDesk> = Symbol('edit-desk')

export function useEditDesk(): EditDesk {
  const desk = inject(EDIT_DESK)
  if (!desk) throw new Error('EditPage provides EDIT_DESK to the parts of the editor')
  return desk
}
