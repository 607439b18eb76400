/**
 * What every editor of a draft gives to its frame, of whatever kind the draft is: whether it is
 * saved, whose text stays, and what was found at which place.
 */
import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { PlanFinding } from '#shared/contract/plans.ts'
import type { Check } from './use-check.ts'
import type { DraftDesk } from './use-draft.ts'

type AnyDesk = DraftDesk<unknown, unknown, unknown>
export type FrameDesk = Pick<
  AnyDesk,
  | 'phase'
  | 'dirty'
  | 'saving'
  | 'saved'
  | 'basedOn'
  | 'stale'
  | 'refusal'
  | 'lost'
  | 'history'
  | 'open'
  | 'save'
  | 'saveOver'
  | 'discard'
  | 'pause'
  | 'undo'
  | 'redo'
  | 'act'
> & {
  inForce: Readonly<ShallowRef<unknown>>
  check: Pick<Check<unknown>, 'checked' | 'checking' | 'failed' | 'findings' | 'errors'>
  /** Findings at this place; `deep`: and in its parts. */
  foundAt: (path: string, deep?: boolean) => readonly PlanFinding[]
  /** A finding of something that nobody has written yet: no fault of anybody. */
  isUnwritten: (finding: PlanFinding) => boolean
}

export const FRAME_DESK: InjectionKey<FrameDesk> = Symbol('frame-desk')

export function useFrameDesk(): FrameDesk {
  const desk = inject(FRAME_DESK)
  if (!desk) throw new Error('The page of an editor provides FRAME_DESK to its parts')
  return desk
}
