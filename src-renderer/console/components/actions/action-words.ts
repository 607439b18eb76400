/**
 * The words of corrective actions, typed, and how one says where it comes from and how it stands.
 */
import type { ActionRead } from '#shared/domain/corrective-action/draw.ts'
import { daysIn } from '#shared/domain/statistics/period.ts'
import { actionsEn } from '#renderer/i18n/actions.en.ts'
import { actionsZh } from '#renderer/i18n/actions.zh.ts'
import { useMoreWords, useText } from '#renderer/i18n/index.ts'
import { useStored } from '../../base/console-words.ts'
import { checkLink, drillLink, planLink, recordLink } from '../../base/links.ts'

export const useActionWords = () => useMoreWords('correctiveActions', actionsZh, actionsEn)

/** `today`: local date of the site. */
export function useActionTexts() {
  const t = useActionWords()
  const { tr } = useText()
  const stored = useStored()
  return {
    sourceText({ source }: Pick<ActionRead, 'source'>): string {
      if (source.kind === 'plan') return t('from.plan', { title: tr(source.title) })
      if (source.kind === 'other') return stored(source.words)
      if (source.kind === 'drill')
        return t('from.arranged', { number: source.number ?? '', title: tr(source.title) })
      if (source.kind === 'hazard')
        return t(`from.${source.grade}Hazard`, { place: stored(source.place ?? '') }).trim()
      const { number, place, drill } = source
      return t(drill ? 'from.drill' : 'from.incident', {
        number: number ?? '',
        place: stored(place),
      }).trim()
    },
    sourceLink({ source }: Pick<ActionRead, 'source'>): string | null {
      if (source.kind === 'incident') return recordLink(source.incidentId)
      if (source.kind === 'drill') return drillLink(source.drillId)
      if (source.kind === 'hazard') return source.checkId ? checkLink(source.checkId) : null
      return source.kind === 'plan' ? planLink(source.planId) : null
    },
    standing({ state, due, overdue, late }: ActionRead, today: string): string {
      if (overdue) return t('state.overdue', { days: daysIn({ from: due, to: today }) - 1 })
      if (state === 'open')
        return due === today
          ? t('state.today')
          : t('state.left', { days: daysIn({ from: today, to: due }) - 1 })
      return state === 'closed' && late ? t('state.late') : t(`state.${state}`)
    },
  }
}
