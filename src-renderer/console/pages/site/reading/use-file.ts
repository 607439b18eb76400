/** Reads the chosen file in slices, again with another encoding or separator; can be cancelled. */
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Refused, type ReadFault, type ReadOptions } from './limits.ts'
import type { Chosen } from './table.ts'

/** The kinds of file that the system's dialog offers first. */
export const ACCEPT =
  '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type ChosenFile<T> = {
  table: ShallowRef<T | null>
  reading: Ref<number | null> // rows so far
  fault: Ref<ReadFault | 'unreadable' | null>
  choose: (file: File) => Promise<void>
  again: (chosen: Chosen) => Promise<void>
  cancel: () => void
  forget: () => void
}

/** `readFile`: reads a file as what the page needs of it. */
export function useFile<T>(
  readFile: (file: File, chosen: Chosen, reading: ReadOptions) => Promise<T>,
): ChosenFile<T> {
  const table = shallowRef<T | null>(null)
  const reading = ref<number | null>(null)
  const fault: ChosenFile<T>['fault'] = ref(null)
  let file: File | null = null
  let control = new AbortController()

  async function read(chosen: Chosen): Promise<void> {
    if (!file) return
    control.abort()
    const current = (control = new AbortController())
    reading.value = 0
    fault.value = null
    try {
      const result = await readFile(file, chosen, {
        signal: current.signal,
        progress: (rows) => {
          if (current === control) reading.value = rows
        },
      })
      if (current === control) table.value = result
    } catch (error) {
      if (current !== control || current.signal.aborted) return
      table.value = null
      fault.value = error instanceof Refused ? error.why : 'unreadable'
    } finally {
      if (current === control) reading.value = null
    }
  }
  function cancel(): void {
    control.abort()
    reading.value = null
  }
  onScopeDispose(cancel)
  return {
    table,
    reading,
    fault,
    cancel,
    choose(chosen) {
      file = chosen
      table.value = null
      return read({})
    },
    again: read,
    forget() {
      cancel()
      file = null
      table.value = null
      fault.value = null
    },
  }
}
