/** The words of a row's marks in the language of the wall, the longest first. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { WARNINGS } from '../ui/glossary.ts'
import { useText, useWords } from '../i18n/index.ts'
import type { WallMessages } from '../i18n/wall.zh.ts'
import type { MarkWords } from './row-marks.ts'

export function useMarkWords(): ComputedRef<MarkWords> {
  const { tr } = useText()
  const t = useWords<WallMessages>()
  const kinds = ['dead', 'serious', 'minor', 'hurt', 'missing', 'trapped'] as const
  type Counts = Readonly<Partial<Record<(typeof kinds)[number], number>>>
  const listed = (counts: Counts, atLeast: readonly string[]): string =>
    kinds
      .flatMap((kind) => {
        const count = counts[kind]
        if (!count) return []
        return [t(`mark.${kind}`, { count: atLeast.includes(kind) ? `≥${count}` : count })]
      })
      .join(' ')
  return computed(() => ({
    people: (counts, atLeast) => {
      const { dead, serious, minor, missing, trapped } = counts
      const isSummed = !atLeast.includes('serious') && !atLeast.includes('minor')
      const short = isSummed ? { dead, hurt: serious + minor, missing, trapped } : counts
      return [listed(counts, atLeast), listed(short, atLeast)]
    },
    together: (count, isAtLeast) => t('mark.inNeed', { count: isAtLeast ? `≥${count}` : count }),
    vulnerable: (number, isAtLeast) => {
      const count = isAtLeast ? `≥${number}` : number
      return [t('mark.vulnerable', { count }), t('mark.frail', { count })]
    },
    warning: (colour) => [tr(WARNINGS[colour])],
    provisional: [t('mark.provisional'), t('mark.unconfirmed')],
    known: (person) =>
      person === null ? [t('mark.known')] : [t('mark.knownBy', { person }), t('mark.known')],
    late: [t('mark.late')],
  }))
}
