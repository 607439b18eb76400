/** Says how a clock of the law stands: what is left, marks at half and at 80 %, how late it is. */
import { MARKS, shareGone } from '#shared/domain/bulletin/clock.ts'
import type { ReportClock } from '#shared/domain/incident/record/report-clocks.ts'
import { CLOCK_NAMES } from '#shared/domain/timeline/bulletins.ts'
import { clockDuration } from '#shared/domain/wording/duration.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { instantWords } from '#renderer/console/base/instant-words.ts'
import { useBulletinWords } from './bulletin-words.ts'

/**
 * Without contact nothing counts: then it is the time of day by which it is due. `brief`: where
 * there is little room, what is left alone.
 */
export function useClockWords(): (clock: ReportClock, brief?: boolean) => string {
  const t = useBulletinWords()
  const { tr, lang } = useText()
  const { now, zone, stale } = useDisplayClock()
  const instant = (at: number): string => instantWords(at, zone.value, lang.value)
  return (clock, brief = false) => {
    const { kind, dueAt, doneAt, endedAt } = clock
    const name = tr(CLOCK_NAMES[kind])
    const gone = shareGone(clock, now.value)
    if (doneAt !== null) return t('met', { name, time: instant(doneAt) })
    if (endedAt !== null || gone === null) return t('dropped', { name })
    if (stale.value) return t(brief ? 'brief.until' : 'until', { name, due: instant(dueAt) })
    const time = clockDuration(Math.abs(dueAt - now.value))
    if (brief) return t(gone >= 1 ? 'brief.late' : 'brief.left', { name, time })
    const [half, near] = MARKS
    if (gone >= 1) return t('late', { name, time })
    if (gone >= near) return t('near', { name, time })
    if (gone >= half) return t('half', { name, time })
    return t('left', { name, time, due: instant(dueAt) })
  }
}
