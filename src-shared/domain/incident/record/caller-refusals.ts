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
