/** The words of checks, typed, and how rhythms, times and ranges are said. */
import type { CheckItem, Rhythm } from '#shared/domain/checklist/checklist.ts'
import { localTime } from '#shared/domain/calendar.ts'
import { checksEn } from '#renderer/i18n/checks.en.ts'
import { checksZh } from '#renderer/i18n/checks.zh.ts'
import { useMoreWords, useText } from '#renderer/i18n/index.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { instantWords } from '../../../base/instant-words.ts'

export const useCheckWords = () => useMoreWords('checks', checksZh, checksEn)

export function useCheckTexts() {
  const t = useCheckWords()
  const { tr, lang } = useText()
  const { zone } = useDisplayClock()
  return {
    /** `14:32`. */
    timeOf: (at: number): string => localTime(at, zone.value).slice(0, 5),
    /** `11月24日 14:32`. */
    instantOf: (at: number): string => instantWords(at, zone.value, lang.value),
    rhythmText(rhythm: Rhythm): string {
      const days = 'days' in rhythm && rhythm.days === 'workdays' ? t('rhythm.workdays') : ''
      const count = 'months' in rhythm ? { count: rhythm.months } : {}
      return `${t(`rhythm.${rhythm.every}`, { ...rhythm, ...count })}${days}`
    },
    /** What is good of a number: `0.07–1 MPa`; empty without bounds. */
    rangeText({ min, max, unit }: CheckItem): string {
      const named = { min, max, unit: unit ? ` ${tr(unit)}` : '' }
      if (min !== null && max !== null) return t('run.range', named)
      if (min !== null) return t('run.from', named)
      return max === null ? '' : t('run.to', named)
    },
  }
}
