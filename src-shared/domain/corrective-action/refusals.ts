/** Why something is not done with a corrective action, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import type { ActionState } from './action.ts'

export const unknownAction = (): Refusal =>
  refuse('unknown-action', localized('没有这项整改', 'There is no such corrective action'))
export const actionOver = (state: ActionState): Refusal =>
  refuse(
    'action-over',
    state === 'withdrawn'
      ? localized('这项整改已撤销，要做请另开一项', 'This action was withdrawn: open another one')
      : localized(
          '这项整改已复查合格；没有整改到位的，复查填“不合格”，它就重新打开',
          'This action was checked and closed. If it is not right after all, check it again as failed, and it opens again',
        ),
  )
export const actionDone = (): Refusal =>
  refuse(
    'action-done',
    localized('已报完成，正等复查', 'It has been reported as done and waits for its check'),
  )
export const actionNotDone = (): Refusal =>
  refuse(
    'action-not-done',
    localized('还没有报完成，不能复查', 'Nobody has reported it as done, so it cannot be checked'),
  )
export const checkedByDoer = (): Refusal =>
  refuse(
    'same-person',
    localized(
      '复查人不能是完成整改的人，请换一个人复查',
      'Whoever did it cannot check it: somebody else has to',
    ),
  )
export const dueGone = (): Refusal =>
  refuse('bad-input', localized('完成期限不能早于今天', '`due` must not lie before today'))
export const doneAhead = (): Refusal =>
  refuse('bad-input', localized('完成时间不能晚于现在', '`at` must not lie ahead of now'))
export const doneBeforeOpened = (): Refusal =>
  refuse(
    'bad-input',
    localized('完成时间不能早于开出整改的时间', '`at` must not lie before the action was opened'),
  )
export const movedWithoutReason = (): Refusal =>
  refuse('reason-needed', localized('改期限要说明原因', 'To move its day, say why'))
export const failedWithoutWords = (): Refusal =>
  refuse(
    'reason-needed',
    localized('复查不合格要说明哪里不合格', 'If the check fails it, say what is wrong'),
  )
export const sameAction = (): Refusal =>
  refuse('no-change', localized('内容没有变', 'It says this already'))
export const turnTooOld = (): Refusal =>
  refuse(
    'undo-over',
    localized(
      '只能由本人在10秒内撤回；过后请用复查或另开一项',
      'It can be taken back within ten seconds by whoever recorded it; later check it again or open another one',
    ),
  )
export const noPlanNamed = (): Refusal =>
  refuse('plan-needed', localized('先写明要改哪份预案', 'Say first which plan is to be changed'))
