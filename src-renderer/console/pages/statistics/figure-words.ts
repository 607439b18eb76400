/** Numbers of the page in words: differences with their sign, shares, spans. */
import { compare } from '#shared/domain/statistics/compare.ts'
import { spanFigure } from '#shared/domain/wording/duration.ts'
import { metShare } from '#shared/domain/statistics/share.ts'
import type { Language } from '#renderer/ui/figure.ts'

export const DASH = '—'

/** With its sign, a true minus: `+4`, `−2`, `0`. */
export const signed = (value: number): string =>
  value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0'

/**
 * `percent` stands behind the difference: in brackets on a base under ten, a dash on a base of
 * zero.
 */
export type Change = { difference: string; percent: string | null }

/** How a count stands against that of another period. */
export function changeOf(current: number, base: number): Change {
  const { difference, percent, small } = compare(current, base)
  if (percent === null)
    return { difference: signed(difference), percent: difference === 0 ? null : DASH }
  if (difference === 0) return { difference: '0', percent: null }
  const text = `${signed(Math.abs(percent) >= 10 ? Math.round(percent) : percent)}%`
  return { difference: signed(difference), percent: small ? `(${text})` : text }
}

type Decided = { due: number; met: number }

/**
 * How a share stands against that of another period: in percentage points. A dash where there is
 * nothing to compare with.
 */
export function pointsOf(current: Decided, base: Decided): Change {
  const [now, then] = [metShare(current), metShare(base)]
  return now === null || then === null
    ? { difference: DASH, percent: null }
    : { difference: signed(now - then), percent: null }
}

export const percentOf = (decided: Decided): string => {
  const share = metShare(decided)
  return share === null ? DASH : `${share}%`
}

/** A span in ms with units, so that it is never read as another; a dash for none. */
export const spanWords = (ms: number | null, lang: Language): string =>
  ms === null ? DASH : spanFigure(ms)[lang]
