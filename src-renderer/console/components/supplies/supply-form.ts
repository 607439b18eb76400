/** What the forms of supplies share: what of a typed quantity or day is wrong, in words. */
import { isDate } from '#shared/domain/statistics/period.ts'
import { typedAmount, useSupplyWords } from './supply-words.ts'

const MOST_MONTHS = 120

export function useSupplyFaults() {
  const t = useSupplyWords()
  return {
    /** Above 0, and there. */
    amount(text: string, field: string): string | null {
      const typed = typedAmount(text)
      return typed ? null : t('more', { field })
    },
    /** Empty, 0 or above. */
    level(text: string, field: string): string | null {
      return typedAmount(text) === undefined ? t('whole', { field }) : null
    },
    day: (text: string): string | null =>
      text.trim() === '' || isDate(text.trim()) ? null : t('day'),
    months(text: string): string | null {
      const typed = typedAmount(text)
      return typed === null ||
        (typed !== undefined && Number.isInteger(typed) && typed > 0 && typed <= MOST_MONTHS)
        ? null
        : t('months')
    },
  }
}
