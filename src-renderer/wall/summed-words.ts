/** How the month calls the categories that have no bar of their own. */
import { useWords } from '../i18n/index.ts'
import type { WallMessages } from '../i18n/wall.zh.ts'
import type { Summed } from './month-bars.ts'

export function useSummed(): Summed {
  const t = useWords<WallMessages>()
  return {
    rest: (count) => t('month.rest', { count }),
    all: (count) => t('month.all', { count }),
  }
}
