/** The site's types, categories, levels and severities, for which values of a table may stand. */
import { computed, type ComputedRef } from 'vue'
import type { Coded } from '#shared/domain/import/fields.ts'
import { severityChoices, type Choice } from '#shared/domain/import/values.ts'
import { localized } from '#shared/domain/text.ts'
import { useQuery } from '#renderer/console/base/use-query.ts'

const LEVELS = 4
export type Choices = Readonly<Record<Coded, readonly Choice[]>>

export function useChoices(): {
  choices: ComputedRef<Choices>
  categoryOf: (type: string) => string | null
} {
  const { reply } = useQuery('types/list', () => ({}))
  const numerals = ['一', '二', '三', '四']
  const choices = computed<Choices>(() => ({
    type: (reply.value ?? []).map(({ code, name }) => ({ code, names: [name] })),
    category: [
      ...new Map(
        (reply.value ?? []).map(({ category, categoryName }) => [
          category,
          { code: category, names: [categoryName] },
        ]),
      ).values(),
    ],
    level: Array.from({ length: LEVELS }, (_, n) => ({
      code: String(n + 1),
      names: [localized(`${numerals[n] ?? ''}级`, `Level ${n + 1}`)],
    })),
    severity: severityChoices,
  }))
  return {
    choices,
    categoryOf: (type) => reply.value?.find(({ code }) => code === type)?.category ?? null,
  }
}
