/**
 * One file at a time for a page: asked for, watched until it is whole, taken; or called off. What
 * goes wrong is said in the station's own words.
 */
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Input, Refused } from '#shared/contract/contract.ts'
import type { ExportState } from '#shared/contract/export.ts'
import type { Format } from '#shared/domain/document/file-formats.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useBoard } from '#renderer/stores/board.ts'
import type { Saved } from '#shared/contract/bridge.ts'

export type ExportSubject = Input<'export/start'>['what']

const LOOK_EVERY_MS = 250
/** A file that is made sooner shows no progress: it would only flicker. */
const SHOWN_AFTER_MS = 1_000

export function useExport(what: () => ExportSubject) {
  const board = useBoard()
  const { lang } = useText()
  const format = shallowRef<Format | null>(null) // of the file that is being made
  const id = shallowRef<string | null>(null)
  const state = shallowRef<ExportState | null>(null)
  const since = shallowRef(0)
  const saved = shallowRef<Saved | null>(null)
  const refusal = shallowRef<Refused | null>(null)
  const looked = shallowRef(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))

  function ends(why: Refused | null): void {
    format.value = null
    refusal.value = why
  }

  async function take(): Promise<void> {
    if (id.value === null || state.value === null) return
    const answer = await board.save({ exportId: id.value, fileName: state.value.fileName })
    if (answer.ok) saved.value = answer
    ends(answer.ok ? null : answer)
  }

  async function look(): Promise<void> {
    if (id.value === null) return
    const answer = await board.request('export/read', { exportId: id.value })
    looked.value = performance.now()
    if (!answer.ok) return ends(answer)
    state.value = answer.reply
    if (answer.reply.state === 'written') return take()
    if (answer.reply.state === 'failed')
      return ends({ ok: false, code: answer.reply.code, message: answer.reply.message })
    timer = setTimeout(() => void look(), LOOK_EVERY_MS)
  }

  async function start(requested: Format): Promise<void> {
    if (format.value !== null) return
    format.value = requested
    since.value = performance.now()
    looked.value = since.value
    ;[id.value, state.value, saved.value, refusal.value] = [null, null, null, null]
    const answer = await board.request('export/start', {
      what: what(),
      format: requested,
      language: lang.value,
    })
    if (!answer.ok) return ends(answer)
    id.value = answer.reply.exportId
    await look()
  }

  async function cancel(): Promise<void> {
    if (id.value !== null) await board.request('export/cancel', { exportId: id.value })
  }

  return {
    format,
    state,
    saved,
    refusal,
    start,
    cancel,
    take,
    /** It has taken a while. */
    long: computed(() => format.value !== null && looked.value - since.value >= SHOWN_AFTER_MS),
    /** It is whole, and the person has not kept it. */
    waits: computed(
      () =>
        format.value === null && state.value?.state === 'written' && saved.value?.saved !== true,
    ),
  }
}
