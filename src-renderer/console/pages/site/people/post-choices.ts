/** The posts to choose from, each with the documents that name it. */
import { computed, type ComputedRef } from 'vue'
import { useText } from '#renderer/i18n/index.ts'
import type { Choice } from '../../../components/choices.ts'
import { useStaff } from '../staff.ts'
import { useRegisterWords } from '../register-words.ts'

export function usePostChoices(): ComputedRef<readonly Choice[]> {
  const staff = useStaff()
  const t = useRegisterWords()
  const { tr } = useText()
  return computed(() =>
    (staff.people.value?.posts ?? []).map(({ id, name, documents, ofSite }) => ({
      value: id,
      label: tr(name),
      note: ofSite ? t('post.ofSite') : documents.map(tr).join(t('join')),
    })),
  )
}

/** Everybody who is here, to choose from, each with their posts. */
export function usePersonChoices(): ComputedRef<readonly Choice[]> {
  const staff = useStaff()
  const t = useRegisterWords()
  return computed(() =>
    (staff.people.value?.persons ?? [])
      .filter(({ left }) => !left)
      .map(({ id, name, posts }) => ({
        value: id,
        label: name,
        note: posts.map(staff.labelOf).join(t('join')),
      })),
  )
}
