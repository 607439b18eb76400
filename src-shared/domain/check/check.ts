/**
 * A run of a checklist (检查) as it stands: which version, since when, what was answered item by item
 * and point by point, who signed it, and what came of what failed.
 */
import {
  versionOf,
  type Checklist,
  type ChecklistVersion,
  type CheckItem,
} from '../checklist/checklist.ts'
import * as is from '../form.ts'
import { storedFileForm, type StoredFile } from '../incident/record/files.ts'
import type { Guarded, Sealed } from '../sealed.ts'

/** Yes or no, a number in the unit of the item, words; null: it does not apply here. */
export type CheckValue = boolean | number | Sealed | null

/** An item, and the point of a round at which it was looked at; null without points. */
export type ItemAt = { itemId: string; pointId: string | null }

/**
 * What was recorded, in its order. `doneAt` (UTC ms): when it was so, which may be told later from
 * paper. answered: `ok` by the range of the item; `remedied`: put right on the spot. ticked: at the
 * point, by its code (`scanned`) or by hand. signed: by whom, `words`: why points were left out.
 */
export type CheckTurn = { at: number; by: string } & (
  | ({ to: 'answered'; value: CheckValue; ok: boolean; words: Sealed | null } & ItemAt & {
        remedied: boolean
        doneAt: number
      })
  | { to: 'ticked'; pointId: string; scanned: boolean; doneAt: number }
  | { to: 'signed'; person: Sealed; words: Sealed | null; doneAt: number }
  | { to: 'withdrawn'; reason: Sealed }
)
type TurnTo<T extends CheckTurn['to']> = Extract<CheckTurn, { to: T }>
export type CheckAnswer = TurnTo<'answered'>
export type CheckTick = TurnTo<'ticked'>
export type CheckSign = TurnTo<'signed'>

/** A critical failure became this incident. */
export type CheckReport = ItemAt & { incidentId: string; at: number; by: string }
export type CheckFile = ItemAt & {
  id: string
  file: StoredFile
  name: Guarded
  at: number
  by: string
}

/**
 * `checklistVersion`: counted from 1. `due` (UTC ms): the end of the slot that it was begun for;
 * null: none. `occasionId`: the event that it is made for. `startedAt` (UTC ms): when it really
 * began; `at`: when that was recorded. `version` counts the events.
 */
export type Check = {
  id: string
  version: number
  checklistId: string
  checklistVersion: number
  due: number | null
  occasionId: string | null
  place: Guarded | null
  startedAt: number
  at: number
  by: string
  turns: readonly CheckTurn[]
  reports: readonly CheckReport[]
  files: readonly CheckFile[]
}

export type CheckState = 'running' | 'signed' | 'withdrawn'

/** What it was just before an instant (UTC ms); without one: what it is. */
export function checkStanding({ turns }: Pick<Check, 'turns'>, before = Infinity): CheckState {
  const end = turns.findLast(({ at, to }) => at < before && (to === 'signed' || to === 'withdrawn'))
  return end ? (end.to as CheckState) : 'running'
}

export const signOf = ({ turns }: Pick<Check, 'turns'>): CheckSign | null =>
  turns.findLast((turn) => turn.to === 'signed') ?? null

/** Ids have no blank. */
export const keyOf = ({ itemId, pointId }: ItemAt): string => `${pointId ?? ''} ${itemId}`

/** The last word on each item, in the order in which the items were first answered. */
export const answersOf = ({ turns }: Pick<Check, 'turns'>): readonly CheckAnswer[] => [
  ...new Map(
    turns.flatMap((turn) => (turn.to === 'answered' ? [[keyOf(turn), turn] as const] : [])),
  ).values(),
]

/** When each point was reached first; what was answered at a point shows that it was, too. */
export function ticksOf({ turns }: Pick<Check, 'turns'>): ReadonlyMap<string, CheckTick> {
  const ticks = new Map<string, CheckTick>()
  for (const turn of turns) {
    if (turn.to === 'ticked' && !ticks.has(turn.pointId)) ticks.set(turn.pointId, turn)
    if (turn.to === 'answered' && turn.pointId !== null && !ticks.has(turn.pointId)) {
      const { at, by, pointId, doneAt } = turn
      ticks.set(pointId, { at, by, to: 'ticked', pointId, scanned: false, doneAt })
    }
  }
  return ticks
}

/** Whether an answer is good; null, what does not apply, is. */
export function isGood(item: CheckItem, value: CheckValue): boolean {
  if (value === null) return true
  if (item.kind === 'yes-no') return value === true
  if (item.kind === 'words' || typeof value !== 'number') return true
  return (item.min === null || value >= item.min) && (item.max === null || value <= item.max)
}

/** Whether a value is of the kind that the item asks for. */
export const isOfKind = ({ kind }: CheckItem, value: CheckValue): boolean =>
  value === null ||
  (kind === 'yes-no'
    ? typeof value === 'boolean'
    : kind === 'number'
      ? typeof value === 'number'
      : typeof value === 'object')

/** The version of its checklist by which it is read. */
export const readBy = (check: Check, list: Checklist): ChecklistVersion =>
  versionOf(list, check.checklistVersion)

/** Items without an answer; of a round, where its points stand for them, none. */
export function unanswered(
  check: Check,
  { items, points }: ChecklistVersion,
): readonly CheckItem[] {
  if (points.length > 0) return []
  const answered = new Set(answersOf(check).map(({ itemId }) => itemId))
  return items.filter(({ id }) => !answered.has(id))
}

/** Points that nobody reached. */
export const missedPoints = (
  check: Check,
  { points }: ChecklistVersion,
): ChecklistVersion['points'] => {
  const ticks = ticksOf(check)
  return points.filter(({ id }) => !ticks.has(id))
}

/** Answers that were not good. */
export const failures = (check: Pick<Check, 'turns'>): readonly CheckAnswer[] =>
  answersOf(check).filter(({ ok }) => !ok)

/**
 * Failures from which nothing has come yet: not put right on the spot, no incident, no hazard.
 * `hazards`: keys of those from which one was opened.
 */
export function openFailures(
  check: Pick<Check, 'turns' | 'reports'>,
  hazards: ReadonlySet<string>,
): readonly CheckAnswer[] {
  const reported = new Set(check.reports.map(keyOf))
  return failures(check).filter(
    (answer) => !answer.remedied && !reported.has(keyOf(answer)) && !hazards.has(keyOf(answer)),
  )
}

/** Whether it was signed after the slot that it was for. */
export const isLate = (check: Check): boolean => {
  const sign = signOf(check)
  return sign !== null && check.due !== null && sign.doneAt > check.due
}

const turn = { at: is.number, by: is.words }
const itemAt = { itemId: is.words, pointId: is.orNull(is.words) }
const isValue: is.Form = (value) =>
  value === null || is.flag(value) || is.number(value) || is.sealed(value)
const isTurn = is.anyOf([
  is.fields<CheckAnswer>({
    ...turn,
    ...itemAt,
    to: is.oneOf(['answered']),
    value: isValue,
    ok: is.flag,
    words: is.orNull(is.sealed),
    remedied: is.flag,
    doneAt: is.number,
  }),
  is.fields<CheckTick>({
    ...turn,
    to: is.oneOf(['ticked']),
    pointId: is.words,
    scanned: is.flag,
    doneAt: is.number,
  }),
  is.fields<CheckSign>({
    ...turn,
    to: is.oneOf(['signed']),
    person: is.sealed,
    words: is.orNull(is.sealed),
    doneAt: is.number,
  }),
  is.fields<TurnTo<'withdrawn'>>({ ...turn, to: is.oneOf(['withdrawn']), reason: is.sealed }),
])

export const isCheck: is.Form = is.fields<Check>({
  id: is.words,
  version: is.number,
  checklistId: is.words,
  checklistVersion: is.number,
  due: is.orNull(is.number),
  occasionId: is.orNull(is.words),
  place: is.orNull(is.guarded),
  startedAt: is.number,
  at: is.number,
  by: is.words,
  turns: is.list(isTurn),
  reports: is.list(is.fields<CheckReport>({ ...turn, ...itemAt, incidentId: is.words })),
  files: is.list(
    is.fields<CheckFile>({
      ...turn,
      ...itemAt,
      id: is.words,
      file: storedFileForm,
      name: is.guarded,
    }),
  ),
})
