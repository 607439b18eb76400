/** What can be done with a corrective action, and which of them a list shows. */
import type { ActionRead } from '#shared/domain/corrective-action/draw.ts'

export type ActionAct = 'done' | 'check' | 'recheck' | 'amend' | 'draft' | 'withdraw'

export const SHOWN = ['open', 'waiting', 'over', 'all'] as const
export type Shown = (typeof SHOWN)[number]

const isOver = ({ state }: ActionRead): boolean => state === 'closed' || state === 'withdrawn'

/** open: not over, whether it waits for its check or not. */
export const isShown = (action: ActionRead, shown: Shown): boolean =>
  shown === 'all' ||
  (shown === 'waiting' ? action.state === 'done' : (shown === 'over') === isOver(action))

export const shownOf = (name: string | undefined): Shown =>
  SHOWN.find((shown) => shown === name) ?? 'open'
