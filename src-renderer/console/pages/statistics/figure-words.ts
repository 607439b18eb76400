/** Numbers of the page in words: differences with their sign, shares, spans. */
import { compare, NO_DATA } from '#shared/domain/statistics/compare.ts'
import type { PeriodStatistics } from '#shared/domain/statistics/figures.ts'
import { isRecorded } from '#shared/domain/statistics/period.ts'
import { spanFigure } from '#shared/domain/wording/duration.ts'
import { metShare } from '#shared/domain/statistics/share.ts'
import type { Language } from '#renderer/ui/figure.ts'
import type { ShownFigures } from './use-figures.ts'

export const DASH = '—'
/** Still being counted. */
export const COMING = '…'

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

/**
 * How the period stands against the one before or last year's: still to be counted, unknown to a
 * record that begins later, or what `change` says.
 */
export function changeAgainst(
  reply: ShownFigures,
  of: 'previous' | 'lastYear',
  lang: Language,
  change: (base: PeriodStatistics) => Change,
): Change {
  const base = reply[of]
  if (!base) return { difference: COMING, percent: null }
  return isRecorded(base, reply.recordSince)
    ? change(base)
    : { difference: NO_DATA[lang], percent: null }
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
