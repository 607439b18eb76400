/**
 * The live board of HQ, as its stream brings it: whole at first, then what has changed. It is live
 * while the stream is open and has said something in the last seconds; else nothing on it counts.
 */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { BoardFrame, BoardSite, Copies } from '#shared/contract/hq-replies.ts'
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import { useTick } from '../stores/tick.ts'
import { useSession } from './session.ts'

/** A frame comes every second: a stream that is silent for longer is no longer live (ms). */
export const SILENT_MS = 6_000
const OPEN_AGAIN_MS = 2_000

/** Where a board comes from. `mayStill`: asked after it was refused, before it is opened again. */
export type BoardSource = { path: string; mayStill: () => Promise<boolean> }

export const keyOf = ({ site, id }: Pick<IncidentLine, 'site' | 'id'>): string => `${site} ${id}`

/** `order`: the keys of all that stay, in their order; null: those that are there. */
export function patched<T>(
  rows: ReadonlyMap<string, T>,
  order: readonly string[] | null,
  changed: readonly T[],
  key: (row: T) => string,
): ReadonlyMap<string, T> {
  const all = new Map(rows)
  for (const row of changed) all.set(key(row), row)
  if (!order) return all
  return new Map(
    order.flatMap((id) => {
      const row = all.get(id)
      return row === undefined ? [] : [[id, row] as const]
    }),
  )
}

export const useGroupBoard = defineStore('group-board', () => {
  const tick = useTick()
  const session = useSession()
  const sites = shallowRef<ReadonlyMap<string, BoardSite>>(new Map())
  const incidents = shallowRef<ReadonlyMap<string, IncidentLine>>(new Map())
  const copies = ref<Copies>(null)
  /** HQ's clock when the last frame was drawn (UTC ms); null: none has come. */
  const at = ref<number | null>(null)
  const heardMono = ref(-Infinity)
  const isOpen = ref(false)
  const isLive = computed(() => isOpen.value && tick.mono - heardMono.value < SILENT_MS)
  /** What is counted from: it stands still while nothing is live. */
  const now = computed(() => (isLive.value ? tick.now : (at.value ?? 0)))

  let source: EventSource | null = null
  let from: BoardSource = {
    path: '/api/board',
    async mayStill() {
      await session.look()
      return Boolean(session.person)
    },
  }
  let again: ReturnType<typeof setTimeout> | undefined

  function take(frame: BoardFrame): void {
    const { order } = frame
    sites.value = patched(sites.value, order?.sites ?? null, frame.sites, ({ id }) => id)
    incidents.value = patched(incidents.value, order?.incidents ?? null, frame.incidents, keyOf)
    copies.value = frame.copies
    at.value = frame.at
    tick.hear(frame.at)
    heardMono.value = performance.now()
    isOpen.value = true
  }
  async function reopen({ mayStill }: BoardSource): Promise<void> {
    if ((await mayStill()) && source === null) again = setTimeout(open, OPEN_AGAIN_MS)
  }
  function open(of: BoardSource = from): void {
    close()
    from = of
    const opened = new EventSource(of.path)
    source = opened
    opened.onmessage = ({ data }) => take(JSON.parse(String(data)) as BoardFrame)
    opened.onerror = () => {
      isOpen.value = false
      // the browser tries again by itself, but not where it was refused
      if (opened.readyState !== EventSource.CLOSED) return
      source = null
      void reopen(of)
    }
  }
  function close(): void {
    clearTimeout(again)
    source?.close()
    source = null
    isOpen.value = false
  }
  /** Whoever signs in next sees nothing of what this person saw. */
  function forget(): void {
    close()
    sites.value = new Map()
    incidents.value = new Map()
    at.value = null
  }
  return { sites, incidents, copies, at, isLive, now, open, forget }
})
