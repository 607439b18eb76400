/** Why something is not done with a check, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { CheckState } from './check.ts'

export const unknownCheck = (): Refusal =>
  refuse('unknown-check', localized('没有这次检查', 'There is no such check'))
export const unknownCheckItem = (): Refusal =>
  refuse('unknown-item', localized('检查表上没有这一项', 'The checklist has no such item'))
export const unknownPoint = (): Refusal =>
  refuse(
    'unknown-point',
    localized(
      '没有这个巡查点；请核对二维码是不是本单位的，或按编号点选',
      'There is no such point: see whether the code is of this site, or choose the point by hand',
    ),
  )
export const checkOver = (state: CheckState): Refusal =>
  refuse(
    'check-over',
    state === 'withdrawn'
      ? localized('这次检查已作废，请另开一次', 'This check was withdrawn: begin another one')
      : localized(
          '这次检查已签字，不再改动；发现新问题请另开一次或直接登记隐患',
          'This check was signed and stays as it is: begin another one, or open a hazard',
        ),
  )
export const alreadyRunning = (by: string): Refusal =>
  refuse(
    'already-running',
    localized(
      `这张表${by}已经在检查，请接着做`,
      `${by} has begun a check by this list already: go on with that one`,
    ),
  )
export const wrongValue = (): Refusal =>
  refuse(
    'bad-input',
    localized('填的内容和这一项不符', '`value` is not of the kind that the item asks for'),
  )
export const doneAhead = (): Refusal =>
  refuse('bad-input', localized('时间不能晚于现在', '`at` must not lie ahead of now'))
export const doneBeforeStart = (): Refusal =>
  refuse(
    'bad-input',
    localized('时间不能早于检查开始的时间', '`at` must not lie before the check began'),
  )
export const unfinished = (texts: readonly LocalizedText[]): Refusal =>
  refuse(
    'check-unfinished',
    localized(
      `还有${texts.length}项没有检查，查完再签字；没有的填“不涉及”`,
      `${texts.length} items were not answered: answer them first; what is not there does not apply`,
    ),
    texts.map(({ zh, en }) => `${zh} / ${en}`),
  )
export const failuresOpen = (texts: readonly LocalizedText[]): Refusal =>
  refuse(
    'check-unfinished',
    localized(
      `${texts.length}项不合格还没有处理：登记隐患、报事件，或注明已当场整改`,
      `${texts.length} failures wait: open a hazard, report an incident, or say that it was put right on the spot`,
    ),
    texts.map(({ zh, en }) => `${zh} / ${en}`),
  )
export const missedWithoutReason = (count: number): Refusal =>
  refuse(
    'reason-needed',
    localized(
      `还有${count}个点没有到，签字要说明原因`,
      `${count} points were not reached: to sign it, say why`,
    ),
  )
export const notFailed = (): Refusal =>
  refuse('no-change', localized('这一项没有不合格', 'This item has not failed'))
export const reportedAlready = (): Refusal =>
  refuse(
    'already-reported',
    localized('这一项已经报成事件', 'This failure was reported as an incident already'),
  )
export const turnFollowed = (): Refusal =>
  refuse(
    'undo-over',
    localized(
      '已由此上报事件或开出隐患，不能撤回；填错了请重新填',
      'An incident or a hazard came of it, so it stays: if it is wrong, answer again',
    ),
  )
export const turnTooOld = (): Refusal =>
  refuse(
    'undo-over',
    localized(
      '只能由本人在10秒内撤回；过后请重新填，或作废另开一次',
      'It can be taken back within ten seconds by whoever recorded it; later answer again, or withdraw the check',
    ),
  )
