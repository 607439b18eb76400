/**
 * Unlocks consoles by the administrator's code of this machine, each for ten minutes, and makes
 * whoever guesses wait.
 */
import { isCodeTooSimple } from '#shared/domain/admin-code.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import type { AdminCode, Clock, Log } from '../../ports.ts'
import * as no from './refusals.ts'

const UNLOCKED_FOR = 10 * MINUTE_MS
const MOST_WRONG = 5 // within a minute
const WRONG_WITHIN = MINUTE_MS
const WAIT = MINUTE_MS

/** `name`: of the code that unlocked it. Both clocks are read: moving one extends nothing. */
type Unlocked = { name: string; wall: number; mono: number }
type Done = { ok: true }

export type ConsoleLocks = {
  isCodeSet(): boolean
  /** UTC ms at which the console is locked again by itself; null: it is locked. */
  until(session: string | null): number | null
  /**
   * Resolves with the instant (UTC ms) at which it is locked again. Refuses `code-not-set`,
   * `wrong-code`, and `too-many-tries` for 60 s after five wrong ones in a minute, from whichever
   * console they came.
   */
  unlock(session: string, code: string): Promise<{ ok: true; until: number } | Refusal>
  lock(session: string): void
  /** Sets or replaces the code. Every console is locked. Refuses a simple one, and a full disk. */
  setCode(code: string): Promise<Done | Refusal>
}

export function createConsoleLocks(
  adminCode: AdminCode,
  clock: Pick<Clock, 'wall' | 'mono'>,
  log: Log,
): ConsoleLocks {
  const unlocked = new Map<string, Unlocked>()
  let wrongAt: readonly number[] = [] // monotonic ms
  let waitUntil = -Infinity // monotonic ms
  let turn: Promise<unknown> = Promise.resolve()

  /** One after another: guesses that are sent at once are counted like any others. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  /** The monotonic clock may stand still in sleep, the other be put back: the earlier end. */
  function until(session: string | null): number | null {
    const entry = session === null ? undefined : unlocked.get(session)
    if (session === null || !entry) return null
    const passed = Math.max(clock.wall() - entry.wall, clock.mono() - entry.mono)
    const isPutBack = clock.wall() < entry.wall
    if (isPutBack || passed >= UNLOCKED_FOR || adminCode.current() !== entry.name) {
      unlocked.delete(session)
      return null
    }
    return clock.wall() + UNLOCKED_FOR - passed
  }

  function countWrong(): void {
    const now = clock.mono()
    wrongAt = [...wrongAt.filter((at) => now - at < WRONG_WITHIN), now]
    if (wrongAt.length < MOST_WRONG) return
    wrongAt = []
    waitUntil = now + WAIT
  }

  async function tryCode(session: string, code: string): ReturnType<ConsoleLocks['unlock']> {
    const name = adminCode.current()
    if (name === null) return no.codeNotSet()
    const wait = waitUntil - clock.mono()
    if (wait > 0) return no.tooManyTries(wait)
    if (!(await adminCode.matches(code))) {
      countWrong()
      log.info('admin-code-wrong', { session })
      return no.wrongCode()
    }
    unlocked.set(session, { name, wall: clock.wall(), mono: clock.mono() })
    log.info('console-unlocked', { session })
    return { ok: true, until: clock.wall() + UNLOCKED_FOR }
  }

  return {
    isCodeSet: () => adminCode.current() !== null,
    until,
    unlock: (session, code) => inTurn(() => tryCode(session, code)),
    lock: (session) => void unlocked.delete(session),
    setCode: (code) =>
      inTurn(async () => {
        if (isCodeTooSimple(code)) return no.codeTooSimple()
        try {
          await adminCode.set(code)
        } catch (error) {
          log.error('admin-code-not-written', error)
          return no.codeNotWritten()
        }
        unlocked.clear()
        log.info('admin-code-set')
        return { ok: true }
      }),
  }
}
