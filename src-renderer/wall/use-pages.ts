/**
 * What stands on the wall now: rows painted by urgency, laid out on pages, turned in time; what has
 * changed comes forward, is held until it was really shown, and told in a line; the cells of the
 * strip, in which everybody has a place.
 */
import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isLeftOver, slotsOf, type Slots } from '#shared/domain/board/strip.ts'
import { useBoard } from '../stores/board.ts'
import { useNow, useTick } from '../stores/tick.ts'
import { linesAfter, NO_LINES, type ChangeLine } from './change-lines.ts'
import {
  afterShowing,
  pageOfNews,
  hasTone,
  newsSince,
  type News,
  type NewsItem,
  type NewsKind,
} from './news.ts'
import { onWall } from './on-wall.ts'
import { START, stayOf, turned, type PageTurn } from './page-turn.ts'
import { painted, type Painting } from './painting.ts'
import { useSteady } from './steady.ts'
import {
  arrange,
  isPressing,
  isUnanswered,
  paginate,
  type Arranged,
  type Page,
  type Room,
} from './wall-pages.ts'
import { warningNews, type SeenWarnings } from './warnings.ts'

/** What is most urgent stands on its pages, but for those whose own rows leave it no room. */
const isHeld = (pages: readonly Page[], { pinned: [top] }: Arranged): boolean =>
  top === undefined || 2 * pages.filter(({ rows }) => rows.includes(top)).length > pages.length

/** A look that comes later than this after the last has not seen what stood there (ms). */
const LONGEST_LOOK = 2_000

type Options = {
  now: Readonly<Ref<number>> // UTC ms, that of what is drawn
  stale: Readonly<Ref<boolean>>
  /** Cells of the strip; null while it does not stand there. */
  cells: Readonly<Ref<number | null>>
  roomFor: (strip: Strip) => Room
  /** How much of a page an incident takes, in the measure of `roomFor`. */
  heightOf: (incident: BoardIncident, lead: boolean, withMonth: boolean) => number
  /** Something is new, or people are worse off. */
  tell: () => void
  /** What has just changed. */
  hear: (news: readonly NewsItem[]) => void
}

/** `slots` up to the last that is taken; `rest` stand in none, `leftOver` are late for a day. */
export type Strip = {
  slots: Slots
  rest: readonly BoardIncident[]
  leftOver: readonly BoardIncident[]
}

export type WallPages = {
  strip: ComputedRef<Strip>
  line: ComputedRef<ChangeLine | null> // what is told of now
  rows: ComputedRef<readonly BoardIncident[]> // all of them, as painted
  pages: ComputedRef<readonly Page[]>
  page: ComputedRef<Page | undefined>
  plain: ComputedRef<boolean> // the first row is drawn as the others
  number: ComputedRef<number | null> // null: there is nothing to turn
  steady: Readonly<Ref<number>> // since when time alone has changed nothing (steady.ts)
  newsOf: (incidentId: string) => NewsKind | null
}

export function usePages(options: Options): WallPages {
  const { now, stale, cells, roomFor, heightOf, tell, hear } = options
  const board = useBoard()
  const tick = useTick()
  const ticking = useNow()
  let seen: News | null = null
  let painting: Painting | null = null
  let warnings: SeenWarnings | null = null
  let lookedAt = tick.mono
  const rows = shallowRef<readonly BoardIncident[]>([])
  const items = shallowRef<News['items']>([])
  const turn = shallowRef<PageTurn>(START)
  const slots = shallowRef<Slots>([])
  const lines = shallowRef(NO_LINES)
  const steady = useSteady(
    computed(() => [...(board.board?.incidents ?? []), ...rows.value]),
    now,
  )
  let noticed: readonly unknown[] = []

  const leftIds = computed(() =>
    cells.value === null
      ? ''
      : rows.value
          .filter((incident) => isLeftOver(incident, steady.value))
          .map(({ id }) => id)
          .join(' '),
  )
  const strip = computed<Strip>(() => {
    const placed = new Set(slots.value)
    const left = new Set(leftIds.value.split(' '))
    return {
      slots: slots.value.slice(0, slots.value.findLastIndex((id) => id !== null) + 1),
      rest: rows.value.filter(({ id }) => !placed.has(id) && !left.has(id)),
      leftOver: rows.value.filter(({ id }) => left.has(id)),
    }
  })
  const room = computed(() => roomFor(strip.value))
  /** What is left over takes no turn, unless there is news of it or nothing else. */
  const turning = computed(() => {
    const changed = new Set(items.value.map(({ incidentId }) => incidentId))
    const left = new Set(leftIds.value.split(' '))
    const others = rows.value.filter(({ id }) => changed.has(id) || !left.has(id))
    return others.length > 0 ? others : rows.value
  })
  const pressing = computed(() =>
    rows.value
      .filter((incident) => isPressing(incident, steady.value))
      .map(({ id }) => id)
      .join(' '),
  )
  const rotation = computed(() => {
    const pressed = new Set(pressing.value.split(' '))
    const heights = new Map<string, number>()
    // asked for again and again while pages are laid out
    const heightIn: Options['heightOf'] = (incident, lead, withMonth) => {
      const key = `${incident.id} ${lead} ${withMonth}`
      const height = heights.get(key) ?? heightOf(incident, lead, withMonth)
      heights.set(key, height)
      return height
    }
    const arranged = arrange(turning.value)
    const large = paginate(arranged, room.value, heightIn, pressed)
    if (isHeld(large.pages, arranged)) return { ...large, isPlain: false }
    // in the letters of a lead it leaves no room beside it: it keeps its place before them
    const asRow: typeof heightIn = (incident, _, withMonth) => heightIn(incident, false, withMonth)
    const plain = paginate(arranged, room.value, asRow, pressed)
    return isHeld(plain.pages, arranged)
      ? { ...plain, isPlain: true }
      : { ...large, isPlain: false }
  })
  /** The ids of each page, and of all. */
  const pageIds = computed(() => rotation.value.pages.map((each) => each.rows.map(({ id }) => id)))
  const order = computed(() => rows.value.map(({ id }) => id))
  const month = computed(() => (rows.value.some(isUnanswered) ? null : rotation.value.month))
  const page = computed(
    () =>
      (turn.value.month ? month.value : null) ??
      rotation.value.pages[turn.value.page] ??
      rotation.value.pages[0],
  )

  /** What has stood on the wall since the last look counts as shown, unless it was not live. */
  function count(): void {
    const elapsed = tick.mono - lookedAt
    lookedAt = tick.mono
    if (!seen || stale.value || elapsed <= 0 || elapsed > LONGEST_LOOK) return
    const stood = new Set(page.value?.rows.map(({ id }) => id))
    seen = { ...seen, items: afterShowing(seen.items, stood, elapsed) }
  }

  /** What runs on and is none of this wall's any more has not ended. */
  function withoutElsewhere(before: News | null): News | null {
    if (!before || board.whole === board.board) return before
    const running = new Set(board.whole?.incidents.map(({ id }) => id))
    const ended = [...before.incidents].filter(([id]) => !running.has(id))
    return { ...before, incidents: new Map(ended) }
  }

  /**
   * Nothing that follows from the board has changed since the last look, and nothing waits: most
   * seconds are such.
   */
  function isQuiet(): boolean {
    const before = noticed
    noticed = [board.whole, board.board, steady.value, cells.value, stale.value]
    const isSettled = (painting?.since ?? null) === null
    const hasNoLine = lines.value.shown === null && lines.value.waiting.length === 0
    const isSame = noticed.every((part, i) => part === before[i])
    return isSame && isSettled && hasNoLine && items.value.length === 0
  }

  function notice(): void {
    if (!board.board || isQuiet()) return
    const { news, fresh } = newsSince(withoutElsewhere(seen), board.board.incidents, now.value)
    seen = news
    items.value = news.items
    const gone = news.items.flatMap((item) => item.gone ?? [])
    const rising = new Set(news.items.map(({ incidentId }) => incidentId))
    const shown = onWall(board.board.incidents)
    const next = painted(painting, shown, rising, gone, now.value)
    painting = next.painting
    const same =
      next.rows.length === rows.value.length &&
      next.rows.every((incident, i) => incident === rows.value[i])
    if (!same) rows.value = next.rows
    slots.value = slotsOf(slots.value, rows.value, cells.value ?? 0)
    if (fresh.some(hasTone)) tell()
    if (fresh.length > 0) hear(fresh)
    if (stale.value && fresh.length === 0) return // what waits to be told waits for contact
    const warned = warningNews(warnings, board.board.warnings ?? [], now.value)
    warnings = warned.seen
    const at = performance.now()
    lines.value = linesAfter(lines.value, fresh, news.incidents, order.value, at, warned.fresh)
  }

  /** Looked for after the order has settled: what is new may have moved to another page by now. */
  function turnPage(): void {
    const { pages } = rotation.value
    // nothing turns while the picture is not live: what stood there at the break can be read
    if (stale.value && turn.value.page < pages.length) return
    const { page } = turn.value
    const forward =
      items.value.length === 0 ? null : pageOfNews(items.value, pageIds.value, order.value, page)
    const stay = stayOf(pageIds.value, page)
    const isFree = month.value !== null
    turn.value = turned(turn.value, pages.length, isFree, ticking.value, forward, stay)
  }

  watch(
    [() => board.board?.incidents, () => tick.mono, ticking, room, cells, stale],
    () => {
      count()
      notice()
      turnPage()
    },
    { immediate: true },
  )

  return {
    strip,
    steady,
    line: computed(() => (stale.value ? null : lines.value.shown)),
    rows: computed(() => rows.value),
    pages: computed(() => rotation.value.pages),
    page,
    plain: computed(() => rotation.value.isPlain),
    number: computed(() =>
      rotation.value.pages.length > 1 && !turn.value.month ? turn.value.page + 1 : null,
    ),
    newsOf: (id) => items.value.find(({ incidentId }) => incidentId === id)?.kind ?? null,
  }
}
