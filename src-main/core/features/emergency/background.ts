/**
 * Raises one alert for all incidents of a damaged record that nobody takes over, and clears it when
 * the last one is.
 */
import { isSealed } from '#shared/domain/sealed.ts'
import { NO_AREA } from '#shared/domain/statistics/incident-stats.ts'
import { NOT_TAKEN_OVER, type FaultWords } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { Clock } from '../../ports.ts'
import type { StationContext } from '../handler.ts'
import type { LeftIncident } from './left-incidents.ts'

/** The owner of the deadline; no incident has such an id. */
export const TAKE_OVER = 'take-over'
const WITHIN_MS = 60_000

/** People wait for what stands still there: it sounds as an alarm that concerns life. */
function notTakenOver(left: readonly LeftIncident[]): FaultWords {
  const places = left.map(({ incident: { place, area } }) =>
    isSealed(place) ? area || NO_AREA : place,
  )
  const count = left.length
  return {
    priority: 1,
    tone: 'alert',
    cause: localized(
      `${count}起事件未接管，时限未运行：${places.join('、')}`,
      `${count === 1 ? '1 incident is' : `${count} incidents are`} not taken over, clocks not running: ${places.join(', ')}`,
    ),
    action: localized(
      '请在控制台逐起接管，时限才会接着运行',
      'Take each of them over on the console: only then do its clocks run again',
    ),
  }
}

type Parts = {
  context: Pick<StationContext, 'emergency' | 'faults'>
  clock: Pick<Clock, 'wall'>
  arm: (deadlines: readonly Timed[]) => void
}

export type TakeOverWatch = { start: () => void; poll: () => void; due: () => void }

export function createTakeOverWatch({ context, clock, arm }: Parts): TakeOverWatch {
  const { emergency, faults } = context
  let isDue = false
  /** A drill that nobody goes on with harms nobody. */
  const waiting = (): readonly LeftIncident[] =>
    emergency.waiting().filter(({ incident }) => !incident.drill)

  function poll(): void {
    if (!isDue) return
    const left = waiting()
    faults.set(NOT_TAKEN_OVER, left.length > 0 ? notTakenOver(left) : null)
  }

  return {
    start() {
      if (waiting().length > 0) arm([{ key: NOT_TAKEN_OVER, dueAt: clock.wall() + WITHIN_MS }])
    },
    poll,
    due() {
      isDue = true
      poll()
    },
  }
}
