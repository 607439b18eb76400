/** The stream of three-minute drills: the one that runs, and what the last one came to. */
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { THREE_MINUTE_ENDS, type ThreeMinuteEnd } from '../incident/record/report-events.ts'
import { localized } from '../text.ts'
import { isShortScript, type ShortScript } from './script.ts'
import { isDrillTimes, type DrillTimes } from './times.ts'

export type ThreeMinuteDrillBegun = {
  type: 'ThreeMinuteDrillBegun'
  incidentId: string
  script: ShortScript
}
/** `times`: null where a real report broke it off. */
export type ThreeMinuteDrillOver = {
  type: 'ThreeMinuteDrillOver'
  why: ThreeMinuteEnd
  times: DrillTimes | null
  past: DrillTimes | null
}
export type ThreeMinuteEvent = ThreeMinuteDrillBegun | ThreeMinuteDrillOver

/** `startedAt`, `endedAt` in UTC ms. */
export type RunningShortDrill = { incidentId: string; startedAt: number; script: ShortScript }
export type PastShortDrill = RunningShortDrill & {
  endedAt: number
  why: ThreeMinuteEnd
  times: DrillTimes | null
  past: DrillTimes | null
}
/** `count`: how many were ever begun. */
export type ThreeMinuteDrills = {
  running: RunningShortDrill | null
  last: PastShortDrill | null
  count: number
}

const running = {
  incidentId: is.words,
  startedAt: is.number,
  script: isShortScript,
}
const isThreeMinuteDrills: is.Form = is.fields<ThreeMinuteDrills>({
  running: is.orNull(is.fields<RunningShortDrill>(running)),
  last: is.orNull(
    is.fields<PastShortDrill>({
      ...running,
      endedAt: is.number,
      why: is.oneOf(THREE_MINUTE_ENDS),
      times: is.orNull(isDrillTimes),
      past: is.orNull(isDrillTimes),
    }),
  ),
  count: is.number,
})

export const threeMinuteStream = defineStream<
  ThreeMinuteDrills | null,
  ThreeMinuteEvent,
  { 'three-minute-drill': ThreeMinuteDrills }
>({
  name: 'three-minute-drill',
  initial: () => null,
  evolve(state, event) {
    const { at } = event
    const before = state ?? { running: null, last: null, count: 0 }
    if (event.type === 'ThreeMinuteDrillBegun') {
      const { incidentId, script } = event
      return { ...before, running: { incidentId, startedAt: at, script }, count: before.count + 1 }
    }
    const { why, times, past } = event
    return before.running
      ? { ...before, running: null, last: { ...before.running, endedAt: at, why, times, past } }
      : before
  },
  documents: {
    'three-minute-drill': {
      of: (state) => state,
      name: localized('三分钟演练', 'three-minute drills'),
      hasForm: isThreeMinuteDrills,
    },
  },
})
