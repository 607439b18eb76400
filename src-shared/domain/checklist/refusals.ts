/** Why a checklist is not saved or used, and what to do instead. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

export const unknownChecklist = (): Refusal =>
  refuse('unknown-checklist', localized('没有这张检查表', 'There is no such checklist'))
export const checklistOver = (): Refusal =>
  refuse(
    'checklist-over',
    localized(
      '这张检查表已停用；要再用，请先重新启用',
      'This checklist is not used any more: save it again to take it back into use',
    ),
  )
export const noItems = (): Refusal =>
  refuse('bad-input', localized('至少要有一个检查项', '`items` must have at least one item'))
export const twiceIn = (what: 'items' | 'points'): Refusal =>
  refuse(
    'bad-input',
    what === 'items'
      ? localized('检查项的id不能重复', '`items`: no id may stand there twice')
      : localized('点位的id不能重复', '`points`: no id may stand there twice'),
  )
export const noRange = (): Refusal =>
  refuse('bad-input', localized('数值的下限不能高于上限', '`items`: `min` must not be above `max`'))
export const roundWithoutPoints = (): Refusal =>
  refuse(
    'bad-input',
    localized('巡查表至少要有一个点位', '`points`: a round needs at least one point'),
  )
export const openForNothing = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '巡查间隔比营业时间还长，一次也轮不到',
      '`rhythm`: the interval is longer than the time in which it is open',
    ),
  )
/** Null: nothing rules it. */
export const tooSeldom = (roundMinutes: number | null, months: number | null): Refusal =>
  refuse(
    'bad-input',
    localized(
      `间隔比规定的长（巡查最长${roundMinutes ?? '不限'}分钟，这类检查最长${months ?? '不限'}个月）；确要更长，先在“规定和周期”里改并说明理由`,
      `\`rhythm\`: longer than the policy allows (rounds ${roundMinutes ?? 'any'} min, this kind ${months ?? 'any'} months at most): change the policy first, with a reason`,
    ),
  )
export const sameChecklist = (): Refusal =>
  refuse('no-change', localized('内容没有变', 'It says this already'))
