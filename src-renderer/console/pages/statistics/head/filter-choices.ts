/** Lists what can be chosen in the filters: the tree of categories and types, levels, places. */
import type { FigureNames } from '#shared/contract/statistics.ts'
import type { TypeSummary } from '#shared/contract/plans.ts'
import type { Filter } from '#shared/domain/statistics/figures.ts'
import { NONE } from '#shared/domain/statistics/metrics.ts'
import type { Language } from '#renderer/ui/figure.ts'
import type { Choice } from '#renderer/console/components/choices.ts'

type Named = Pick<FigureNames, 'types' | 'categories'>

/** A category or a type as one value of one list. */
export const kindValue = ({ type, category }: Filter): string =>
  type !== undefined ? `t:${type}` : category !== undefined ? `c:${category}` : ''
export const withKind = (filter: Filter, value: string): Filter => ({
  ...filter,
  type: value.startsWith('t:') ? value.slice(2) : undefined,
  category: value.startsWith('c:') ? value.slice(2) : undefined,
})

/**
 * The site's categories, below each its types, below these what lies under them; then what figures
 * name beside, and what has none.
 */
export function kindChoices(
  types: readonly TypeSummary[],
  names: Named,
  lang: Language,
  words: { all: string; none: string },
): readonly Choice[] {
  const codes = new Set(types.map(({ code }) => code))
  const depthOf = (code: string): number =>
    code
      .split('.')
      .filter((_, n, parts) => n < parts.length - 1 && codes.has(parts.slice(0, n + 1).join('.')))
      .length
  const categories = new Map([
    ...types.map((item) => [item.category, item.categoryName] as const),
    ...Object.entries(names.categories).filter(
      ([code]) => !types.some(({ category }) => category === code),
    ),
  ])
  const tree = [...categories].flatMap(([code, name]) => [
    { value: `c:${code}`, label: name[lang], depth: 0 },
    ...types
      .filter(({ category }) => category === code)
      .map((item) => ({
        value: `t:${item.code}`,
        label: item.name[lang],
        depth: 1 + depthOf(item.code),
      })),
  ])
  const former = Object.entries(names.types)
    .filter(([code]) => !codes.has(code))
    .map(([code, name]) => ({ value: `t:${code}`, label: name[lang], depth: 0 }))
  return [
    { value: '', label: words.all, depth: 0 },
    ...tree,
    ...former,
    { value: `c:${NONE}`, label: words.none, depth: 0 },
  ]
}

/** The choices with the one that is chosen, also where nothing names it any more. */
export const withChosen = (choices: readonly Choice[], value: string): readonly Choice[] =>
  choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, label: value.replace(/^[tc]:/, ''), depth: 0 }]
