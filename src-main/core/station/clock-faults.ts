/** Words the faults of a clock that was changed, during the run or before it. */
import { localTime } from '#shared/domain/calendar.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import { SECOND_MS } from '#shared/domain/units.ts'
import { clockDuration } from '#shared/domain/wording/duration.ts'

const toTheSecond = (ms: number): string => clockDuration(Math.round(ms / SECOND_MS) * SECOND_MS)

/** `at` in UTC ms after the change. */
export const clockChanged = (at: number, byMs: number, zone: string): FaultWords => {
  const time = localTime(at, zone)
  const by = `${byMs < 0 ? '' : '+'}${toTheSecond(byMs)}`
  return {
    priority: 3,
    tone: null,
    cause: localized(
      `本机时钟被改动${by}，现为${time}。`,
      `This machine's clock was changed by ${by}; it now says ${time}.`,
    ),
    action: localized(
      '时限不受影响；请核对时间。',
      'Limits are not affected; please check the time.',
    ),
  }
}

/** For a record that ends later (UTC ms) than the machine's clock says now. */
export const clockBehind = (lastAt: number, byMs: number, zone: string): FaultWords => {
  const [time, by] = [localTime(lastAt, zone), toTheSecond(byMs)]
  return {
    priority: 2,
    tone: null,
    cause: localized(
      `停机期间本机时钟被拨回：记录写到${time}，本机慢了至少${by}。`,
      `The clock was put back while the station was down: the record runs to ${time}, at least ${by} later than now.`,
    ),
    action: localized(
      '进行中的时限会偏长，请立即核对时间，并按纸质预案掌握时限。',
      'Running limits look longer than they are; check the time at once and watch the limits by hand.',
    ),
  }
}
