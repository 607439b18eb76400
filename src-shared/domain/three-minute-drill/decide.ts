/** Decides on three-minute drills: begun at a calm desk, over by time, by hand or for real. */
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { isTerminal, type Incident } from '../incident/record/state.ts'
import { noThreeMinuteDrill } from '../incident/record/refusals.ts'
import type { ThreeMinuteEnd } from '../incident/record/report-events.ts'
import { localized } from '../text.ts'
import type { ShortScript } from './script.ts'
import type { ThreeMinuteDrills, ThreeMinuteEvent } from './stream.ts'
import type { DrillTimes } from './times.ts'

export type BeginShortDrill = { type: 'BeginShortDrill'; incidentId: string; script: ShortScript }
export type EndShortDrill = {
  type: 'EndShortDrill'
  why: ThreeMinuteEnd
  times: DrillTimes | null
  past: DrillTimes | null
}
export type ThreeMinuteCommand = BeginShortDrill | EndShortDrill

const notCalm = (): Refusal =>
  refuse(
    'not-calm',
    localized(
      '有事件或演练在进行，先处置；值班台空闲时再演练',
      'An incident or a drill is running: see to it first, and drill at a calm desk',
    ),
  )

/** Whether somebody is needed elsewhere: an incident is not over, real or drill. */
export const isCalm = (incidents: Iterable<Pick<Incident, 'state'>>): boolean =>
  [...incidents].every(({ state }) => isTerminal(state))

/** A real report that came while a drill runs: the drill is broken off for it. */
export const breaksOff = (incidents: Iterable<Pick<Incident, 'state' | 'drill'>>): boolean =>
  [...incidents].some(({ state, drill }) => !drill && !isTerminal(state))

/**
 * Refused: while something runs (`not-calm`), and an end where no drill runs
 * (`no-three-minute-drill`).
 */
export function decideThreeMinuteDrill(
  state: ThreeMinuteDrills | null,
  command: ThreeMinuteCommand,
  { incidents }: { incidents: Iterable<Pick<Incident, 'state'>> },
): Decision<ThreeMinuteEvent> {
  const running = state?.running ?? null
  if (command.type === 'BeginShortDrill') {
    const { incidentId, script } = command
    return running || !isCalm(incidents)
      ? notCalm()
      : accept({ type: 'ThreeMinuteDrillBegun', incidentId, script })
  }
  const { why, times, past } = command
  return running ? accept({ type: 'ThreeMinuteDrillOver', why, times, past }) : noThreeMinuteDrill()
}
