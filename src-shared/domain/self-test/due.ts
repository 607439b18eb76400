/**
 * When the next self-test is due, and what holds it back: it never stands beside an incident that
 * people are busy with.
 */
import { instantOf, localDate } from '../calendar.ts'
import { nextShifts, runningShifts } from '../duty/on-duty.ts'
import { datePlus, type DutyRoster } from '../duty/roster.ts'
import type { Incident, IncidentState } from '../incident/record/state.ts'
import { HOUR_MS, MINUTE_MS } from '../units.ts'
import {
  hasPassed,
  USUAL_SELF_TEST,
  type SelfTestReason,
  type SelfTestSetting,
} from './self-test.ts'
import type { SelfTests } from './events.ts'

/** One that failed is made again after so long: whatever was put right shows by itself. */
const AGAIN_MS = 30 * MINUTE_MS
/** Later than this it is not heard: the shift has long begun. */
const ALOUD_WITHIN_MS = 15 * MINUTE_MS

/**
 * `duty`: null without a roster. `openedAt`: when an emergency record was opened (UTC ms): what was
 * tested before went another way, so that one is due.
 */
export type SelfTestTimes = { zone: string; duty: DutyRoster | null; openedAt?: number | null }
/** `aloud`: its tone is heard. */
export type SelfTestDue = { reason: SelfTestReason; aloud: boolean }

const timeOf = (time: string): number =>
  Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3, 5)) * MINUTE_MS

/** The time of day on the dates around `now`, in order. */
const dailies = ({ time }: SelfTestSetting, zone: string, now: number): readonly number[] =>
  [-1, 0, 1].map((days) => instantOf(datePlus(localDate(now, zone), days), timeOf(time), zone))

/** The last instants up to `now` at which one was to be made; null: no shift that counts runs. */
function lastOf(setting: SelfTestSetting, { zone, duty, openedAt }: SelfTestTimes, now: number) {
  const starts = setting.aloud ? runningShifts(duty, zone, now).map(({ since }) => since) : []
  return {
    daily: Math.max(
      ...[...dailies(setting, zone, now), openedAt ?? -Infinity].filter((at) => at <= now),
    ),
    shift: starts.length > 0 ? Math.max(...starts) : null,
  }
}

/**
 * What is to be made at `now` (UTC ms); null: nothing. One that was missed, because the program did
 * not run or something held it back, is made once, whatever the number of times that were missed.
 */
export function selfTestDue(
  tests: SelfTests | null,
  times: SelfTestTimes,
  now: number,
): SelfTestDue | null {
  const { daily, shift } = lastOf(tests?.setting ?? USUAL_SELF_TEST, times, now)
  const last = tests?.last ?? null
  // one that was made ahead of a clock that has been put back since says nothing
  const isOpen = (at: number): boolean => last === null || last.begunAt < at || last.begunAt > now
  if (shift !== null && isOpen(shift) && now - shift < ALOUD_WITHIN_MS)
    return { reason: 'shift', aloud: true }
  if (isOpen(daily)) return { reason: 'daily', aloud: false }
  return last !== null && !hasPassed(last) && now - last.endedAt >= AGAIN_MS
    ? { reason: 'again', aloud: false }
    : null
}

/** The next instant (UTC ms, after `now`) at which one may be due. */
export function nextSelfTest(tests: SelfTests | null, times: SelfTestTimes, now: number): number {
  const setting = tests?.setting ?? USUAL_SELF_TEST
  const { zone, duty } = times
  const last = tests?.last ?? null
  const [shift] = setting.aloud ? nextShifts(duty, zone, now) : []
  return Math.min(
    ...dailies(setting, zone, now).filter((at) => at > now),
    ...(shift ? [shift.since] : []),
    ...(last !== null && !hasPassed(last) ? [last.endedAt + AGAIN_MS] : []).filter(
      (at) => at > now,
    ),
  )
}

/** Reported and not contained yet; a pre-alert holds back by its colour alone. */
const BUSY: ReadonlySet<IncidentState> = new Set([
  'reported',
  'verifying',
  'assessing',
  'responding',
])

/** Whether one of these keeps the self-test waiting until it is over. A drill does not. */
export const holdsBack = ({
  state,
  drill,
  warning = null,
}: Pick<Incident, 'state' | 'drill'> & { warning?: Incident['warning'] | null }): boolean =>
  !drill &&
  (BUSY.has(state) || (state === 'prealert' && (warning === 'red' || warning === 'orange')))
