/** Lines of the record for the aftermath of an incident, in both languages. */
import { AFTERCARE_NAMES } from '../plan/aftercare-kinds.ts'
import type {
  AftercareAdded,
  AftercareChanged,
  AftercareCorrected,
  AftercareDone,
  AftermathEvent,
  CauseKnown,
  ResultRecorded,
  ReviewRecorded,
} from '../incident/record/aftermath.ts'
import { OPERATING_NAMES } from '../incident/record/scales.ts'
import { inSentence } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { yuanOfFen } from '../wording/fen.ts'
import { because, line, type Line, type Names } from './line.ts'
import { ownerWords } from './tasks.ts'

export const CAUSE_NAMES: Readonly<Record<CauseKnown, LocalizedText>> = {
  known: localized('已查明', 'known'),
  'under-inquiry': localized('正在调查', 'under inquiry'),
  unknown: localized('未查明', 'not known'),
}

const joined = (parts: readonly LocalizedText[]): LocalizedText =>
  localized(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '))
const amount = (name: LocalizedText, fen: number | null | undefined): readonly LocalizedText[] =>
  fen === null || fen === undefined
    ? []
    : [localized(`${name.zh}${yuanOfFen(fen)}元`, `${name.en} ${yuanOfFen(fen)} yuan`)]
const AGREED = localized('议定', 'agreed')
const PAID = localized('实付', 'paid')

const due = (dueOn: string): LocalizedText => localized(`${dueOn}前办`, `due ${dueOn}`)

function addedWords({ kind, whom, owner, dueOn, agreedFen }: AftercareAdded): LocalizedText {
  const [name, who, post] = [AFTERCARE_NAMES[kind], inSentence(whom), ownerWords(owner)]
  return joined([
    localized(`善后事项：${name.zh}${who}`, `Aftercare: ${name.en.toLowerCase()}, ${who}`),
    localized(`交给${post.zh}`, `given to ${post.en}`),
    due(dueOn),
    ...amount(AGREED, agreedFen),
  ])
}

function changedWords({ kind, owner, dueOn, agreedFen }: AftercareChanged): LocalizedText {
  const name = AFTERCARE_NAMES[kind]
  return joined([
    localized(`善后事项有改动：${name.zh}`, `Aftercare changed: ${name.en.toLowerCase()}`),
    ...(owner
      ? [localized(`交给${ownerWords(owner).zh}`, `given to ${ownerWords(owner).en}`)]
      : []),
    ...(dueOn === undefined ? [] : [due(dueOn)]),
    ...amount(AGREED, agreedFen),
  ])
}

function doneWords(event: AftercareDone, { instant }: Pick<Names, 'instant'>): LocalizedText {
  const { kind, whom, doneAt, paidFen, finding, measure } = event
  const [name, who] = [AFTERCARE_NAMES[kind], inSentence(whom)]
  return joined([
    localized(`善后办结：${name.zh}${who}`, `Aftercare done: ${name.en.toLowerCase()}, ${who}`),
    ...(doneAt === undefined
      ? []
      : [localized(`${instant(doneAt)}办的，补记`, `done at ${instant(doneAt)}, told later`)]),
    ...amount(PAID, paidFen),
    ...(finding
      ? [localized(`责任：${inSentence(finding)}`, `finding: ${inSentence(finding)}`)]
      : []),
    ...(measure
      ? [localized(`处理：${inSentence(measure)}`, `measure: ${inSentence(measure)}`)]
      : []),
  ])
}

/** An amount as it is now, with what it was. */
const corrected = (
  name: LocalizedText,
  fen: number | null | undefined,
  before: number | null | undefined,
): readonly LocalizedText[] =>
  amount(name, fen).map(({ zh, en }) =>
    before === null || before === undefined
      ? localized(zh, en)
      : localized(`${zh}（原${yuanOfFen(before)}元）`, `${en} (was ${yuanOfFen(before)} yuan)`),
  )

function correctedWords(event: AftercareCorrected): LocalizedText {
  const { kind, whom, agreedFen, paidFen, finding, measure, before } = event
  const [name, who] = [AFTERCARE_NAMES[kind], inSentence(whom)]
  return joined([
    localized(
      `善后更正：${name.zh}${who}`,
      `Aftercare put right: ${name.en.toLowerCase()}, ${who}`,
    ),
    ...corrected(AGREED, agreedFen, before.agreedFen),
    ...corrected(PAID, paidFen, before.paidFen),
    ...(finding
      ? [localized(`责任：${inSentence(finding)}`, `finding: ${inSentence(finding)}`)]
      : []),
    ...(measure
      ? [localized(`处理：${inSentence(measure)}`, `measure: ${inSentence(measure)}`)]
      : []),
  ])
}

function reviewWords({ kind, lessons }: ReviewRecorded): LocalizedText {
  const name = AFTERCARE_NAMES[kind]
  const count = lessons.length
  return count === 0
    ? localized(`${name.zh}已记录`, `${name.en} recorded`)
    : localized(`${name.zh}已记录，教训${count}条`, `${name.en} recorded, lessons: ${count}`)
}

function resultWords({ operating, cause, handedTo }: ResultRecorded): LocalizedText {
  const [to, known] = [handedTo ? inSentence(handedTo) : null, cause && CAUSE_NAMES[cause]]
  const parts = [
    ...(operating ? [OPERATING_NAMES[operating]] : []),
    ...(known ? [localized(`原因${known.zh}`, `cause ${known.en}`)] : []),
    ...(to === null ? [] : [localized(`移交${to}`, `handed to ${to}`)]),
  ]
  return parts.length === 0
    ? localized('事件结果按记录', 'Result as recorded')
    : joined([localized('事件结果', 'Result'), ...parts])
}

export function aftermathLine(event: AftermathEvent, names: Names): Line {
  switch (event.type) {
    case 'AftercareAdded':
      return line(addedWords(event), event.stepId, event.words)
    case 'AftercareChanged':
      return line(changedWords(event), null, event.words ?? null)
    case 'AftercareDone':
      return line(doneWords(event, names), null, event.words)
    case 'AftercareWithdrawn': {
      const [name, who] = [AFTERCARE_NAMES[event.kind], inSentence(event.whom)]
      return line(
        because(
          localized(
            `善后事项撤销：${name.zh}${who}`,
            `Aftercare withdrawn: ${name.en.toLowerCase()}, ${who}`,
          ),
          event.reason,
        ),
      )
    }
    case 'AftercareCorrected':
      return line(because(correctedWords(event), event.reason))
    case 'InquiryRecorded': {
      const to = event.handed ? inSentence(event.handed.to) : null
      return line(
        to === null
          ? localized('调查情况已记录', 'Inquiry recorded')
          : localized(`处理意见已呈报${to}`, `Opinion of the inquiry handed to ${to}`),
        null,
        event.opinion ?? event.cause ?? event.course,
      )
    }
    case 'ReviewRecorded':
      return line(reviewWords(event), null, event.cause ?? event.poor ?? event.well)
    case 'ReviewPassedOver':
      return line(because(localized('未复盘就归档', 'Archived without a review'), event.reason))
    case 'ResultRecorded':
      return line(resultWords(event))
  }
}
