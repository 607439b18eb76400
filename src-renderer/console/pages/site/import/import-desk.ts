/**
 * Keeps what was chosen for an import while the page is away: the file, what its columns and values
 * stand for, and how far it was sent. It goes when somebody else signs on; a reload asks first.
 */
import { defineStore } from 'pinia'
import { markRaw, onScopeDispose, watch } from 'vue'
import { useBoard } from '#renderer/stores/board.ts'
import { belongsTo, type DraftOwner } from '#renderer/console/base/form-drafts.ts'
import { readTable } from '../reading/table.ts'
import { useFile } from '../reading/use-file.ts'
import { useChoices } from './use-choices.ts'
import { useMapping } from './use-mapping.ts'
import { useSending } from './use-sending.ts'

export const useImportDesk = defineStore('import', () => {
  const board = useBoard()
  const { choices, categoryOf } = useChoices()
  const file = useFile(readTable)
  const mapping = useMapping(
    file.table,
    () => choices.value.type,
    () => choices.value.category,
  )
  const sending = useSending()
  function forget(): void {
    sending.forget()
    file.forget()
  }

  watch(
    (): DraftOwner => ({ seat: board.session, person: board.person }),
    (owner, before) => {
      if (!belongsTo(before, owner)) forget()
    },
  )
  const warn = (event: BeforeUnloadEvent): void => {
    if (file.table.value && sending.state.value !== 'done') event.preventDefault()
  }
  // the desktop's window hides instead of closing, and would never end here
  if (!window.station) addEventListener('beforeunload', warn)
  onScopeDispose(() => removeEventListener('beforeunload', warn))

  // their own refs stay refs
  return { parts: markRaw({ choices, categoryOf, file, mapping, sending, forget }) }
})
