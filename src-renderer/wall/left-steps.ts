/** Words what a damaged record left undone in an incident, as far as two lines of a wall hold. */
import { emsOf } from '#shared/charts/measure.ts'
import type { BoardLeftIncident } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Language } from '../ui/figure.ts'
import type { Layout } from './layout.ts'
import type { Say } from './month-words.ts'

/** Margins and the badge before it, in units; the same sums as in EmergencyBand.vue. */
const [LYING, UPRIGHT, BADGE] = [96, 80, 104]
const LETTER = { zh: 53, en: 48 } as const
/** What the end of a line may leave free, in em, where its next word has no room. */
const [LINES, LEFT_FREE] = [2, 3]

type Words = { tr: (text: LocalizedText) => string; t: Say }

/**
 * How many steps were finished, how many are open, and as many of those by name as stand whole:
 * what life hangs on first.
 */
export function leftSteps(
  { done, open }: Pick<BoardLeftIncident, 'done' | 'open'>,
  { across, shape }: Pick<Layout, 'across' | 'shape'>,
  lang: Language,
  { tr, t }: Words,
): string {
  if (open.length === 0) return done > 0 ? t('emergency.done', { count: done }) : ''
  const line = (across - (shape === 'portrait' ? UPRIGHT : LYING) - BADGE) / LETTER[lang]
  const room = LINES * (line - LEFT_FREE)
  const head = t('emergency.open', { done, count: open.length })
  const steps = [
    ...open.filter((step) => step.lifeSafety),
    ...open.filter((step) => !step.lifeSafety),
  ]
  const names: string[] = []
  for (const { title } of steps) {
    const next = [...names, tr(title)]
    if (emsOf(t('emergency.steps', { head, steps: next.join(t('emergency.and')) })) > room) break
    names.push(tr(title))
  }
  return names.length > 0
    ? t('emergency.steps', { head, steps: names.join(t('emergency.and')) })
    : head
}
