/** The keys of writing, heard wherever the focus is in the editor while no dialog is open. */
import { onScopeDispose, type Ref } from 'vue'
import { useDialogs } from '#renderer/console/base/dialogs.ts'
import type { EditDesk } from './edit-desk.ts'
import type { Tab } from './frame/editor-acts.ts'

export function useEditKeys(
  { nextLine, offers, takeOffers }: EditDesk,
  tab: Readonly<Ref<Tab>>,
): void {
  const dialogs = useDialogs()

  function heard(event: KeyboardEvent): void {
    const isControl = event.ctrlKey || event.metaKey
    const isOurs = event.key === 'Enter' && isControl !== event.altKey && !event.isComposing
    if (!isOurs || dialogs.any || tab.value !== 'write') return
    event.preventDefault()
    if (event.altKey) takeOffers(offers.value)
    else nextLine()
  }
  addEventListener('keydown', heard)
  onScopeDispose(() => removeEventListener('keydown', heard))
}
