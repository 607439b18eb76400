/**
 * Words that were typed and not taken yet: they are there again when somebody comes back to the
 * part, as long as the editor is open.
 */
import { computed, type WritableComputedRef } from 'vue'
import { useEditDesk } from '../edit-desk.ts'

/** @param field what tells the field from others of the part. */
export function useLeftWords(field: string): WritableComputedRef<string> {
  const { leftWords, path } = useEditDesk()
  const key = `${path.value} ${field}` // of the part that the field was drawn for
  return computed({
    get: () => leftWords.get(key) ?? '',
    set: (words) => {
      if (words === '') leftWords.delete(key)
      else leftWords.set(key, words)
    },
  })
}
