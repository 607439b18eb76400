/** Tests the stores of a page: the clock of the station and its board. */
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick, shallowRef, watch } from 'vue'
import type { App } from 'vue'
import type { Push } from '#shared/contract/push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { better, useNow } from '#renderer/stores/tick.ts'
import { STATION } from '#renderer/transport/station.ts'
import type { StationLink } from '#renderer/transport/station.ts'
import { NOW, SECOND, board, incident } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import { until } from '../../kit/until.ts'

const changed = (
  previous: number,
  position: number,
  id: string,
  next: ReturnType<typeof incident> | null,
): Push => ({
  kind: 'incident',
  previous,
  position,
  now: NOW,
  incidentId: id,
  incident: next,
  month: board().month,
  lastIncidentAt: null,
})
const beat = (part: Partial<Push & { kind: 'beat' }> = {}): Push => ({
  kind: 'beat',
  cycle: 1,
  position: 100,
  now: NOW,
  walls: [],
  storageFailed: false,
  head: null,
  ...part,
})

describe('the clock of a screen', () => {
  it('keeps the sample that came fastest, and believes a clock that was set', () => {
    expect(better(null, 5_000)).toBe(5_000)
    expect(better(5_000, 4_900)).toBe(5_000) // the message took 100 ms longer
    expect(better(5_000, 5_020)).toBe(5_020)
    expect(better(5_000, -3_595_000)).toBe(-3_595_000) // set back by an hour
  })
})

describe('the board of a page', () => {
  let app: App
  let push: (push: Push) => void
  let whole: Board
  let reads: number

  /** A link in memory: it answers what the contract says and delivers what the test pushes. */
  const link: StationLink = {
    request: async () => {
      reads++
      return { ok: true, position: whole.position, reply: whole }
    },
    save: async () => ({ ok: true, saved: true, file: null }),
    sendFile: async () => null,
    file: async () => new Blob(),
    onPush: (listener) => {
      push = listener
      return () => undefined
    },
    status: shallowRef('live' as const),
    name: shallowRef(''),
    connections: 1,
    stop: () => undefined,
  }

  beforeEach(() => {
    vi.useFakeTimers()
    const pinia = createPinia()
    app = createApp({ render: () => null })
      .provide(STATION, link)
      .use(pinia)
    app.mount(document.createElement('div'))
    setActivePinia(pinia)
    reads = 0
    whole = sampleBoard(2)
  })
  afterEach(() => {
    app.unmount()
    vi.useRealTimers()
  })

  it('asks for the whole board once when it sees a gap, and is cured by it', async () => {
    const store = app.runWithContext(() => useBoard())
    push({ kind: 'board', board: board({ position: 100 }) })
    whole = { ...sampleBoard(2), position: 103 }
    push(changed(102, 103, 'x', incident({ id: 'x' })))
    push(beat({ position: 103 }))
    await until(() => expect(store.board?.position).toBe(103))
    expect(reads).toBe(1)
    expect(store.board?.incidents).toHaveLength(2)
  })

  it('is live at once with the first board, also for what looks as soon as it is heard', async () => {
    const mirror = app.runWithContext(() => useBoard())
    const seen: boolean[] = []
    watch(
      () => mirror.live,
      (live) => seen.push(live),
      { flush: 'sync' },
    )
    await vi.advanceTimersByTimeAsync(10_000)
    push({ kind: 'board', board: board() })
    expect([mirror.live, seen]).toEqual([true, [true]])
  })

  it('is live as long as the engine goes round, and not after six seconds of silence', async () => {
    const store = app.runWithContext(() => useBoard())
    expect([store.live, store.silentForMs]).toEqual([false, Infinity])
    push({ kind: 'board', board: board() })
    await nextTick()
    expect(store.live).toBe(true)
    await vi.advanceTimersByTimeAsync(5_900)
    expect(store.live).toBe(true)
    await vi.advanceTimersByTimeAsync(1_200)
    expect(store.live).toBe(false)
    expect(store.silentForMs).toBeGreaterThanOrEqual(6_000)
    push(beat({ now: NOW + 7_000 }))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(store.live).toBe(true)
  })

  it('counts together with a beat that comes with the second: both are one picture', async () => {
    const [mirror, now] = app.runWithContext(() => [useBoard(), useNow()])
    push({ kind: 'board', board: board({ now: NOW + 400 }) })
    await vi.advanceTimersByTimeAsync(602)
    expect(now.value).toBe(NOW) // the second is over, and its timer waits a little
    const pictures: unknown[] = []
    watch([now, () => mirror.heardAt], (both) => pictures.push(both))
    push(beat({ now: NOW + 1_002 }))
    await nextTick()
    expect(pictures).toEqual([[NOW + SECOND, NOW + 1_002]])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(now.value).toBe(NOW + SECOND)
    await vi.advanceTimersByTimeAsync(13) // without a beat it counts by itself
    expect(now.value).toBe(NOW + 2 * SECOND)
    expect(pictures).toHaveLength(2)
  })

  it("counts with the station's clock, in whole seconds, whatever this machine's says", async () => {
    vi.setSystemTime(NOW - 7 * 3_600_000)
    const now = app.runWithContext(() => {
      useBoard()
      return useNow()
    })
    expect(now.value).toBe(0)
    push({ kind: 'board', board: board({ now: NOW + 400 }) })
    expect(now.value).toBe(NOW)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(now.value).toBe(NOW + 3 * SECOND)
    push(beat({ now: NOW + 3_400 - 3_600_000 }))
    expect(now.value).toBe(NOW + 3 * SECOND - 3_600_000)
  })

  it('a beat redraws nothing: the board stays the same object', async () => {
    const store = app.runWithContext(() => useBoard())
    push({ kind: 'board', board: board() })
    const before = store.board
    push(
      beat({
        cycle: 42,
        walls: [{ id: 'wall-1', lastSeen: NOW, sound: 'blocked', size: '1920x1080' }],
        storageFailed: true,
      }),
    )
    expect(store.board).toBe(before)
    expect([store.cycle, store.walls[0]?.sound, store.storageFailed]).toEqual([42, 'blocked', true])
  })
})
