/**
 * Ends a three-minute drill by itself: when its time is over, and at once when a real report has
 * come, whatever brought it. Nobody has to click anything away.
 */
import { breaksOff } from '#shared/domain/three-minute-drill/decide.ts'
import { THREE_MINUTES_MS } from '#shared/domain/three-minute-drill/script.ts'
import type { ThreeMinuteEnd } from '#shared/domain/incident/record/report-events.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { Clock, Log } from '../../ports.ts'
import type { StationContext } from '../handler.ts'
import { overChanges, pastTimes, runningDrill } from './over.ts'

/** The owner of its deadline; no incident has such an id. */
export const THREE_MINUTE = 'three-minute-drill'
/** What could not be saved is tried again after so long. */
const AGAIN_MS = 1_000

type Parts = {
  context: Pick<StationContext, 'memory' | 'vault'>
  commandQueue: Pick<CommandQueue, 'submit'>
  clock: Pick<Clock, 'wall'>
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
  arm: (deadlines: readonly Timed[]) => void
}
export type ThreeMinuteWork = { poll: () => void; due: () => void; stop: () => Promise<void> }

export function createThreeMinuteWork(parts: Parts): ThreeMinuteWork {
  const { context, commandQueue, clock, log, by, arm } = parts
  const { memory, vault } = context
  let working: Promise<void> | null = null
  let armedFor: string | null = null
  let stopped = false

  async function end(why: ThreeMinuteEnd): Promise<void> {
    const past = why === 'time' ? await pastTimes(memory) : null
    const at = clock.wall()
    await commandQueue.submit({
      command: { id: vault.id(at), content: `EndThreeMinuteDrill ${at}` },
      exclusive: true,
      decide: (batch) => overChanges({ why, past }, { memory, batch, meta: { at, by } }),
    })
  }

  function work(why: ThreeMinuteEnd): void {
    working = end(why)
      .catch((error: unknown) => log.error('three-minute-drill-not-ended', error))
      .finally(() => {
        working = null
        armedFor = null
        poll(AGAIN_MS)
      })
  }

  /** `pause`: before what did not work is tried again. */
  function poll(pause = 0): void {
    if (working || stopped) return
    const running = runningDrill(memory)
    if (!running) {
      if (armedFor !== null) arm([])
      armedFor = null
    } else if (pause === 0 && breaksOff(memory.incidents.values())) work('real-report')
    else if (armedFor !== running.incidentId) {
      armedFor = running.incidentId
      const dueAt = Math.max(running.startedAt + THREE_MINUTES_MS, clock.wall() + pause)
      arm([{ key: running.incidentId, dueAt }])
    }
  }

  return {
    poll: () => poll(),
    due() {
      if (working || stopped || !runningDrill(memory)) return
      work(breaksOff(memory.incidents.values()) ? 'real-report' : 'time')
    },
    async stop() {
      stopped = true
      await working
    },
  }
}
