/**
 * What a three-minute drill came to: how long after the report each thing was first done, and each
 * limit that was reached or met; the same of the past that it was taken from.
 */
import * as is from '../form.ts'
import type { Incident } from '../incident/record/state.ts'
import type { IncidentStats } from '../statistics/incident-stats.ts'
import { limitResult } from '../statistics/limit.ts'
import { THREE_MINUTES_MS } from './script.ts'

/** ms after the report; null: not within the time. `result`: running is not reached yet. */
export type LimitTime = {
  stepId: string
  within: number
  took: number | null
  result: 'met' | 'late' | 'running'
}
export type DrillTimes = {
  activated: number | null
  firstStep: number | null
  firstCall: number | null
  stepsDone: number
  limits: readonly LimitTime[]
}

type Timed = Pick<Incident, 'receivedAt' | 'moments' | 'calls' | 'steps'>

/**
 * What had been done of it within so many ms after the report. Limits that count nowhere are left
 * out, as in every figure (`limitResult`).
 */
export function timesOf(
  { receivedAt, moments, calls = [], steps }: Timed,
  { limits }: Pick<IncidentStats, 'limits'>,
  within: number = THREE_MINUTES_MS,
): DrillTimes {
  const end = receivedAt + within
  const after = (at: number | null | undefined): number | null =>
    at === undefined || at === null || at > end ? null : at - receivedAt
  const done = Object.values(steps).filter(
    ({ finish }) =>
      finish?.outcome === 'done' && finish.automatic === undefined && finish.at <= end,
  )
  return {
    activated: after(moments.activated),
    firstStep: after(moments.firstStep),
    firstCall: after(calls.length > 0 ? Math.min(...calls.map(({ at }) => at)) : null),
    stepsDone: done.length,
    limits: limits.flatMap((limit): LimitTime[] => {
      const { stepId, startedAt, dueAt, doneAt, endedAt } = limit
      // what the end of the drill itself has ended was running until then
      const ended = endedAt !== null && endedAt >= end ? null : endedAt
      const doneBy = doneAt !== null && doneAt > end ? null : doneAt
      const result = limitResult({ ...limit, endedAt: ended, doneAt: doneBy }, end)
      return result === 'not-counted'
        ? []
        : [{ stepId, within: dueAt - startedAt, took: doneBy && doneBy - startedAt, result }]
    }),
  }
}

const count = is.orNull(is.number)
export const isDrillTimes: is.Form = is.fields<DrillTimes>({
  activated: count,
  firstStep: count,
  firstCall: count,
  stepsDone: is.number,
  limits: is.list(
    is.fields<LimitTime>({
      stepId: is.words,
      within: is.number,
      took: count,
      result: is.oneOf(['met', 'late', 'running']),
    }),
  ),
})
