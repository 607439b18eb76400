/**
 * The turns of speech of a report, in both languages: numbers, shares, spans, comparisons, lists.
 */
import { LEVEL_NAMES } from '../incident/record/names.ts'
import { compare, NO_DATA } from '../statistics/compare.ts'
import { MINUS } from './format.ts'
import { NONE } from '../statistics/metrics.ts'
import { localized, type LocalizedText } from '../text.ts'

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
export const DAY_NAMES: readonly LocalizedText[] = [
  localized('周一', 'Monday'),
  localized('周二', 'Tuesday'),
  localized('周三', 'Wednesday'),
  localized('周四', 'Thursday'),
  localized('周五', 'Friday'),
  localized('周六', 'Saturday'),
  localized('周日', 'Sunday'),
]
const NO_CODE = localized('未分类', 'Not classified')
const LEVELS: Readonly<Record<string, LocalizedText>> = LEVEL_NAMES
const NO_LEVEL = localized('未定级', 'No level')

export const same = (word: string): LocalizedText => localized(word, word)
export const joined = (texts: readonly LocalizedText[], zh = '', en = ' '): LocalizedText =>
  localized(texts.map((text) => text.zh).join(zh), texts.map((text) => text.en).join(en))

/** 一、二、… up to ten. */
export const ordinal = (index: number): string => ORDINALS[index] ?? String(index + 1)

/** What a code is called; one without a name stands for itself. */
export const nameOf = (
  code: string,
  names: Readonly<Record<string, LocalizedText>>,
): LocalizedText => (code === NONE ? NO_CODE : (names[code] ?? same(code)))
/** The number that a clause has in its own paper, 五（二）3（2）; ours where that gives it none. */
export const chapterOf = (
  clause: string,
  chapters: Readonly<Record<string, LocalizedText>> | undefined,
): LocalizedText => {
  const chapter = chapters?.[clause]
  return chapter && chapter.zh !== '' ? chapter : same(clause)
}
export const levelOf = (key: string): LocalizedText =>
  key === NONE ? NO_LEVEL : (LEVELS[key] ?? localized(`${key}级`, `Level ${key}`))

/** 0.955 → `95.5%`. */
export const shareText = (share: number): string => `${(Math.round(share * 1000) / 10).toFixed(1)}%`
export const yuanText = (yuan: number): string =>
  yuan.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: 2 })

/**
 * `1 limit`, `2 limits`; `was` stands for any word that changes with the number: `2 drills were`.
 */
export const many = (
  count: number,
  noun: string,
  was?: readonly [single: string, more: string],
): string => `${count} ${noun}${count === 1 ? '' : 's'}${was ? ` ${was[count === 1 ? 0 : 1]}` : ''}`

/** Whole and share of it, for a chart or a sentence; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole

/**
 * How a count stands against that of another period. A base under ten: the difference first and the
 * percentage behind it; a base of zero: no percentage at all. `base` null: of that time the record
 * knows nothing. `than`: 上月, `the month before`.
 */
export function against(current: number, base: number | null, than: LocalizedText): LocalizedText {
  if (base === null) return localized(`${than.zh}${NO_DATA.zh}`, `${NO_DATA.en} for ${than.en}`)
  const { difference, percent, small } = compare(current, base)
  if (difference === 0)
    return base === 0
      ? localized(`${than.zh}也未发生`, `none, as in ${than.en}`)
      : localized(`与${than.zh}持平`, `the same as in ${than.en}`)
  const [by, more] = [Math.abs(difference), difference > 0]
  if (percent === null) return localized(`${than.zh}未发生`, `none in ${than.en}`)
  const share = `${Math.abs(percent).toFixed(1)}%`
  return small
    ? localized(
        `比${than.zh}${more ? '增加' : '减少'}${by}起（${more ? '+' : MINUS}${share}）`,
        `${by} ${more ? 'more' : 'fewer'} than in ${than.en} (${more ? '+' : MINUS}${share})`,
      )
    : localized(
        `比${than.zh}${more ? '增加' : '减少'}${by}起，${more ? '上升' : '下降'}${share}`,
        `${more ? 'up' : 'down'} ${share} on ${than.en} (${more ? '+' : MINUS}${by})`,
      )
}

/** 一是…；二是…。 */
export const pointed = (points: readonly LocalizedText[]): LocalizedText =>
  localized(
    `${points.map(({ zh }, index) => `${ordinal(index)}是${zh}`).join('；')}。`,
    `${points.map(({ en }, index) => `(${index + 1}) ${en}`).join('; ')}.`,
  )
