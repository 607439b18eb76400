/** A limit at the right edge of the outline: `15分钟`, `15分钟/45分钟` by workday and holiday. */
import { exactDuration } from '#shared/domain/wording/duration.ts'
import type { Language } from '#renderer/ui/figure.ts'
import { durationMs } from '../draft/duration.ts'
import type { DraftStep } from '../draft/draft-types.ts'

export function limitOf({ due }: Pick<DraftStep, 'due'>, lang: Language): string {
  if (!due) return ''
  const times =
    typeof due.within === 'string' ? [due.within] : [due.within.workday, due.within.holiday]
  return times.map((time) => (time ? exactDuration(durationMs(time))[lang] : '—')).join('/')
}
