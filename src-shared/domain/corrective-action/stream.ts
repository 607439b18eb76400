/**
 * The streams of corrective actions, one for each: opened, amended, done, checked, withdrawn, and
 * the revision of a plan that carried it.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { StoredFile } from '../incident/record/files.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import {
  isCorrectiveAction,
  type ActionOwner,
  type ActionSource,
  type ActionTurn,
  type CorrectiveAction,
} from './action.ts'

export type ActionOpened = {
  type: 'ActionOpened'
  number: string
  what: Sealed
  why: Sealed | null
  owner: ActionOwner
  due: string
  source: ActionSource
  planId: string | null
}
/** What it says of these from now on. `reason`: why its day was moved; null where it was not. */
export type ActionAmended = {
  type: 'ActionAmended'
  what?: Sealed
  why?: Sealed | null
  owner?: ActionOwner
  due?: string
  planId?: string | null
  reason: Sealed | null
}
/** `doneAt` (UTC ms): it was done then, and is told only now. */
export type ActionDone = {
  type: 'ActionDone'
  person: Sealed
  words: Sealed
  evidence: Sealed | null
  doneAt?: number
}
export type ActionChecked = {
  type: 'ActionChecked'
  person: Sealed
  ok: boolean
  words: Sealed | null
}
export type ActionWithdrawn = { type: 'ActionWithdrawn'; reason: Sealed }
/** Its last turn was taken back within ten seconds, as if it had not been. */
export type ActionTurnUndone = { type: 'ActionTurnUndone' }
/** Its plan has a draft for it. */
export type ActionDrafting = { type: 'ActionDrafting'; planId: string }
/** That draft was discarded. */
export type ActionDraftDropped = { type: 'ActionDraftDropped' }
export type ActionCarried = {
  type: 'ActionCarried'
  planId: string
  revision: string
  number: string
}
/** Called as that of an incident is: whoever looks after files listens for this type alone. */
export type ActionFileAttached = {
  type: 'FileAttached'
  attachmentId: string
  file: StoredFile
  name: Sealed
}
export type ActionEvent =
  | ActionOpened
  | ActionAmended
  | ActionDone
  | ActionChecked
  | ActionWithdrawn
  | ActionTurnUndone
  | ActionDrafting
  | ActionDraftDropped
  | ActionCarried
  | ActionFileAttached

/** Null before it was opened; `id`: of the stream. */
export type ActionStreamState = { id: string; action: CorrectiveAction | null }

function opened(id: string, event: Recorded<ActionOpened>): CorrectiveAction {
  const { at, by, number, what, why, owner, due, source, planId } = event
  return {
    ...{ id, version: 1, number, openedAt: at, openedBy: by },
    ...{ what, why, owner, due, moved: [], source, planId },
    ...{ turns: [], drafting: null, carried: [], files: [] },
  }
}

function amended(action: CorrectiveAction, event: Recorded<ActionAmended>): CorrectiveAction {
  const { at, by } = event
  const { reason, ...changed } = bodyOf(event) as Omit<ActionAmended, 'type'>
  const { due = action.due } = changed
  return {
    ...action,
    ...changed,
    // the draft that was begun is one of the plan before
    drafting: changed.planId === undefined ? action.drafting : null,
    moved:
      due === action.due || reason === null
        ? action.moved
        : [...action.moved, { at, by, from: action.due, reason }],
  }
}

function turnOf(event: Recorded<ActionDone | ActionChecked | ActionWithdrawn>): ActionTurn {
  const { at, by } = event
  switch (event.type) {
    case 'ActionDone': {
      const { person, words, evidence, doneAt = at } = event
      return { at, by, to: 'done', doneAt, person, words, evidence }
    }
    case 'ActionChecked': {
      const { person, ok, words } = event
      return { at, by, to: ok ? 'closed' : 'open', person, words }
    }
    case 'ActionWithdrawn':
      return { at, by, to: 'withdrawn', reason: event.reason }
  }
}

function changed(action: CorrectiveAction, event: Recorded<ActionEvent>): CorrectiveAction {
  const { at, by } = event
  switch (event.type) {
    case 'ActionOpened':
      return action // it is opened once
    case 'ActionAmended':
      return amended(action, event)
    case 'ActionDone':
    case 'ActionChecked':
    case 'ActionWithdrawn':
      return { ...action, turns: [...action.turns, turnOf(event)] }
    case 'ActionTurnUndone':
      return { ...action, turns: action.turns.slice(0, -1) }
    case 'ActionDrafting':
      return { ...action, planId: event.planId, drafting: at }
    case 'ActionDraftDropped':
      return { ...action, drafting: null }
    case 'ActionCarried': {
      const { planId, revision, number } = event
      return {
        ...action,
        drafting: null,
        carried: [...action.carried, { planId, revision, number, at }],
      }
    }
    case 'FileAttached': {
      const { attachmentId: id, file, name } = event
      return { ...action, files: [...action.files, { id, file, name, at, by }] }
    }
    default:
      return unreachable(event)
  }
}

export const actionStream = defineStream<
  ActionStreamState,
  ActionEvent,
  { action: CorrectiveAction }
>({
  name: 'action.',
  initial: (id) => ({ id, action: null }),
  evolve({ id, action }, event) {
    if (!action) return { id, action: event.type === 'ActionOpened' ? opened(id, event) : null }
    return { id, action: { ...changed(action, event), version: action.version + 1 } }
  },
  documents: {
    action: {
      of: ({ action }) => action,
      name: localized('整改措施', 'corrective actions'),
      hasForm: (body, id) => isCorrectiveAction(body) && (body as CorrectiveAction).id === id,
    },
  },
  version: ({ action }) => action?.version ?? 0,
})
