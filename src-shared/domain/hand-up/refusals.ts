/** Why requests about HQ are refused, in both languages. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

export const alreadyPaired = (name: string): Refusal =>
  refuse(
    'already-paired',
    localized(
      `已经与“${name}”配对，先解除再配对别的总部`,
      `Already paired with “${name}”: end that first`,
    ),
  )
export const notPaired = (): Refusal =>
  refuse('not-paired', localized('还没有与总部配对', 'Not paired with HQ'))
export const unknownOrder = (): Refusal =>
  refuse('unknown-order', localized('没有这份总部下发的文件', 'HQ has handed down no such order'))
export const orderAnswered = (by: string): Refusal =>
  refuse(
    'order-answered',
    localized(`${by}已经答复过这一份`, `${by} has answered this order already`),
  )
export const orderWithdrawn = (reason: string): Refusal =>
  refuse(
    'order-withdrawn',
    localized(
      `总部已撤回这一份，不用再答复：${reason}`,
      `HQ has withdrawn this order; nothing is to be answered: ${reason}`,
    ),
  )
export const orderUnusable = (): Refusal =>
  refuse(
    'order-unusable',
    localized(
      '这份内容本站读不懂，不能采用；请谢绝并告诉总部',
      'This station cannot read it: decline it and tell HQ',
    ),
  )
export const epochStands = (): Refusal =>
  refuse(
    'no-change',
    localized(
      '总部那边的记录与本站一致，不需要另起记录代',
      'HQ has the same record: no new epoch is needed',
    ),
  )
