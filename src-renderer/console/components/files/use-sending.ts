/**
 * Sends files one by one and has each put where it belongs; what fails or is cancelled is said by
 * name.
 */
import { onBeforeUnmount, ref, type Ref } from 'vue'
import { fileTooLarge } from '#shared/domain/incident/record/file-refusals.ts'
import { MOST_FILE_BYTES } from '#shared/domain/incident/record/files.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { attachedName } from './file-name.ts'

/** `part`: how much has gone out, 0 to 1; `why`: not attached; `cancelled`: nobody wants it. */
export type Coming = {
  key: number
  name: string
  part: number
  why: LocalizedText | null
  cancelled: boolean
}

/** A file that the station has taken in, and how people call it. */
export type Sent = { fileId: string; name: string }

/**
 * @param target where what is added now belongs; `incidentId` null: to no incident
 * @param place puts one that has arrived there; resolves with why it was refused, else null
 */
export function useSending<T extends { incidentId: string | null }>(
  target: () => T,
  place: (sent: Sent, to: T) => Promise<LocalizedText | null>,
): {
  coming: Ref<Coming[]>
  add: (files: readonly File[]) => void
  cancel: (key: number) => void
  hide: (key: number) => void
} {
  const board = useBoard()
  const coming = ref<Coming[]>([])
  const aborts = new Map<number, AbortController>()
  let count = 0
  let turn: Promise<void> = Promise.resolve()

  const entryOf = (key: number): Coming | undefined =>
    coming.value.find((entry) => entry.key === key)
  const hide = (key: number): void => {
    coming.value = coming.value.filter((entry) => entry.key !== key)
  }
  function end(key: number, why: LocalizedText | null): void {
    const entry = entryOf(key)
    if (!entry) return
    if (why) entry.why = why
    else hide(key)
  }

  async function sendOne(key: number, file: File, to: T): Promise<void> {
    const abort = aborts.get(key)
    if (!abort || abort.signal.aborted) return
    if (file.size > MOST_FILE_BYTES) return end(key, fileTooLarge().message)
    const taken = await board.sendFile(file, {
      incidentId: to.incidentId,
      signal: abort.signal,
      onProgress(part) {
        const entry = entryOf(key)
        if (entry) entry.part = part
      },
    })
    if (taken === null) return // cancelled: said already
    if (!taken.ok) return end(key, taken.message)
    const { fileId } = taken
    end(key, await place({ fileId, name: attachedName(file, taken) }, to))
  }

  onBeforeUnmount(() => {
    for (const abort of aborts.values()) abort.abort()
  })
  return {
    coming,
    hide,
    add(files) {
      const to = target()
      for (const file of files) {
        const key = ++count
        aborts.set(key, new AbortController())
        coming.value.push({ key, name: file.name, part: 0, why: null, cancelled: false })
        turn = turn.then(() => sendOne(key, file, to)).finally(() => aborts.delete(key))
      }
    },
    cancel(key) {
      const entry = entryOf(key)
      if (entry) entry.cancelled = true
      aborts.get(key)?.abort()
    },
  }
}
