/**
 * Makes the self-test when it is due and lets nothing wait for it: its command writes one event,
 * the engine hands that on to every screen with its beat, and what they answer is recorded as its
 * end. What was not passed stands as a fault until a later one is.
 */
import { decideSelfTest, type SelfTestCommand } from '#shared/domain/self-test/decide.ts'
import { nextSelfTest, selfTestDue, type SelfTestDue } from '#shared/domain/self-test/due.ts'
import { hasPassed } from '#shared/domain/self-test/self-test.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import { recordDecision } from '../../engine/changes.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { Clock, Log } from '../../ports.ts'
import type { StationContext } from '../handler.ts'
import { notPassed, SELF_TEST } from './words.ts'
import { selfTestsIn, stateOf, timesOf, worldOf } from './world.ts'

/** The owner of its deadlines; no incident has such an id. */
export const SELF_TESTS = 'self-tests'

/** Walls come back within seconds of a start: before that nobody is missed. */
const SETTLED_MS = MINUTE_MS
/** What is due and has to wait is looked at again after so long, beside every commit. */
const LOOK_AGAIN_MS = MINUTE_MS
/** The engine hands it over a second after the commit, and in time if within this. */
const [SHOWN_AFTER_MS, ENGINE_LATE_MS] = [SECOND_MS, 3 * SECOND_MS]
/** A screen that has not answered by then was not reached: painting and tone take two seconds. */
export const ANSWER_WITHIN_MS = 20 * SECOND_MS

type Parts = {
  context: Pick<
    StationContext,
    'memory' | 'screens' | 'emergency' | 'selfTestRun' | 'faults' | 'vault'
  >
  commandQueue: Pick<CommandQueue, 'submit'>
  clock: Pick<Clock, 'wall' | 'mono'>
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
  arm: (deadlines: readonly Timed[]) => void
}

export type SelfTestWork = {
  start: () => void
  poll: () => void
  /** What was waited for may be over. */
  lookAgain: () => void
  due: () => void
}

/** Monotonic ms: when its deadline was armed. `late`: the engine was. */
type UnderWay = { testId: string; armedAt: number; shownAt: number | null; late: boolean }

export function createSelfTestWork({
  context,
  commandQueue,
  clock,
  log,
  by,
  arm,
}: Parts): SelfTestWork {
  const { memory, screens, selfTestRun, faults, vault } = context
  let quietUntil = clock.mono() + SETTLED_MS
  let underWay: UnderWay | null = null
  let submitting = false
  let known: string | null = null // the test that was begun last, as far as it was taken up
  let serial = 0 // a clock that was put back brings the same instant a second time
  let armed = ''
  let isWaiting = false // one is due and something keeps it
  let toldOf: string | null = null // the test whose outcome stands as a fault, or not

  const dueNow = (): SelfTestDue | null =>
    selfTestDue(selfTestsIn(memory), timesOf(memory), clock.wall())
  function canBegin(): boolean {
    const { isHeldBack, screens: connected } = worldOf(context)
    return !isHeldBack && connected > 0 && memory.storageFailedSince === null
  }

  /** A command of the station's own, and no alarm: if the disk fails, it has not happened. */
  async function submit(command: SelfTestCommand): Promise<boolean> {
    submitting = true
    const at = clock.wall()
    const result = await commandQueue
      .submit({
        command: { id: vault.id(at), content: `${command.type} ${at}` },
        exclusive: true,
        decide: async () => {
          const decision = decideSelfTest(selfTestsIn(memory), command, worldOf(context))
          return recordDecision(stationStream, '', stateOf(memory), decision, { at, by })
        },
      })
      .catch((error: unknown) => {
        log.error('self-test-not-saved', error)
        return { ok: false as const }
      })
    submitting = false
    return result.ok
  }

  async function begin({ reason, aloud }: SelfTestDue): Promise<void> {
    const testId = vault.id(clock.wall())
    const saved = await submit({ type: 'BeginSelfTest', testId, reason, aloud })
    if (!saved) quietUntil = clock.mono() + LOOK_AGAIN_MS
    poll()
  }

  async function end({ testId, late }: UnderWay): Promise<void> {
    const results = selfTestRun.results()
    const aside = selfTestRun.aside()
    const there = new Set([...results, ...aside].map(({ named }) => named))
    const absent = (memory.documents.get('walls', 'walls') ?? [])
      .map(({ id }) => id)
      .filter((id) => !there.has(id))
    underWay = null
    selfTestRun.end()
    await submit({
      ...{ type: 'EndSelfTest', testId, engineInTime: !late, screens: results, absent },
      ...(aside.length > 0 ? { aside } : {}),
    })
    poll()
  }

  /** It has been saved: the stage of the command is passed, and the engine takes it from here. */
  function takeUp(): void {
    const { begun, last } = selfTestsIn(memory)
    if (!begun || begun.testId === known) return
    known = begun.testId
    if (begun.testId === last?.testId) return
    selfTestRun.begin({ testId: begun.testId, aloud: begun.aloud }, screens.connected())
    underWay = { testId: begun.testId, armedAt: clock.mono(), shownAt: null, late: false }
  }

  function tellFault(): void {
    const { last } = selfTestsIn(memory)
    if (!last || last.testId === toldOf) return
    toldOf = last.testId
    const walls = memory.documents.get('walls', 'walls') ?? []
    faults.set(SELF_TEST, hasPassed(last) ? null : notPassed(last, walls))
  }

  /** What to wake up for, under a name of its own; null: for nothing as long as it is saving. */
  function nextDeadline(): Timed | null {
    const now = clock.wall()
    if (underWay) {
      const { testId, armedAt, shownAt } = underWay
      const inMs = (since: number, ms: number): number => now + since + ms - clock.mono()
      return shownAt === null
        ? { key: `show:${testId}`, dueAt: inMs(armedAt, SHOWN_AFTER_MS) }
        : { key: `end:${testId}`, dueAt: inMs(shownAt, ANSWER_WITHIN_MS) }
    }
    if (submitting) return null
    if (!dueNow()) {
      const at = nextSelfTest(selfTestsIn(memory), timesOf(memory), now)
      return { key: `next:${at}`, dueAt: at }
    }
    const quietMs = quietUntil - clock.mono()
    if (quietMs > 0) return { key: `quiet:${quietUntil}`, dueAt: now + quietMs }
    return canBegin()
      ? { key: 'now', dueAt: now }
      : { key: `wait:${Math.ceil(now / LOOK_AGAIN_MS)}`, dueAt: now + LOOK_AGAIN_MS }
  }

  function poll(): void {
    takeUp()
    const next = nextDeadline()
    isWaiting = next?.key.startsWith('wait:') ?? false
    if ((next?.key ?? '') === armed) return
    armed = next?.key ?? ''
    serial += 1
    arm(next ? [{ ...next, key: `${next.key}:${serial}` }] : [])
  }

  selfTestRun.onAnswered(() => {
    if (underWay) void end(underWay)
  })

  return {
    start() {
      known = selfTestsIn(memory).begun?.testId ?? null // one that was cut off is made again
      tellFault()
      poll()
    },
    poll() {
      poll()
      tellFault()
    },
    lookAgain() {
      if (isWaiting) poll()
    },
    due() {
      armed = ''
      const now = clock.mono()
      if (underWay?.shownAt === null) {
        underWay.late = now - underWay.armedAt > SHOWN_AFTER_MS + ENGINE_LATE_MS
        underWay.shownAt = now
        selfTestRun.show()
      } else if (underWay) {
        void end(underWay)
        return
      } else {
        const due = now >= quietUntil && canBegin() ? dueNow() : null
        if (due && !submitting) {
          void begin(due)
          return
        }
      }
      poll()
    },
  }
}
