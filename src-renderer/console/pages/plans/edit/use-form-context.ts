/** What the tables of rows are drawn with: words, what may be chosen, and the plan. */
import { computed, type ComputedRef } from 'vue'
import { useText } from '#renderer/i18n/index.ts'
import { useEditDesk } from './edit-desk.ts'
import { useEditWords } from './editor-words.ts'
import type { FormContext } from './forms/form-rows.ts'

export function useFormContext(): ComputedRef<FormContext> {
  const t = useEditWords()
  const { tr } = useText()
  const { draft, options } = useEditDesk()
  return computed(() => ({ t, tr, options, draft: draft.value }))
}
