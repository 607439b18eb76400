/**
 * The words for the figures of HQ's monthly report, and the order in which they stand: one for
 * page, paper and files. A figure is named as `figuresOf` names it: `incidents`, `byLevel.2`.
 */
import { joined, levelOf, nameOf } from '../document/wording.ts'
import type { FigureNames } from '../statistics/names.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { MissingWhy } from './group-month.ts'

/** The names of the codes that sites count by. */
export type CodeNames = Pick<FigureNames, 'types' | 'categories'>

type Named = readonly { code: string; name: LocalizedText }[]
export const namesOf = ({ types, categories }: { types: Named; categories: Named }): CodeNames => {
  const byCode = (named: Named): CodeNames['types'] =>
    Object.fromEntries(named.map(({ code, name }) => [code, name]))
  return { types: byCode(types), categories: byCode(categories) }
}

/** What stands beside each site, in this order. */
export const MAIN_FIGURES = [
  'incidents',
  'byLevel.1',
  'byLevel.2',
  'byLevel.3',
  'byLevel.4',
  'byLevel.none',
  'limits.due',
  'limits.met',
  'limits.late',
  'falseReports',
  'drills',
] as const

const WORDS: Readonly<Record<string, LocalizedText>> = {
  incidents: localized('事件', 'Incidents'),
  'limits.due': localized('到期时限', 'Limits due'),
  'limits.met': localized('按时完成', 'On time'),
  'limits.late': localized('超时', 'Late'),
  falseReports: localized('误报', 'False reports'),
  drills: localized('演练', 'Drills'),
}
const LEGAL: Readonly<Record<string, LocalizedText>> = {
  naturalDisaster: localized('自然灾害', 'Natural disaster'),
  accidentDisaster: localized('事故灾难', 'Accident disaster'),
  publicHealth: localized('公共卫生', 'Public health'),
  socialSecurity: localized('社会安全', 'Public security'),
}
const NO_LEGAL = localized('未归类', 'Not categorised')
const GROUPS: Readonly<Record<string, LocalizedText>> = {
  byLegalCategory: localized('类别', 'Category'),
  byCategory: localized('单位的类别', "Site's category"),
  byType: localized('事件类型', 'Type'),
}
/** Groups that stand under one another, after what is no group. */
const GROUP_ORDER = ['byLevel', 'byLegalCategory', 'byCategory', 'byType']

/** Of one of the four, or of none of them. */
export const legalWords = (key: string): LocalizedText => LEGAL[key] ?? NO_LEGAL

function wordOf(group: string, key: string, { types, categories }: CodeNames): LocalizedText {
  if (group === 'byLevel') return levelOf(key)
  if (group === 'byLegalCategory') return legalWords(key)
  return nameOf(key, group === 'byType' ? types : categories)
}

/** `二级`, `类别：自然灾害`; a code that nothing names stands for itself. */
export function figureWords(figure: string, names: CodeNames): LocalizedText {
  const known = WORDS[figure]
  if (known) return known
  const [group = '', ...rest] = figure.split('.')
  const word = wordOf(group, rest.join('.'), names)
  const of = GROUPS[group]
  return of ? joined([of, word], '：', ': ') : word
}

const place = (figure: string): number => {
  const main = MAIN_FIGURES.findIndex((known) => known === figure)
  return main >= 0 ? main : MAIN_FIGURES.length + GROUP_ORDER.indexOf(figure.split('.')[0] ?? '')
}
/** The main ones first, then group by group, what has no code last. */
export const inFigureOrder = (figures: Iterable<string>): readonly string[] =>
  [...new Set(figures)].sort(
    (figure, other) =>
      place(figure) - place(other) ||
      Number(figure.endsWith('.none')) - Number(other.endsWith('.none')) ||
      (figure < other ? -1 : 1),
  )

/** Why a site is missing from a month; it is never counted as nought. */
export const MISSING_WORDS: Readonly<Record<MissingWhy, LocalizedText>> = {
  never: localized('还没有上交过', 'nothing was handed up yet'),
  'not-to-end': localized('没有交到期末', 'not handed up to the end'),
  fork: localized('记录分叉，不知哪份对', 'forked: nobody knows which record is right'),
}
