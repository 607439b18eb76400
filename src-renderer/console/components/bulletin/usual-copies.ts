/** To whom a report goes before anybody says otherwise: of a written one as the site has set it. */
import { computed, type ComputedRef } from 'vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { BulletinSeries } from '#shared/domain/incident/record/bulletins.ts'
import { useQuery } from '#renderer/console/base/use-query.ts'
import { useBulletinWords } from './bulletin-words.ts'

/** Null while it is not read. A site that has set nothing sends copies of what is grave upwards. */
export function useUsualCopies(
  incident: () => Pick<BoardIncident, 'severity' | 'severitySuggested'>,
  series: () => BulletinSeries,
): ComputedRef<{ to: string; copies: string } | null> {
  const t = useBulletinWords()
  const { reply, refusal } = useQuery('bulletin/copies-read', () =>
    series() === 'management' ? {} : null,
  )
  return computed(() => {
    if (series() !== 'management') return { to: '', copies: '' }
    const { severity, severitySuggested } = incident()
    const grave = severity ?? severitySuggested ?? 'ordinary'
    const arranged = reply.value?.arranged
    if (arranged) return { to: arranged.to, copies: arranged.copies[grave].join('、') }
    if (!reply.value && !refusal.value) return null
    return { to: '', copies: grave === 'ordinary' ? '' : t('usual.manager') }
  })
}
