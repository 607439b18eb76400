/** Says why a correction is refused, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized, type LocalizedText } from '../../text.ts'
import { STATE_NAMES } from './names.ts'
import type { IncidentState } from './state.ts'

export const toldOfNothingDone = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '补记完成时间只用于“已完成”和“此前已完成”',
      'Only what is done, or was already done, has a time of completion',
    ),
  )
export const toldAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '补记的完成时间晚于现在，请核对',
      'The time of completion is in the future: check it',
    ),
  )
export const toldBeforeReport = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '补记的完成时间早于发生和接报，请核对',
      'The time of completion is before the occurrence and the report: check it',
    ),
  )
/** Of an answer, or that it is contained. */
export const toldOutOfTime = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '补记的时间不能早于发生和接报，也不能晚于现在',
      'What is told later cannot be of before the occurrence and the report, or of the future',
    ),
  )
export const toldContainedOnly = (): Refusal =>
  refuse(
    'bad-input',
    localized('只有“已控制”可以补记时间', 'Only "contained" can be told later with its own time'),
  )
export const receivedAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized('接报时间晚于现在，请核对', 'The report was received in the future: check the time'),
  )
export const toldBefore = (title: LocalizedText): Refusal =>
  refuse(
    'bad-input',
    localized(
      `补记的完成时间早于它之前的“${title.zh}”，请核对`,
      `The time of completion is before that of "${title.en}", which comes first: check it`,
    ),
  )

export const nothingToMoveBack = (state: IncidentState): Refusal =>
  refuse(
    'bad-move',
    localized(
      `事件${STATE_NAMES[state].zh}，没有可以撤回的变更`,
      `The incident is ${STATE_NAMES[state].en.toLowerCase()}: there is no move to reverse`,
    ),
  )
export const planInUse = (title: LocalizedText, annexes: readonly LocalizedText[]): Refusal =>
  refuse(
    'plan-in-use',
    localized(
      `《${title.zh}》是${annexes.map(({ zh }) => `《${zh}》`).join('、')}的基础，请先停用后者`,
      `"${title.en}" is the base of ${annexes.map(({ en }) => `"${en}"`).join(', ')}: stop that plan first`,
    ),
  )
export const undoOver = (): Refusal =>
  refuse(
    'undo-over',
    localized(
      '已经不能撤回：超过10秒、不是同一人记的，或其后又有记录；请用“更正”',
      'It can no longer be undone: 10 seconds have passed, somebody else recorded it, or something has been recorded since. Correct it instead',
    ),
  )
export const notAsSeen = (): Refusal =>
  refuse(
    'not-as-seen',
    localized(
      '画面已变，没有记录；请看清后再按',
      'It has changed since you looked at it, and nothing was recorded: look again',
    ),
  )
