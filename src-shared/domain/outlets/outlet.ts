/** What an outlet is: a channel of the site's own by which announcements reach people. */
import { localized, type LocalizedText } from '../text.ts'

/** Where it is read or heard. */
export const OUTLET_KINDS = [
  'chat-group',
  'official-account',
  'text-message',
  'loudspeaker',
  'screen',
  'website',
  'notice-board',
  'other',
] as const
export type OutletKind = (typeof OUTLET_KINDS)[number]

export const OUTLET_KIND_NAMES: Readonly<Record<OutletKind, LocalizedText>> = {
  'chat-group': localized('微信群、工作群', 'Chat group'),
  'official-account': localized('公众号', 'Official account'),
  'text-message': localized('短信', 'Text messages'),
  loudspeaker: localized('广播', 'Loudspeakers'),
  screen: localized('显示屏', 'Screen'),
  website: localized('网站', 'Website'),
  'notice-board': localized('张贴', 'Notice board'),
  other: localized('其他', 'Other'),
}

/**
 * How a text gets there. `copy`: a person copies it; `file`: the station puts a text file into a
 * folder; `program`: a program of the site takes it from the board and says what became of it.
 */
export const OUTLET_WAYS = ['copy', 'file', 'program'] as const
export type OutletWay = (typeof OUTLET_WAYS)[number]

export const OUTLET_WAY_NAMES: Readonly<Record<OutletWay, LocalizedText>> = {
  copy: localized('人工复制粘贴', 'A person copies the text'),
  file: localized('自动存成文本文件', 'Saved as a text file by itself'),
  program: localized('由本单位的程序取走', 'A program of the site takes it'),
}

/** `folder`: a whole path on the machine of the station; null but for `file`. */
export type Outlet = {
  id: string
  name: string
  kind: OutletKind
  way: OutletWay
  folder: string | null
}

/** So many are told apart at a glance. */
export const MOST_OUTLETS = 30
