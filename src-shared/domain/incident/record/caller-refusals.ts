/** Says why a caller or a merge is refused, in both languages, and what to do instead. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized } from '../../text.ts'
import { STATE_NAMES } from './names.ts'
import type { IncidentState } from './state.ts'

export const unknownCaller = (): Refusal =>
  refuse('unknown-caller', localized('这起事件没有这个来电', 'This incident has no such caller'))
export const alreadyParted = (): Refusal =>
  refuse(
    'no-change',
    localized('这个来电已经另立事件', 'This caller is an incident of its own already'),
  )
export const unknownNews = (): Refusal =>
  refuse('unknown-item', localized('这个来电没有这条新情况', 'This caller told no such news'))
export const alreadyDismissed = (): Refusal =>
  refuse('no-change', localized('这条已经不采纳', 'This line is left out already'))
export const sameReporter = (): Refusal =>
  refuse('no-change', localized('来电人没有变', 'The caller is the same as before'))

const badMerge = (zh: string, en: string): Refusal => refuse('bad-merge', localized(zh, en))
export const mergeIntoItself = (): Refusal =>
  badMerge('不能并入自己', 'An incident cannot be merged into itself')
export const mergeWithDrill = (): Refusal =>
  badMerge(
    '真实事件和演练不能合并',
    'A real incident and a drill are never merged, in either direction',
  )
export const mergeIntoOver = (state: IncidentState): Refusal =>
  badMerge(
    `对方事件${STATE_NAMES[state].zh}，不能并入`,
    `The other incident is ${STATE_NAMES[state].en}: nothing is merged into it`,
  )
