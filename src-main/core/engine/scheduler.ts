/**
 * The deadline engine: one heap, one timer of at most a second, both clocks. A deadline is due when
 * the wall clock says so or when the planned time has run on the monotonic clock; so a jump, a
 * sleep or a restart can neither lose it nor fire it twice.
 */
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import { createHeap } from './heap.ts'
import type { Clock, Log } from '../ports.ts'

const LONGEST_WAIT_MS = 1000
/** After the whole second, so that a timer which is a little early does not beat before it (ms). */
const AFTER_SECOND_MS = 2
/**
 * A wall clock that moved against the monotonic one by this much makes every key be worked out
 * again.
 */
const SKEW_MS = 50
/** From here on a change of the wall clock is handed over. */
const JUMP_MS = 2000

/** Many stale deadlines in the heap are swept out together. */
const SWEEP_AT = 1024

/** What a deadline is here: a name and an instant (UTC ms). */
export type Timed = Pick<Deadline, 'key' | 'dueAt'>
/** `planned`: on the monotonic clock. `taken`: it fell due, and is in the heap no more. */
type Armed = { owner: string; deadline: Timed; planned: number; taken: boolean }
type Owned = ReadonlyMap<string, Armed>

/** What the deadline engine hands over. */
export interface SchedulerHandlers {
  /**
   * Has the deadlines of one owner recorded; what it leaves unrecorded must be armed again by
   * the handler.
   */
  onDue(owner: string, keys: readonly string[]): Promise<void>
  /**
   * At the end of every full cycle; `now` in UTC ms. The beat of every screen comes from here and
   * from nowhere else.
   */
  onCycle(now: number): void
  /** When the wall clock was changed by so many ms against the monotonic one. */
  onClockJump(byMs: number): void
}

export type Scheduler = {
  /**
   * Takes the place of everything that was armed for this owner (an incident's id, or a name that
   * no incident has).
   */
  arm: (owner: string, deadlines: readonly Timed[]) => void
  pending: () => number
  /** From now on what falls due is handed over. What was armed before waits until then. */
  start: (handlers: SchedulerHandlers) => void
  stop: () => void
}

export function createScheduler(clock: Clock, log: Log): Scheduler {
  const heap = createHeap<Armed>()
  const owners = new Map<string, Owned>()
  let count = 0
  let offset = clock.wall() - clock.mono()
  // at: on the monotonic clock; null while a cycle works
  let wake: { at: number; cancel: () => void } | null = null
  let handlers: SchedulerHandlers | null = null // null: it does not run
  let working = false

  /** When it is due on the monotonic clock, taking whichever clock comes first. */
  const keyOf = ({ planned, deadline }: Armed): number => Math.min(planned, deadline.dueAt - offset)

  const isCurrent = (armed: Armed): boolean =>
    owners.get(armed.owner)?.get(armed.deadline.key) === armed

  /**
   * Ahead: what the wall clock says is due comes nearer. Back: what was planned on the monotonic
   * clock stands.
   */
  function noteSkew(): void {
    const now = clock.wall() - clock.mono()
    const moved = now - offset
    if (Math.abs(moved) >= JUMP_MS) {
      log.info('clock-changed', { byMs: Math.round(moved) })
      handlers?.onClockJump(Math.round(moved))
    }
    if (Math.abs(moved) < SKEW_MS) return
    offset = now
    heap.rekey(({ value }) => keyOf(value))
  }

  const isDue = ({ planned, deadline }: Armed): boolean =>
    planned <= clock.mono() || deadline.dueAt <= clock.wall()

  /**
   * By owner, what is due first in front. A key may be older than the last small correction of
   * the clock: then it waits on.
   */
  function takeDue(): Map<string, string[]> {
    const due = new Map<string, string[]>()
    const early: Armed[] = []
    for (let top = heap.peek(); top && top.key <= clock.mono(); top = heap.peek()) {
      heap.pop()
      const armed = top.value
      if (!isCurrent(armed)) continue
      if (!isDue(armed)) early.push(armed)
      else {
        armed.taken = true
        due.set(armed.owner, [...(due.get(armed.owner) ?? []), armed.deadline.key])
      }
    }
    for (const value of early)
      heap.push({
        key: Math.min(value.planned, value.deadline.dueAt - clock.wall() + clock.mono()),
        value,
      })
    return due
  }

  async function cycle(running: SchedulerHandlers): Promise<void> {
    wake = null
    working = true
    try {
      noteSkew()
      // all at once, so that one commit may take them; one that fails holds up no other
      await Promise.all(
        [...takeDue()].map(([owner, keys]) =>
          running
            .onDue(owner, keys)
            .catch((error: unknown) => log.error('deadline-not-fired', error, { owner })),
        ),
      )
      running.onCycle(clock.wall())
    } catch (error) {
      log.error('cycle-failed', error)
    }
    working = false
    rearm()
  }

  /**
   * To the next whole second: screens count there, and what the beat brings is one picture with it.
   */
  const untilSecond = (): number =>
    LONGEST_WAIT_MS - (clock.wall() % LONGEST_WAIT_MS) + AFTER_SECOND_MS

  /** Only ever shortens the wait: arming again and again must not put the next cycle off. */
  function rearm(): void {
    const running = handlers
    if (!running || working) return
    const mono = clock.mono()
    const longest = Math.min(LONGEST_WAIT_MS, untilSecond())
    const at = Math.min(mono + longest, Math.max(mono, heap.peek()?.key ?? Infinity))
    if (wake && wake.at <= at) return
    wake?.cancel()
    wake = { at, cancel: clock.after(at - mono, () => void cycle(running)) }
  }

  return {
    arm(owner, deadlines) {
      const before = owners.get(owner)
      const [wall, mono] = [clock.wall(), clock.mono()]
      const armed = new Map<string, Armed>()
      for (const deadline of deadlines) {
        const { key, dueAt } = deadline
        const existing = before?.get(key)
        const isSame = existing?.deadline.dueAt === dueAt
        if (isSame && !existing.taken) {
          armed.set(key, existing) // most stand as they stood, and lie in the heap already
          continue
        }
        // its monotonic plan stands, whatever the wall clock did since
        const planned = isSame ? existing.planned : mono + (dueAt - wall)
        const value = { owner, deadline, planned, taken: false }
        armed.set(key, value)
        heap.push({ key: keyOf(value), value })
      }
      count += armed.size - (before?.size ?? 0)
      if (armed.size > 0) owners.set(owner, armed)
      else owners.delete(owner)
      if (heap.size() > 2 * count + SWEEP_AT)
        heap.rekey(({ key, value }) => (isCurrent(value) ? key : null))
      if (armed.size > 0) rearm()
    },
    pending: () => count,
    start(receiver) {
      handlers = receiver
      rearm()
    },
    stop() {
      handlers = null
      wake?.cancel()
      wake = null
    },
  }
}
