/**
 * The words of a report to those above as it is read out, printed and kept: its head, in a
 * follow-up first what is new, then the whole, and who signed it.
 */
import { sheetTitle } from '../document/bulletin-document.ts'
import { seriesOf, type BulletinKind } from '../incident/record/bulletins.ts'
import { BULLETIN_NAMES } from '../timeline/bulletins.ts'
import type { Language } from '../text.ts'
import { minuteText } from '../wording/instant.ts'
import type { BulletinItem } from './draft.ts'

/** A blank as it is read: nobody takes it for nothing. */
export const BLANK_WORDS = { zh: '待查', en: 'not known yet' } as const

export type BulletinHead = {
  number: number
  kind: BulletinKind
  at: number // UTC ms
  drill: boolean
  signer: string
  to: string
  copies?: readonly string[]
}

const TITLES = {
  zh: ({ number, kind }: BulletinHead) =>
    `突发事件信息报告·${BULLETIN_NAMES[kind].zh}（第${number}报）`,
  en: ({ number, kind }: BulletinHead) =>
    `Incident report: ${BULLETIN_NAMES[kind].en} (no. ${number})`,
} as const

export function titleOf(head: BulletinHead, language: Language): string {
  const series = seriesOf(head.kind)
  return series === 'authorities'
    ? TITLES[language](head)
    : sheetTitle(series, head.number)[language]
}

/** What is told item by item begins on a line of its own, so that each can be found again. */
const lineOf = ({ id, name, words }: BulletinItem, language: Language): string => {
  const mark = language === 'zh' ? '：' : ': '
  const text = words ?? BLANK_WORDS[language]
  const breaks = id === 'measures' || text.includes('\n')
  return `${name[language]}${breaks ? `${mark.trimEnd()}\n` : mark}${text}`
}

/**
 * What has changed since a text that went out: the items that do not stand in it as they are now.
 * Measures count one by one.
 */
export function newsSince(
  before: string,
  items: readonly BulletinItem[],
  language: Language,
): readonly string[] {
  return items.flatMap((entry) => {
    if (entry.words === null) return []
    if (entry.id !== 'measures')
      return before.split('\n').includes(lineOf(entry, language)) ? [] : [lineOf(entry, language)]
    const fresh = entry.words.split('\n').filter((measure) => !before.split('\n').includes(measure))
    return fresh.length === 0 ? [] : [lineOf({ ...entry, words: fresh.join('\n') }, language)]
  })
}

const copyLine = (copies: readonly string[], language: Language): readonly string[] => {
  if (copies.length === 0) return []
  return [language === 'zh' ? `抄送：${copies.join('、')}` : `Copies: ${copies.join(', ')}`]
}

/** `before`: the text of the report before this one; null for the first. */
export function bulletinText(
  items: readonly BulletinItem[],
  head: BulletinHead,
  before: string | null,
  { language, zone }: { language: Language; zone: string },
): string {
  const isChinese = language === 'zh'
  const news = before === null ? [] : newsSince(before, items, language)
  const written = items.filter(({ words, written: byHand }) => words !== null || !byHand)
  const time = minuteText(head.at, zone)
  return [
    ...(head.drill ? [isChinese ? '【演练】' : '[EXERCISE]'] : []),
    titleOf(head, language),
    isChinese ? `报送：${head.to}` : `To: ${head.to}`,
    ...copyLine(head.copies ?? [], language),
    ...(before === null
      ? []
      : [
          isChinese ? '一、新情况' : '1. What is new',
          ...(news.length > 0 ? news : [isChinese ? '没有新情况' : 'Nothing new']),
          isChinese ? '二、全部情况' : '2. The whole',
        ]),
    ...written.map((entry) => lineOf(entry, language)),
    isChinese ? `签发：${head.signer} ${time}` : `Signed: ${head.signer}, ${time}`,
  ].join('\n')
}
