/**
 * Sends the import batch after batch; it can be stopped and continued. Answered rows are on disk;
 * the rest may be sent again.
 */
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { ImportRow } from '#shared/contract/import.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { batchesOf } from './import-batches.ts'

/** Between two batches: a page may send fifty requests a second, and has others to send. */
const PAUSE_MS = 30

export type Sending = {
  state: Ref<'ready' | 'sending' | 'stopped' | 'done'>
  all: Ref<number>
  sent: Ref<number> // answered rows, existing ones included
  added: Ref<number>
  refusal: ShallowRef<Refused | null>
  begin: (fileName: string, rows: readonly ImportRow[]) => Promise<void>
  goOn: () => Promise<void>
  stop: () => void
  hide: () => void // the refusal
  forget: () => void
}

export function useSending(): Sending {
  const board = useBoard()
  const state: Sending['state'] = ref('ready')
  const [all, sent, added] = [ref(0), ref(0), ref(0)]
  const refusal = shallowRef<Refused | null>(null)
  let batches: readonly (readonly ImportRow[])[] = []
  let next = 0
  let about = { importId: '', fileName: '' }

  async function goOn(): Promise<void> {
    state.value = 'sending'
    refusal.value = null
    for (; next < batches.length && state.value === 'sending'; next++) {
      const answer = await board.request('import/rows', {
        ...about,
        rows: [...(batches[next] ?? [])],
      })
      if (!answer.ok) {
        refusal.value = answer
        state.value = 'stopped'
        return
      }
      added.value += answer.reply.added
      sent.value += batches[next]?.length ?? 0
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
    if (state.value === 'sending') state.value = 'done'
  }
  const stop = (): void => {
    if (state.value === 'sending') state.value = 'stopped'
  }
  onScopeDispose(stop)

  return {
    state,
    all,
    sent,
    added,
    refusal,
    goOn,
    stop,
    hide: () => {
      refusal.value = null
    },
    async begin(fileName, rows) {
      about = { importId: crypto.randomUUID(), fileName: fileName.slice(0, 200) }
      batches = batchesOf(rows)
      next = 0
      all.value = rows.length
      sent.value = 0
      added.value = 0
      await goOn()
    },
    forget() {
      stop()
      state.value = 'ready'
      refusal.value = null
    },
  }
}
