/** A mirror of what the station has committed. It never guesses, and it says how old it is. */
import { defineStore } from 'pinia'
import { computed, inject, onScopeDispose, shallowRef, watch } from 'vue'
import { applyPush, hasGap } from '#shared/domain/board/apply-push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { IncomingCall } from '#shared/domain/board/incoming-call.ts'
import type { ShownSelfTest } from '#shared/domain/board/push.ts'
import type { WallSign } from '#shared/domain/board/wall-sign.ts'
import type { RecordHead } from '#shared/domain/station/head.ts'
import type { BeatPush, Push } from '#shared/contract/push.ts'
import { SILENT_TOO_LONG } from '../transport/silent.ts'
import { STATION } from '../transport/station.ts'
import { LOST_AFTER_MS } from './silence.ts'
import { useTick } from './tick.ts'

/** The same each second: whoever looks at it has nothing to do. */
const NOBODY_RINGS: readonly IncomingCall[] = []

export const useBoard = defineStore('board', () => {
  const station = inject(STATION)
  if (!station) throw new Error('a page provides STATION before it uses the board')
  const tick = useTick()

  // replaced whole; a beat does not touch it, so that a quiet second causes no redraw
  const whole = shallowRef<Board | null>(null)
  // what of it this screen is there for: all of it, unless the screen says so
  const lens = shallowRef<(board: Board) => Board>((board) => board)
  const board = computed(() => whole.value && lens.value(whole.value))
  // incidents of which a change was heard that is not in the board yet: since when (UTC ms)
  const outdated = shallowRef<ReadonlyMap<string, number>>(new Map())
  const walls = shallowRef<readonly WallSign[]>([])
  const storageFailed = shallowRef(false)
  const head = shallowRef<RecordHead | null>(null) // renewed by each beat
  const cycle = shallowRef(0) // of the deadline engine, as the last beat said
  const selfTest = shallowRef<ShownSelfTest | null>(null) // that the last beat brought
  // that a telephone system announces
  const incoming = shallowRef<readonly IncomingCall[]>(NOBODY_RINGS)
  // the station's time of the engine's last sign of life, UTC ms
  const heardAt = shallowRef<number | null>(null)
  const silent = shallowRef(true) // for too long, or nothing was heard yet
  // who has signed on at this desk: the console asks the station, a wall has nobody
  const person = shallowRef<string | null>(null)
  let lifeAt = 0 // of the same sign, on the scale of performance.now()
  let connection = 0 // whose first board has come
  let asking = false
  let falling: ReturnType<typeof setTimeout> | undefined

  function replace(latest: Board): void {
    whole.value = latest
    if (outdated.value.size > 0) outdated.value = new Map()
  }

  /** What it says cannot be put into the board: until the whole is read its incident is old. */
  function miss(push: Push): void {
    if (push.kind === 'incident' && !outdated.value.has(push.incidentId))
      outdated.value = new Map([...outdated.value, [push.incidentId, push.now]])
    void readWhole()
  }

  async function readWhole(): Promise<void> {
    if (asking) return // the next beat shows whether it was enough
    asking = true
    const answer = await station!.request('board/read', {})
    asking = false
    if (answer.ok && (whole.value === null || answer.reply.position >= whole.value.position))
      replace(answer.reply)
  }

  /**
   * Only a new cycle of the engine shows that limits run; commands are pushed by an engine that is
   * stuck as well. The board that opens a line counts once, so that a page begins alive, but not
   * after a silence in which this page itself has dropped the line.
   */
  function showsLife(push: Push): boolean {
    if (push.kind === 'beat') return push.cycle !== cycle.value
    if (push.kind !== 'board' || station!.connections === connection) return false
    connection = station!.connections
    return heardAt.value === null || performance.now() - lifeAt < SILENT_TOO_LONG
  }

  function live(now: number): void {
    lifeAt = performance.now() // before heardAt, whose watchers may look at once
    heardAt.value = now
    silent.value = false
    clearTimeout(falling)
    falling = setTimeout(() => {
      silent.value = true
    }, LOST_AFTER_MS) // to the moment; the tick alone would say it up to a second late
  }

  /** What came since is none of this wall's: the position goes on with the beat alone. */
  const isBehind = (current: Board, { position }: BeatPush): boolean => position > current.position

  function hear(push: Push): void {
    const news = push.kind === 'board' ? push.board : push
    tick.hear(news.now)
    if (showsLife(push)) live(news.now)
    if (push.kind === 'board') replace(push.board)
    else if (hasGap(whole.value, push)) miss(push)
    else if (whole.value && (push.kind === 'incident' || isBehind(whole.value, push)))
      whole.value = applyPush(whole.value, push)
    if ('walls' in news) {
      walls.value = news.walls
      head.value = news.head
      storageFailed.value = news.storageFailed
    }
    if (push.kind !== 'beat') return
    cycle.value = push.cycle
    selfTest.value = push.selfTest ?? null
    incoming.value = push.incoming ?? NOBODY_RINGS
  }

  onScopeDispose(station.onPush(hear))
  onScopeDispose(() => clearTimeout(falling))
  // a timer that a browser holds back does not say it
  watch(
    () => tick.mono,
    (mono) => {
      if (mono - lifeAt >= LOST_AFTER_MS) silent.value = true
    },
    { flush: 'sync' },
  )

  const silentForMs = computed(() =>
    heardAt.value === null ? Infinity : Math.max(0, tick.mono - lifeAt),
  )

  return {
    board,
    /** The same with what this screen is not there for. */
    whole,
    lens,
    outdated,
    walls,
    storageFailed,
    cycle,
    selfTest,
    incoming,
    head,
    /** How many lines to the station this page has had. */
    connections: () => station.connections,
    heardAt,
    /**
     * Since the engine's last sign of life, in ms, renewed each second; Infinity before the first.
     */
    silentForMs,
    /** The picture can be believed: the engine has shown life a moment ago. */
    live: computed(() => !silent.value),
    status: station.status,
    /**
     * The name that the record shows for this desk: the person who has signed on, else the session;
     * empty while signed out.
     */
    name: computed(() => (station.name.value === '' ? '' : (person.value ?? station.name.value))),
    session: station.name,
    person,
    /**
     * The station's time now, UTC ms, to the millisecond; what counts on screen takes useNow
     * instead.
     */
    now: tick.exact,
    request: station.request,
    save: station.save,
    sendFile: station.sendFile,
    file: station.file,
  }
})
