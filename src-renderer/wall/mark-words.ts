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
  const kinds = ['dead', 'serious', 'minor', 'hurt', 'missing'] as const
  const listed = (counts: Readonly<Partial<Record<(typeof kinds)[number], number>>>): string =>
    kinds
      .flatMap((kind) => (counts[kind] ? [t(`mark.${kind}`, { count: counts[kind] })] : []))
      .join(' ')
  return computed(() => ({
    people: (counts) => [
      listed(counts),
      listed({
        dead: counts.dead,
        hurt: counts.serious + counts.minor,
        missing: counts.missing,
      }),
    ],
    warning: (colour) => [tr(WARNINGS[colour])],
    provisional: [t('mark.provisional'), t('mark.unconfirmed')],
    late: [t('mark.late')],
  }))
}
