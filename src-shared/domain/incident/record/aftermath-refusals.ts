/** Says why something of the aftermath is refused, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized, type LocalizedText } from '../../text.ts'
import { STATE_NAMES } from './names.ts'
import type { IncidentState } from './state.ts'

export const tooEarlyForAftermath = (state: IncidentState): Refusal =>
  refuse(
    'bad-move',
    localized(
      `事件${STATE_NAMES[state].zh}，控制住以后再记善后`,
      `The incident is ${STATE_NAMES[state].en.toLowerCase()}: the aftermath is recorded once it is contained`,
    ),
  )
export const unknownAftercare = (): Refusal =>
  refuse('unknown-item', localized('没有这项善后事项', 'There is no such entry of aftercare'))
export const aftercareSettled = (isDone: boolean): Refusal =>
  refuse(
    'no-change',
    isDone
      ? localized('这项善后已经办结', 'This entry of aftercare is done already')
      : localized('这项善后已经撤销', 'This entry of aftercare was withdrawn'),
  )
export const aftercareNotDone = (): Refusal =>
  refuse(
    'no-change',
    localized('这项善后没有办结，没有可更正的', 'It is not done: there is nothing to put right'),
  )
export const aftercareNeeds = (field: string, what: LocalizedText): Refusal =>
  refuse(
    'bad-input',
    localized(`办结要填${what.zh}`, `To finish it, enter ${what.en.toLowerCase()}`),
    [field],
  )
export const amountOfOther = (field: string): Refusal =>
  refuse('bad-input', localized('只有赔偿有金额', 'Only a compensation has an amount'), [field])
export const findingOfOther = (): Refusal =>
  refuse(
    'bad-input',
    localized('只有追责有责任和处理措施', 'Only an accountability has a finding and a measure'),
    ['finding'],
  )
export const handedWithout = (): Refusal =>
  refuse(
    'bad-input',
    localized('还没写处理意见，不能呈报', 'Write the opinion before it is handed on'),
    ['opinion'],
  )
export const reviewEmpty = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '原因、做得好的、做得差的、教训，请至少写一项',
      'Write at least one of cause, what went well, what did not, and lessons',
    ),
  )
export const evaluatesNothing = (): Refusal =>
  refuse('bad-input', localized('请选评估哪个预案', 'Choose which plan is evaluated'), ['plans'])
export const planNeverRan = (planId: string): Refusal =>
  refuse(
    'plan-not-running',
    localized(
      `这起事件没有启动过预案“${planId}”`,
      `The plan "${planId}" never ran in this incident`,
    ),
    [planId],
  )
export const happensAhead = (): Refusal =>
  refuse('bad-input', localized('时间晚于现在，请核对', 'The time is in the future: check it'))
export const happensBeforeReport = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '时间早于事件发生和接报，请核对',
      'The time is before the occurrence and the report: check it',
    ),
  )
export const reviewMissing = (): Refusal =>
  refuse(
    'review-missing',
    localized(
      '响应级别到了须复盘的级别，还没有复盘：请先复盘，或写明不复盘的原因',
      'Its response level asks for a review, and there is none: record the review, or say why there is none',
    ),
    ['review'],
  )
export const resultOnlyAtClosing = (): Refusal =>
  refuse(
    'bad-input',
    localized('事件结果只在结案时填', 'The result is recorded only with closing'),
    ['result'],
  )
