/** The words of the pages of HQ, and times as this screen's own zone has them. */
import { localDate, localTime } from '#shared/domain/calendar.ts'
import { useWords, type KeyOf } from '../i18n/index.ts'
import type { HqPagesWords } from '../i18n/hq-pages.zh.ts'

export type HqWord = KeyOf<HqPagesWords>
export const useHqWords = (): ReturnType<typeof useWords<HqPagesWords>> => useWords<HqPagesWords>()

/** The zone of whoever looks: sites have zones of their own. */
export const hereZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** A zone as people call it: `中国标准时间（GMT+8）` of Asia/Shanghai; `at`: the day (UTC ms). */
export function zoneWords(zone: string, at: number, language: 'zh' | 'en'): string {
  const word = (timeZoneName: 'long' | 'shortOffset'): string =>
    new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const [name, offset] = [word('long'), word('shortOffset')]
  if (name === offset) return name
  return language === 'zh' ? `${name}（${offset}）` : `${name} (${offset})`
}

/** An instant (UTC ms) as `2026-11-24 14:32`. */
export const instantHere = (at: number, zone = hereZone()): string =>
  `${localDate(at, zone)} ${localTime(at, zone).slice(0, 5)}`
