/** A wall of 1920×1080 on a moved clock, for the specs of its page. */
import { afterEach, beforeEach, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { nextTick, shallowRef, type Component } from 'vue'
import type { Push } from '#shared/contract/push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { createWords } from '#renderer/i18n/index.ts'
import { wallEn } from '#renderer/i18n/wall.en.ts'
import { wallZh } from '#renderer/i18n/wall.zh.ts'
import { STATION, type LinkStatus } from '#renderer/transport/station.ts'
import WallPage from '#renderer/wall/WallPage.vue'
import { NOW, SECOND } from '../board-parts.ts'
import { pageStores } from '../page-stores.ts'

let isMounted = false // a spec of sums alone mounts none
export let wall: VueWrapper
export let push: (push: Push) => void
export let sent: { name: string; input: unknown }[]
export let cycle: number
/** Of the line to the station. */
export const status = shallowRef<LinkStatus>('live')
export let shown: Board
/** What the station answers by name of a request; a wall's questions are refused by default. */
export let answers: Record<string, unknown>
const READS: ReadonlySet<string> = new Set(['wall/calm', 'wall/month', 'wall/floor-plan'])

/** Mounts the page of a wall over this link to a station. */
export function mountWall(station: object, page: Component = WallPage): void {
  isMounted = true
  wall = mount(page, {
    global: {
      plugins: [pageStores(), createWords(wallZh, wallEn)],
      // ECharts needs a browser that lays out; the browser specs look at it
      stubs: { MonthChart: true },
      provide: { [STATION as symbol]: station },
    },
  })
}

/** Puts a board on a wall of 1920×1080 and beats once a second, as a station does. */
export async function show(board: Board, search = '', page?: Component): Promise<void> {
  history.replaceState(null, '', `/wall${search}`)
  mountWall(
    {
      request: async (name: string, input: unknown) => {
        sent.push({ name, input })
        const reply = name === 'journal/seen' ? { hash: null, setBack: null } : answers[name]
        if (reply === undefined && READS.has(name)) return { ok: false, code: 'no-answer' }
        return { ok: true, position: 0, reply: reply === undefined ? {} : reply }
      },
      onPush: (listener: (push: Push) => void) => {
        push = listener
        return () => undefined
      },
      status,
      name: shallowRef(''),
      stop: () => undefined,
      connections: 1,
    },
    page,
  )
  shown = board
  push({ kind: 'board', board })
  // just past a whole second, when everything that counts has counted
  await vi.advanceTimersByTimeAsync(20)
}

export const beat = (): void =>
  push({
    kind: 'beat',
    cycle: ++cycle,
    position: shown.position,
    now: Date.now(),
    walls: [],
    storageFailed: false,
    head: shown.head,
  })
export async function live(seconds: number): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    await vi.advanceTimersByTimeAsync(SECOND)
    beat()
  }
  await nextTick()
}
export const rows = (): (string | undefined)[] =>
  wall.findAll('.row').map((row) => row.attributes('data-incident'))
export const row = (id: string) => wall.get(`[data-incident="${id}"]`)

export function useWall(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW })
    vi.stubGlobal('innerWidth', 1920)
    vi.stubGlobal('innerHeight', 1080)
    sent = []
    answers = {}
    cycle = 0
    status.value = 'live'
  })
  afterEach(() => {
    if (isMounted) wall.unmount()
    isMounted = false
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}
