/** The refusals of the hand-up that come of the way to HQ; those of the rules stand with them. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import type { HandUpRefused } from '#shared/contract/hand-up.ts'
import { localized } from '#shared/domain/text.ts'

export const notOffered = (): Refusal =>
  refuse(
    'hand-up-not-offered',
    localized('此值守站不能上交总部', 'This station cannot hand up to an HQ'),
  )
export const pairingUnreadable = (): Refusal =>
  refuse(
    'pairing-unreadable',
    localized(
      '这不是总部给出的配对文字，请整段复制（以https://开头）',
      'This is not the pairing text of an HQ: copy all of it (it begins with https://)',
    ),
  )
export const hqUnreachable = (
  why: 'unreachable' | 'other-certificate' | 'not-understood',
): Refusal =>
  refuse(
    'hq-unreachable',
    why === 'other-certificate'
      ? localized(
          '应答的机器证书与配对文字不符，没有配对。请向总部核对',
          'The machine that answered has another certificate than the pairing text says: not paired. Ask HQ',
        )
      : why === 'not-understood'
        ? localized('那个地址上的不是总部', 'What answers at this address is not an HQ')
        : localized(
            '联系不上总部。检查网络和地址后再试，值守不受影响',
            'HQ cannot be reached. Check network and address and try again; the desk goes on',
          ),
  )
const WORDS: Partial<Record<HandUpRefused['code'], Refusal['message']>> = {
  'unknown-code': localized(
    '配对码不对、已用过或已过期，请向总部要新的',
    'The code is wrong, used up or over: get a new one from HQ',
  ),
  'other-record': localized(
    '这个配对码属于另一个单位的记录',
    'This code belongs to the record of another site',
  ),
  'not-paired': localized('总部不认得本站，请重新配对', 'HQ does not know this site: pair again'),
}
export const hqRefused = ({ code }: HandUpRefused): Refusal =>
  refuse(
    'hq-refused',
    WORDS[code] ??
      localized('总部现在不接受，请稍后再试', 'HQ does not take it now: try again in a while'),
    [code],
  )
