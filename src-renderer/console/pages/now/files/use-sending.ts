/** Sends files one by one and attaches each; what fails or is cancelled is said by name. */
import { onBeforeUnmount, ref, type Ref } from 'vue'
import { fileTooLarge } from '#shared/domain/incident/record/file-refusals.ts'
import { MOST_FILE_BYTES } from '#shared/domain/incident/record/files.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useCommand } from '#renderer/console/base/use-command.ts'

const LONGEST_NAME = 200

/** `part`: how much has gone out, 0 to 1; `why`: not attached; `cancelled`: nobody wants it. */
export type Coming = {
  key: number
  name: string
  part: number
  why: LocalizedText | null
  cancelled: boolean
}

export function useSending(target: () => { incidentId: string; stepId: string | null }): {
  coming: Ref<Coming[]>
  add: (files: readonly File[]) => void
  cancel: (key: number) => void
  hide: (key: number) => void
} {
  const board = useBoard()
  const { send } = useCommand()
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

  async function sendOne(key: number, file: File, to: ReturnType<typeof target>): Promise<void> {
    const { incidentId, stepId } = to
    const abort = aborts.get(key)
    if (!abort || abort.signal.aborted) return
    if (file.size > MOST_FILE_BYTES) return end(key, fileTooLarge().message)
    const taken = await board.sendFile(file, {
      incidentId,
      signal: abort.signal,
      onProgress(part) {
        const entry = entryOf(key)
        if (entry) entry.part = part
      },
    })
    if (taken === null) return // cancelled: said already
    if (!taken.ok) return end(key, taken.message)
    const name = (file.name || `${taken.fileId.slice(0, 8)}.${taken.format}`).slice(-LONGEST_NAME)
    const { fileId } = taken
    const answer = await send('incident/file-attach', { incidentId, fileId, name, stepId })
    end(key, answer && !answer.ok ? answer.message : null)
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
