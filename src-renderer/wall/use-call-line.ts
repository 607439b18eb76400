/** Says whom to call while the picture is not live; in a public hall it names nobody. */
import { computed, type ComputedRef } from 'vue'
import { peopleOf } from '#shared/domain/roster/outside-units.ts'
import { useText, useWords } from '../i18n/index.ts'
import type { WallMessages } from '../i18n/wall.zh.ts'
import { useBoard } from '../stores/board.ts'
import { useSetting } from './wall-setting.ts'
import { contactOf } from './whom-to-call.ts'

export function useCallLine(): ComputedRef<string> {
  const { tr } = useText()
  const t = useWords<WallMessages>()
  const board = useBoard()
  const { nameless } = useSetting()
  return computed(() => {
    const contact = contactOf(board.board?.duty ?? [])
    if (!contact) return t('head.callAdmin')
    const post = t('head.call', { post: tr(contact.role) })
    const [person = ''] = peopleOf(contact.people, contact.role)
    return nameless.value ? post : `${post} ${person}`.trimEnd()
  })
}
