/**
 * Finds the plans that a search means: by their own words here; by what callers say, also in pinyin
 * or initials, the station knows (`incident/propose`).
 */
import type { PlanSummary, TypeSummary } from '#shared/contract/plans.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

const both = ({ zh, en }: LocalizedText): readonly string[] => [zh, en]

function wordsOf(plan: PlanSummary, types: readonly TypeSummary[]): string {
  const answered = types.filter(({ code }) => plan.types.includes(code))
  return [
    plan.id,
    ...both(plan.title),
    ...both(plan.short),
    ...both(plan.documentTitle),
    ...answered.flatMap((type) => [...both(type.name), ...type.words]),
  ]
    .join('\n')
    .toLowerCase()
}

/**
 * Ids of the plans that have every word of the search; all of them for an empty search. `heard`:
 * those that the station named for it.
 */
export function isMatch(
  search: string,
  plans: readonly PlanSummary[],
  types: readonly TypeSummary[],
  heard: readonly string[],
): ReadonlySet<string> {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return new Set(
    plans
      .filter((plan) => {
        if (heard.includes(plan.id)) return true
        const planWords = wordsOf(plan, types)
        return words.every((word) => planWords.includes(word))
      })
      .map(({ id }) => id),
  )
}

/**
 * Whether the station is asked too: one letter, or one character, is too little to mean anything.
 */
export const worthAsking = (search: string): boolean => /[a-z]{3}|[\u4e00-\u9fff]{2}/i.test(search)
