/** Why a contact or its number is refused, in both languages. */
import { refuse, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'

export const unknownContact = (id: string): Refusal =>
  refuse('unknown-contact', localized('通讯录里没有这一条', 'There is no such contact'), [id])
export const unknownNumber = (): Refusal =>
  refuse(
    'unknown-number',
    localized(
      '这一条没有这个号码，可能刚改过，请重新查看',
      'The contact does not have this number: it may just have been changed, look again',
    ),
  )
export const unknownRole = (id: string): Refusal =>
  refuse(
    'unknown-post',
    localized(`预案文件没有这个外部岗位：${id}`, `No plan document has this post outside: ${id}`),
    [id],
  )
