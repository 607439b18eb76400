/** Draws checks as screens and papers show them, and what was recorded of one. */
import type { ChecklistKind, ChecklistVersion, CheckItem } from '../checklist/checklist.ts'
import { asRecorded, type StoredBody } from '../event-stream.ts'
import { inSentence, isSealed, type Guarded } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import {
  answersOf,
  checkStanding,
  failures,
  isLate,
  keyOf,
  missedPoints,
  signOf,
  ticksOf,
  unanswered,
  type Check,
  type CheckState,
  type CheckValue,
  type ItemAt,
} from './check.ts'
import type { CheckEvent } from './stream.ts'

/** What came of a failure: a hazard by its number, an incident, or nothing yet (both null). */
export type FailureOutcome = {
  hazard: { actionId: string; number: string; over: boolean } | null
  incident: { incidentId: string; number: string | null } | null
}
/** `value` as a screen shows it: words in clear. `doneAt`: UTC ms. */
export type AnswerRead = ItemAt & {
  value: boolean | number | string | null
  ok: boolean
  words: string | null
  remedied: boolean
  doneAt: number
  by: string
} & FailureOutcome
export type PointRead = {
  id: string
  name: LocalizedText
  code: string
  tick: { doneAt: number; scanned: boolean; by: string } | null
}
export type CheckFileRead = ItemAt & { id: string; fileId: string; name: string; bytes: number }

/**
 * As screens show it; instants in UTC ms. `left`: items or points that wait; `failed`: items that
 * were not good, `waiting` of them with nothing come of it yet. `late`: signed after its slot.
 */
export type CheckRead = {
  id: string
  checklistId: string
  name: LocalizedText
  kind: ChecklistKind
  checklistVersion: number
  due: number | null
  occasionId: string | null
  place: string | null
  startedAt: number
  at: number
  by: string
  state: CheckState
  late: boolean
  left: number
  failed: number
  waiting: number
  missed: number
  items: readonly CheckItem[]
  points: readonly PointRead[]
  answers: readonly AnswerRead[]
  signed: { person: string; words: string | null; doneAt: number } | null
  withdrawn: { at: number; by: string; reason: string } | null
  files: readonly CheckFileRead[]
}

const put = (value: Guarded | null): string | null => (value === null ? null : inSentence(value))
const shownValue = (value: CheckValue): AnswerRead['value'] =>
  isSealed(value) ? inSentence(value) : value

/** `outcomeOf`: what came of a failure. */
export type CheckView = { list: ChecklistVersion; outcomeOf: (at: ItemAt) => FailureOutcome }

/** With seals in place of personal values: `withValues` puts them there. */
export function drawCheck(check: Check, { list, outcomeOf }: CheckView): CheckRead {
  const ticks = ticksOf(check)
  const sign = signOf(check)
  const withdrawn = check.turns.findLast((turn) => turn.to === 'withdrawn')
  const answers = answersOf(check).map((answer) => ({
    ...{ itemId: answer.itemId, pointId: answer.pointId, value: shownValue(answer.value) },
    ...{ ok: answer.ok, words: put(answer.words), remedied: answer.remedied },
    ...{ doneAt: answer.doneAt, by: answer.by, ...outcomeOf(answer) },
  }))
  const failed = failures(check).map(keyOf)
  const missed = missedPoints(check, list).length
  const { id, checklistId, checklistVersion, due, occasionId, startedAt, at, by } = check
  return {
    ...{ id, checklistId, name: list.name, kind: list.kind, checklistVersion },
    ...{ due, occasionId, place: put(check.place), startedAt, at, by },
    ...{ state: checkStanding(check), late: isLate(check) },
    left: unanswered(check, list).length + missed,
    failed: failed.length,
    waiting: answers.filter(
      (answer) =>
        failed.includes(keyOf(answer)) && !answer.remedied && !answer.hazard && !answer.incident,
    ).length,
    missed: sign ? missed : 0,
    items: list.items,
    points: list.points.map((point) => {
      const tick = ticks.get(point.id)
      return {
        ...{ id: point.id, name: point.name, code: point.code },
        tick: tick ? { doneAt: tick.doneAt, scanned: tick.scanned, by: tick.by } : null,
      }
    }),
    answers,
    signed: sign && {
      person: inSentence(sign.person),
      words: put(sign.words),
      doneAt: sign.doneAt,
    },
    withdrawn: withdrawn
      ? { at: withdrawn.at, by: withdrawn.by, reason: inSentence(withdrawn.reason) }
      : null,
    files: check.files.map(({ id: fileNumber, itemId, pointId, file, name }) => ({
      ...{ id: fileNumber, itemId, pointId, fileId: file.id, bytes: file.bytes },
      name: inSentence(name),
    })),
  }
}

const NOT_HERE = localized('不涉及', 'does not apply')
const YES = localized('是', 'yes')
const NO = localized('否', 'no')

/** The value of an answer in words: `12.5 MPa`. */
export function valueWords(
  { unit }: Pick<CheckItem, 'unit'>,
  value: AnswerRead['value'],
): LocalizedText {
  if (value === null) return NOT_HERE
  if (typeof value === 'boolean') return value ? YES : NO
  if (typeof value === 'string') return localized(value, value)
  return localized(`${value}${unit ? ` ${unit.zh}` : ''}`, `${value}${unit ? ` ${unit.en}` : ''}`)
}

/** What is reported of a critical failure: the words of a caller, filled in. */
export function failureWords(
  { text, unit }: Pick<CheckItem, 'text' | 'unit'>,
  { value, words }: Pick<AnswerRead, 'value' | 'words'>,
  { list, point }: { list: LocalizedText; point: LocalizedText | null },
): LocalizedText {
  const number = typeof value === 'number' ? valueWords({ unit }, value) : null
  const sentence = (language: 'zh' | 'en', colon: string, comma: string): string =>
    [
      `${point ? `${point[language]}${comma}` : ''}${text[language]}`,
      [number?.[language], words].filter(Boolean).join(comma),
    ]
      .filter(Boolean)
      .join(colon)
  return localized(
    `${list.zh}查出不合格：${sentence('zh', '——', '，')}`,
    `${list.en} failed: ${sentence('en', ' – ', ', ')}`,
  )
}

/** A line of its record. */
export type CheckLine = { at: number; by: string; text: LocalizedText }

const because = (reason: Guarded | null): LocalizedText =>
  reason === null
    ? localized('', '')
    : localized(`。${inSentence(reason)}`, `. ${inSentence(reason)}`)

function placeWords({ itemId, pointId }: ItemAt, list: ChecklistVersion): LocalizedText {
  const item = list.items.find(({ id }) => id === itemId)?.text ?? localized(itemId, itemId)
  const point = list.points.find(({ id }) => id === pointId)?.name
  return point ? localized(`${point.zh}，${item.zh}`, `${point.en}, ${item.en}`) : item
}

function lineText(event: CheckEvent, list: ChecklistVersion): LocalizedText {
  switch (event.type) {
    case 'CheckStarted':
      return localized(`开始检查：${list.name.zh}`, `Begun: ${list.name.en}`)
    case 'ItemAnswered': {
      const item = list.items.find(({ id }) => id === event.itemId) ?? { unit: null }
      const value = valueWords(item, shownValue(event.value))
      const [where, after] = [placeWords(event, list), because(event.words)]
      const verdict = event.ok
        ? localized('', '')
        : event.remedied
          ? localized('，不合格，已当场整改', ', failed, put right on the spot')
          : localized('，不合格', ', failed')
      return localized(
        `${where.zh}：${value.zh}${verdict.zh}${after.zh}`,
        `${where.en}: ${value.en}${verdict.en}${after.en}`,
      )
    }
    case 'PointTicked': {
      const name =
        list.points.find(({ id }) => id === event.pointId)?.name ??
        localized(event.pointId, event.pointId)
      return event.scanned
        ? localized(`扫码到点：${name.zh}`, `At ${name.en}, code scanned`)
        : localized(`到点：${name.zh}`, `At ${name.en}, by hand`)
    }
    case 'CheckSigned': {
      const [person, after] = [inSentence(event.person), because(event.words)]
      return localized(`${person}签字${after.zh}`, `Signed by ${person}${after.en}`)
    }
    case 'CheckWithdrawn':
      return localized(`作废${because(event.reason).zh}`, `Withdrawn${because(event.reason).en}`)
    case 'CheckTurnUndone':
      return localized('撤回上一条', 'The line before was taken back')
    case 'FailureReported': {
      const where = placeWords(event, list)
      return localized(`${where.zh}：已报成事件`, `${where.en}: reported as an incident`)
    }
    case 'FileAttached': {
      const [where, name] = [placeWords(event, list), inSentence(event.name)]
      return localized(`${where.zh}：照片${name}`, `${where.en}: picture ${name}`)
    }
  }
}

/** `events`: all of its stream, in order. */
export const checkLines = (
  events: readonly StoredBody[],
  list: ChecklistVersion,
): readonly CheckLine[] =>
  events.map((stored) => ({
    at: stored.at,
    by: stored.by,
    text: lineText(asRecorded<CheckEvent>(stored), list),
  }))
