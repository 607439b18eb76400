/**
 * The categories of a document, which nobody makes by themselves: a type says what it is counted
 * under, and a name that nobody has used makes a new one.
 */
import type { TypeSummary } from '#shared/contract/plans.ts'
import { noWords } from '../../../edit/draft/new-parts.ts'
import type { EditedDocument } from './document-draft.ts'
import { newCategoryId } from './new-rows.ts'

/**
 * The code of the category of this name, which the document has from then on; empty for no name. A
 * name that the site counts by already stands for that category, so that both are one figure.
 */
export function categoryNamed(
  draft: EditedDocument,
  name: string,
  types: readonly TypeSummary[],
  language: 'zh' | 'en',
): string {
  if (name === '') return ''
  const known = Object.entries(draft.categories).find(([, words]) => words[language] === name)
  if (known) return known[0]
  const used = types.find(
    ({ category, categoryName }) =>
      categoryName[language] === name && !(category in draft.categories),
  )
  const code = used?.category ?? newCategoryId(draft)
  const words = used ? { ...used.categoryName } : { ...noWords(), [language]: name }
  draft.categories = { ...draft.categories, [code]: words }
  return code
}

/** Without those that no type of the document lies under. */
export function withoutUnusedCategories({
  categories,
  types,
}: EditedDocument): EditedDocument['categories'] {
  const used = new Set(Object.values(types).map(({ category }) => category))
  return Object.fromEntries(Object.entries(categories).filter(([code]) => used.has(code)))
}
