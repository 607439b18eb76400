/** Why the site's own value of a policy is refused, in words for people. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import { HIGHEST, REMIND_RANGE, type PolicyUnit } from './policy.ts'

export const unknownPolicy = (): Refusal =>
  refuse('unknown-policy', localized('没有这条规定', 'There is no such policy'))

export const valueOutOfRange = (unit: PolicyUnit): Refusal =>
  refuse(
    'bad-input',
    localized(
      `${unit === 'persons' ? '人数' : '周期'}：请填1到${HIGHEST[unit]}的整数`,
      `Value: enter 1 to ${HIGHEST[unit]}`,
    ),
    ['value'],
  )

export const remindOutOfRange = (): Refusal => {
  const [lowest, highest] = REMIND_RANGE
  return refuse(
    'bad-input',
    localized(
      `提前提醒：请填${lowest}到${highest}天`,
      `Reminder before: enter ${lowest} to ${highest} days`,
    ),
    ['remindDays'],
  )
}
