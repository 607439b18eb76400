/** How the sentences of a paper are shown: which of them, and where the focus goes next. */
import type { PaperSentenceRead } from '#shared/contract/papers.ts'

export const SHOWN = ['all', 'onlyOpen', 'onlyChanged'] as const
export type Shown = (typeof SHOWN)[number]

/** Said beside the word of the state: what is told by colour alone is told to nobody. */
export const SIGNS = { used: '✓', aside: '–', purged: '–', open: '○' } as const

/** The chosen one is shown in any case: what somebody just decided does not jump away. */
export function shownOf(
  sentences: readonly PaperSentenceRead[],
  shown: Shown,
  selected: string | null,
): readonly PaperSentenceRead[] {
  if (shown === 'all') return sentences
  return sentences.filter(
    ({ id, state, change }) =>
      id === selected || (shown === 'onlyOpen' ? state === 'open' : change !== null),
  )
}

/**
 * The nearest open sentence behind (1) or before (-1) this one, beginning again at the end; null:
 * none is open but perhaps this one.
 */
export function openFrom(
  sentences: readonly PaperSentenceRead[],
  from: string | null,
  step: 1 | -1,
): string | null {
  const at = sentences.findIndex(({ id }) => id === from)
  const count = sentences.length
  for (let away = 1; away <= count; away++) {
    const start = at < 0 && step === 1 ? -1 : Math.max(at, 0)
    const next = sentences[(start + step * away + count * 2) % count]
    if (next?.state === 'open' && next.id !== from) return next.id
  }
  return null
}
