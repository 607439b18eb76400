/** Decides on a check: begun, answered, ticked, signed, withdrawn, taken back, reported. */
import type { ChecklistVersion } from '../checklist/checklist.ts'
import { accept, refuse, unreachable, type Decision, type Meta, type Refusal } from '../decision.ts'
import type { StoredFile } from '../incident/record/files.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { MINUTE_MS, SECOND_MS } from '../units.ts'
import {
  checkStanding,
  failures,
  isGood,
  isOfKind,
  keyOf,
  missedPoints,
  openFailures,
  unanswered,
  type Check,
  type CheckValue,
  type ItemAt,
} from './check.ts'
import * as no from './refusals.ts'
import type { CheckEvent } from './stream.ts'

/** `startedAt` null: now. */
export type StartCheck = {
  type: 'StartCheck'
  checklistId: string
  checklistVersion: number
  due: number | null
  occasionId: string | null
  place: Guarded | null
  startedAt: number | null
}
/** `doneAt` null, here and below: now. */
export type AnswerItem = ItemAt & {
  type: 'AnswerItem'
  value: CheckValue
  words: Sealed | null
  remedied: boolean
  doneAt: number | null
}
export type TickPoint = {
  type: 'TickPoint'
  pointId: string
  scanned: boolean
  doneAt: number | null
}
export type SignCheck = {
  type: 'SignCheck'
  person: Sealed
  words: Sealed | null
  doneAt: number | null
}
export type WithdrawCheck = { type: 'WithdrawCheck'; reason: Sealed }
export type UndoCheckTurn = { type: 'UndoCheckTurn' }
/** What failed was reported as this incident. */
export type ReportFailure = ItemAt & { type: 'ReportFailure'; incidentId: string }
export type AttachToCheck = ItemAt & { type: 'AttachToCheck'; file: StoredFile; name: Sealed }
export type CheckCommand =
  | StartCheck
  | AnswerItem
  | TickPoint
  | SignCheck
  | WithdrawCheck
  | UndoCheckTurn
  | ReportFailure
  | AttachToCheck

/**
 * `list`: the version by which it is read. `hazards`: keys of the items from which one was opened.
 */
export type CheckWorld = { list: ChecklistVersion; hazards: ReadonlySet<string> }

const UNDO_MS = 10 * SECOND_MS
const MOST_FILES = 50

type Decided = Decision<CheckEvent>

/** An instant that is told later; a time that is typed has no seconds. */
function refusedTime(doneAt: number | null, check: Check | null, at: number): Refusal | null {
  if (doneAt === null) return null
  if (doneAt > at) return no.doneAhead()
  if (!check) return null
  return doneAt < check.startedAt - (check.startedAt % MINUTE_MS) ? no.doneBeforeStart() : null
}
const earlier = (doneAt: number | null, at: number): { doneAt?: number } =>
  doneAt === null || doneAt === at ? {} : { doneAt }

function refusedPlace({ itemId, pointId }: ItemAt, list: ChecklistVersion): Refusal | null {
  if (!list.items.some(({ id }) => id === itemId)) return no.unknownCheckItem()
  const isPoint =
    pointId === null ? list.points.length === 0 : list.points.some(({ id }) => id === pointId)
  return isPoint ? null : no.unknownPoint()
}

function answer(command: AnswerItem, { at }: Meta, { list }: CheckWorld): Decided {
  const { itemId, pointId, value, words, remedied, doneAt } = command
  const item = list.items.find(({ id }) => id === itemId)
  if (!item) return no.unknownCheckItem()
  if (!isOfKind(item, value)) return no.wrongValue()
  const ok = isGood(item, value)
  return accept({
    ...({ type: 'ItemAnswered', itemId, pointId, value, ok, words } as const),
    remedied: remedied && !ok,
    ...earlier(doneAt, at),
  })
}

const textOf = ({ itemId }: ItemAt, { items }: ChecklistVersion): LocalizedText =>
  items.find(({ id }) => id === itemId)?.text ?? localized(itemId, itemId)

/** A round may be signed with points left out, if somebody says why (S01-09: signed as a whole). */
function sign(
  check: Check,
  { person, words, doneAt }: SignCheck,
  { at }: Meta,
  { list, hazards }: CheckWorld,
): Decided {
  const left = unanswered(check, list)
  if (left.length > 0) return no.unfinished(left.map(({ text }) => text))
  const waiting = openFailures(check, hazards)
  if (waiting.length > 0) return no.failuresOpen(waiting.map((failed) => textOf(failed, list)))
  const missed = missedPoints(check, list).length
  if (missed > 0 && words === null) return no.missedWithoutReason(missed)
  return accept({ type: 'CheckSigned', person, words, ...earlier(doneAt, at) })
}

/** An incident or a hazard came of a failure that would not be there without its last answer. */
function isFollowed({ turns, reports }: Check, hazards: ReadonlySet<string>): boolean {
  const last = turns.at(-1)
  if (last?.to !== 'answered' || last.ok) return false
  const key = keyOf(last)
  const came = hazards.has(key) || reports.some((reported) => keyOf(reported) === key)
  return came && failures({ turns: turns.slice(0, -1) }).every((failed) => keyOf(failed) !== key)
}

function undo(check: Check, { at, by }: Meta, { hazards }: CheckWorld): Decided {
  const last = check.turns.at(-1)
  if (!last || last.by !== by || at - last.at > UNDO_MS || at < last.at) return no.turnTooOld()
  return isFollowed(check, hazards) ? no.turnFollowed() : accept({ type: 'CheckTurnUndone' })
}

function report(check: Check, { itemId, pointId, incidentId }: ReportFailure): Decided {
  const key = keyOf({ itemId, pointId })
  if (check.reports.some((reported) => keyOf(reported) === key)) return no.reportedAlready()
  return failures(check).some((failed) => keyOf(failed) === key)
    ? accept({ type: 'FailureReported', itemId, pointId, incidentId })
    : no.notFailed()
}

/** The same bytes stand once at an item. */
function attach({ files }: Check, { file, name, itemId, pointId }: AttachToCheck): Decided {
  const key = keyOf({ itemId, pointId })
  if (files.some((attached) => attached.file.id === file.id && keyOf(attached) === key))
    return accept()
  if (files.length >= MOST_FILES)
    return refuse(
      'files-full',
      localized(`一次检查最多附${MOST_FILES}个文件`, `A check takes ${MOST_FILES} files at most`),
    )
  const attachmentId = String(files.length + 1)
  return accept({ type: 'FileAttached', attachmentId, itemId, pointId, file, name })
}

/**
 * Refused: one that nobody began (`unknown-check`), that is signed or withdrawn (`check-over`); an
 * item or a point that its list has not (`unknown-item`, `unknown-point`); a value of another kind,
 * an instant ahead of now or before it began (`bad-input`); signed with items or failures that wait
 * (`check-unfinished`), with points left out without saying why (`reason-needed`); an undo that
 * comes too late, from another or after something came of it (`undo-over`); a report of what has
 * not failed (`no-change`), or a second one (`already-reported`); more files than it can have
 * (`files-full`).
 */
export function decideCheck(
  check: Check | null,
  command: CheckCommand,
  meta: Meta,
  world: CheckWorld,
): Decided {
  if (command.type === 'StartCheck') {
    const { startedAt, checklistId, checklistVersion, due, occasionId, place } = command
    const refused = refusedTime(startedAt, null, meta.at)
    if (refused) return refused
    const earlierStart = startedAt === null || startedAt === meta.at ? {} : { startedAt }
    return accept({
      ...({ type: 'CheckStarted', checklistId, checklistVersion, due } as const),
      ...{ occasionId, place, ...earlierStart },
    })
  }
  if (!check) return no.unknownCheck()
  const state = checkStanding(check)
  switch (command.type) {
    case 'UndoCheckTurn':
      return undo(check, meta, world)
    case 'ReportFailure':
      return state === 'withdrawn' ? no.checkOver(state) : report(check, command)
    case 'AttachToCheck':
      return state === 'withdrawn'
        ? no.checkOver(state)
        : (refusedPlace(command, world.list) ?? attach(check, command))
    case 'WithdrawCheck':
      return state === 'withdrawn'
        ? no.checkOver(state)
        : accept({ type: 'CheckWithdrawn', reason: command.reason })
  }
  if (state !== 'running') return no.checkOver(state)
  const refused = refusedTime(command.doneAt, check, meta.at)
  if (refused) return refused
  switch (command.type) {
    case 'AnswerItem':
      return refusedPlace(command, world.list) ?? answer(command, meta, world)
    case 'TickPoint': {
      const { pointId, scanned, doneAt } = command
      if (!world.list.points.some(({ id }) => id === pointId)) return no.unknownPoint()
      return accept({ type: 'PointTicked', pointId, scanned, ...earlier(doneAt, meta.at) })
    }
    case 'SignCheck':
      return sign(check, command, meta, world)
    default:
      return unreachable(command)
  }
}
