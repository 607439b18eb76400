/** What dialogs that are one form share: fields with a draft, what they lack, one command. */
import { computed, reactive, type ComputedRef } from 'vue'
import { localDate } from '#shared/domain/calendar.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { useCommand, type Command } from './use-command.ts'
import type { DraftFields } from './form-drafts.ts'
import { useFormDraft } from './use-form-draft.ts'

/**
 * `subject`: what it is about, its draft's. `lacking`: what is not filled in; null: nothing.
 * `saved` comes with the answer of the station.
 */
export function useEntryForm<F extends DraftFields, A extends { ok: boolean } = { ok: boolean }>(
  fields: F,
  {
    subject,
    lacking,
    send,
    saved,
  }: {
    subject: string
    lacking: (form: F) => string | null
    send: (command: Command, form: F) => Promise<A | null>
    saved: (answer: Extract<A, { ok: true }>) => void
  },
): { form: F; why: ComputedRef<string | null>; command: Command; save: () => Promise<void> } {
  const form = reactive(fields) as F
  const command = useCommand()
  const draft = useFormDraft(form, { subject: () => subject })
  const why = computed(() => lacking(form))
  async function save(): Promise<void> {
    if (why.value !== null || command.off.value) return
    const answer = await send(command, form)
    if (!answer?.ok) return
    draft.saved()
    saved(answer as Extract<A, { ok: true }>)
  }
  return { form, why, command, save }
}

/** Local date of the site, now. */
export function useToday(): string {
  const board = useBoard()
  const { zone } = useDisplayClock()
  return localDate(board.now(), zone.value)
}
export const orNull = (words: string): string | null => words.trim() || null
