/** Decides on a corrective action: opened, amended, done, checked by another, withdrawn. */
import { accept, refuse, unreachable, type Decision, type Meta } from '../decision.ts'
import { tooFarAhead } from '../due-days.ts'
import type { StoredFile } from '../incident/record/files.ts'
import { isSameOpened, shown, type Open, type Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { MINUTE_MS, SECOND_MS } from '../units.ts'
import {
  isActionOver,
  lastDone,
  standingAt,
  type ActionOwner,
  type ActionSource,
  type CorrectiveAction,
} from './action.ts'
import * as no from './refusals.ts'
import type { ActionAmended, ActionEvent } from './stream.ts'

export type OpenAction = {
  type: 'OpenAction'
  number: string
  what: Sealed
  why: Sealed | null
  owner: ActionOwner
  due: string
  source: ActionSource
  planId: string | null
}
/** What is left out stays as it is. */
export type AmendAction = {
  type: 'AmendAction'
  changed: Omit<ActionAmended, 'type' | 'reason'>
  reason: Sealed | null
}
/** `doneAt` null: now. */
export type FinishAction = {
  type: 'FinishAction'
  person: Sealed
  words: Sealed
  evidence: Sealed | null
  doneAt: number | null
}
export type CheckAction = {
  type: 'CheckAction'
  person: Sealed
  ok: boolean
  words: Sealed | null
}
export type WithdrawAction = { type: 'WithdrawAction'; reason: Sealed }
export type UndoTurn = { type: 'UndoTurn' }
/** Its plan has a draft for it now. */
export type DraftAction = { type: 'DraftAction' }
/** That draft was discarded. */
export type DropDraft = { type: 'DropDraft' }
/** The plan was approved with it. */
export type CarryAction = {
  type: 'CarryAction'
  planId: string
  revision: string
  number: string
}
export type AttachToAction = { type: 'AttachToAction'; file: StoredFile; name: Sealed }
export type ActionCommand =
  | OpenAction
  | AmendAction
  | FinishAction
  | CheckAction
  | WithdrawAction
  | UndoTurn
  | DraftAction
  | DropDraft
  | CarryAction
  | AttachToAction

/** `today`: local date of the site. `open`: the value of a seal, at hand. */
export type ActionWorld = { today: string; open: Open }

const UNDO_MS = 10 * SECOND_MS
const MOST_FILES = 20

type Decided = Decision<ActionEvent>

function amend(
  action: CorrectiveAction,
  { changed, reason }: AmendAction,
  { today, open }: ActionWorld,
): Decided {
  const entries = Object.entries(changed).filter(
    ([key, value]) =>
      value !== undefined && !isSameOpened(value, action[key as keyof typeof changed], open),
  )
  if (entries.length === 0) return no.sameAction()
  const { due, ...rest } = Object.fromEntries(entries) as AmendAction['changed']
  if (due === undefined) return accept({ type: 'ActionAmended', ...rest, reason: null })
  const isOff = due < today ? no.dueGone() : tooFarAhead(due, today)
  if (isOff) return isOff
  if (reason === null) return no.movedWithoutReason()
  return accept({ type: 'ActionAmended', ...rest, due, reason })
}

function finish(
  action: CorrectiveAction,
  { person, words, evidence, doneAt }: FinishAction,
  { at }: Meta,
): Decided {
  if (standingAt(action) === 'done') return no.actionDone()
  const { openedAt } = action
  if (doneAt !== null && doneAt > at) return no.doneAhead()
  // a time that is typed has no seconds
  if (doneAt !== null && doneAt < openedAt - (openedAt % MINUTE_MS)) return no.doneBeforeOpened()
  const earlier = doneAt === null || doneAt === at ? {} : { doneAt }
  return accept({ type: 'ActionDone', person, words, evidence, ...earlier })
}

/** Blanks and case are no other person. */
const isSamePerson = (person: Sealed, other: Sealed, open: Open): boolean => {
  const key = (name: Sealed): string => shown(name, open).replace(/\s/g, '').toLowerCase()
  return key(person) === key(other)
}

/** One that is closed may be checked again: if it fails, it is open again. */
function check(
  action: CorrectiveAction,
  { person, ok, words }: CheckAction,
  { open }: ActionWorld,
): Decided {
  const state = standingAt(action)
  if (state === 'open') return no.actionNotDone()
  if (state === 'withdrawn' || (state === 'closed' && ok)) return no.actionOver(state)
  const done = lastDone(action)
  if (done && isSamePerson(person, done.person, open)) return no.checkedByDoer()
  if (!ok && words === null) return no.failedWithoutWords()
  return accept({ type: 'ActionChecked', person, ok, words })
}

function undo({ turns }: CorrectiveAction, { at, by }: Meta): Decided {
  const last = turns.at(-1)
  return last && last.by === by && at - last.at <= UNDO_MS && at >= last.at
    ? accept({ type: 'ActionTurnUndone' })
    : no.turnTooOld()
}

/** The same bytes stand once. */
function attach({ files }: CorrectiveAction, { file, name }: AttachToAction): Decided {
  if (files.some((attached) => attached.file.id === file.id)) return accept()
  if (files.length >= MOST_FILES)
    return refuse(
      'files-full',
      localized(`一项整改最多附${MOST_FILES}个文件`, `An action takes ${MOST_FILES} files at most`),
    )
  return accept({ type: 'FileAttached', attachmentId: String(files.length + 1), file, name })
}
/**
 * Refused: one that nobody opened (`unknown-action`); a day that is gone or years ahead, an instant
 * ahead of now or before it was opened (`bad-input`); a day moved, or a check not passed, without a
 * reason (`reason-needed`); what it says already (`no-change`); one that was reported as done
 * (`action-done`), was not (`action-not-done`), is closed or withdrawn (`action-over`); a check by
 * whoever did it (`same-person`); an undo that comes too late or from another (`undo-over`); a
 * draft of no plan (`plan-needed`); more files than it can have (`files-full`).
 */
export function decideAction(
  action: CorrectiveAction | null,
  command: ActionCommand,
  meta: Meta,
  world: ActionWorld,
): Decided {
  if (command.type === 'OpenAction') {
    const { number, what, why, owner, due, source, planId } = command
    return due < world.today
      ? no.dueGone()
      : (tooFarAhead(due, world.today) ??
          accept({ type: 'ActionOpened', number, what, why, owner, due, source, planId }))
  }
  if (!action) return no.unknownAction()
  switch (command.type) {
    case 'CheckAction':
      return check(action, command, world)
    case 'UndoTurn':
      return undo(action, meta)
    case 'DropDraft':
      return action.drafting === null ? accept() : accept({ type: 'ActionDraftDropped' })
    case 'CarryAction': {
      const { planId, revision, number } = command
      return accept({ type: 'ActionCarried', planId, revision, number })
    }
    case 'AttachToAction':
      return standingAt(action) === 'withdrawn'
        ? no.actionOver('withdrawn')
        : attach(action, command)
  }
  const state = standingAt(action)
  if (isActionOver(state)) return no.actionOver(state)
  switch (command.type) {
    case 'AmendAction':
      return amend(action, command, world)
    case 'FinishAction':
      return finish(action, command, meta)
    case 'WithdrawAction':
      return accept({ type: 'ActionWithdrawn', reason: command.reason })
    case 'DraftAction':
      if (action.planId === null) return no.noPlanNamed()
      return action.drafting === null
        ? accept({ type: 'ActionDrafting', planId: action.planId })
        : accept()
    default:
      return unreachable(command)
  }
}
