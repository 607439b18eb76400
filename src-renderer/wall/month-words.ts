/** Words the month of a wall: how many, and how that compares with the same days of before. */
import type { WallMonth } from '#shared/contract/wall.ts'
import { compare } from '#shared/domain/statistics/compare.ts'
import { metShare } from '#shared/domain/statistics/share.ts'
import { spanFigure } from '#shared/domain/wording/duration.ts'
import { monthMark, monthName } from '#shared/domain/wording/period.ts'
import type { KeyOf } from '../i18n/index.ts'
import type { WallMessages } from '../i18n/wall.zh.ts'

export type Say = (key: KeyOf<WallMessages>, named?: Record<string, unknown>) => string
type Lang = 'zh' | 'en'
type Base = 'previous' | 'lastYear'

/** 比上月同期少3起; where nothing can be compared with, that. */
function against(month: Pick<WallMonth, 'now' | Base>, base: Base, t: Say): string {
  const figures = month[base]
  if (figures === null) return t(`month.${base}.none`)
  const { difference } = compare(month.now.incidents, figures.incidents)
  if (difference === 0) return t(`month.${base}.same`)
  const count = Math.abs(difference)
  return t(difference > 0 ? `month.${base}.more` : `month.${base}.fewer`, { count })
}

/** Both comparisons; one sentence where neither has anything to compare with. */
export const comparisons = (month: Pick<WallMonth, 'now' | Base>, t: Say): readonly string[] =>
  month.previous === null && month.lastYear === null
    ? [t('month.noBase')]
    : [against(month, 'previous', t), against(month, 'lastYear', t)]

/** 11月1日至24日，23起：比上月同期少3起，比去年同期多2起; then shorter ones, down to the count. */
export function monthSentences(
  month: Pick<WallMonth, 'now' | Base>,
  lang: Lang,
  t: Say,
): readonly string[] {
  const { to, incidents: count } = month.now
  const day = Number(to.slice(8))
  const name = lang === 'zh' ? monthMark(to).zh : monthName(to).en
  const head = t(day === 1 ? 'month.firstDay' : 'month.soFar', { month: name, day, count })
  const all = comparisons(month, t)
  const compared = all.map((_, left) =>
    t('month.sentence', {
      head,
      comparisons: all.slice(0, all.length - left).join(t('month.and')),
    }),
  )
  return [...compared, head]
}

/** The one comparison that a band has room for: with the month before, if there is one. */
export const firstComparison = (month: Pick<WallMonth, 'now' | Base>, t: Say): string =>
  comparisons(month, t)[0] ?? ''

/** A figure with its label, and what it was before; `figure` null: there is none. */
export type MonthFigure = { key: string; label: string; figure: string | null; before: string }

type Figures = WallMonth['now']

function figureOf(
  key: 'met' | 'nudges' | 'firstStep',
  { now, previous, lastYear }: Pick<WallMonth, 'now' | Base>,
  value: (figures: Figures) => string | null,
  count: (figures: Figures) => number,
  t: Say,
): MonthFigure {
  const figure = value(now)
  const [month, year] = [previous && value(previous), lastYear && value(lastYear)]
  const parts = [
    ...(month === null ? [] : [t('month.before.previous', { value: month })]),
    ...(year === null ? [] : [t('month.before.lastYear', { value: year })]),
  ]
  return {
    key,
    label:
      figure === null ? t(`month.${key}.none`) : t(`month.${key}.label`, { count: count(now) }),
    figure,
    before: parts.length > 0 ? parts.join(t('month.and')) : t('month.before.none'),
  }
}

const percent = (counts: { due: number; met: number }): string | null => {
  const share = metShare(counts)
  return share === null ? null : `${share}%`
}

/** Limits met, reminders answered in time, and how soon the first step was done. */
export const monthFigures = (
  month: Pick<WallMonth, 'now' | Base>,
  lang: Lang,
  t: Say,
): readonly MonthFigure[] => [
  figureOf(
    'met',
    month,
    ({ limits }) => percent(limits),
    ({ limits }) => limits.due,
    t,
  ),
  figureOf(
    'nudges',
    month,
    ({ nudges }) => percent(nudges),
    ({ nudges }) => nudges.due,
    t,
  ),
  figureOf(
    'firstStep',
    month,
    ({ firstStep: { median } }) => (median === null ? null : spanFigure(median)[lang]),
    ({ firstStep }) => firstStep.n,
    t,
  ),
]
