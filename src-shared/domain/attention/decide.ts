/** Decides whether the times of attention may be set: each within its range, none switched off. */
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { isSame } from '../canonical.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { exactDuration } from '../wording/duration.ts'
import type { AttentionTimesEvent } from './stream.ts'
import {
  ATTENTION_DEFAULTS,
  ATTENTION_RANGES,
  ATTENTION_TIMES,
  type AttentionTime,
  type AttentionTimes,
} from './times.ts'
import { ATTENTION_NAMES } from './names.ts'

/** Times in ms; those that are left out stay. */
export type SetAttentionTimes = {
  type: 'SetAttentionTimes'
  times: Partial<AttentionTimes>
  reason: Sealed
}

const outOfRange = (time: AttentionTime): Refusal => {
  const [lowest, highest] = ATTENTION_RANGES[time].map(exactDuration)
  const name = ATTENTION_NAMES[time]
  return refuse(
    'bad-input',
    localized(
      `${name.zh}：请填${lowest?.zh}到${highest?.zh}`,
      `${name.en}: enter ${lowest?.en} to ${highest?.en}`,
    ),
    [time],
  )
}

/** Refuses `bad-input`: a time out of its range. Setting what is set changes nothing. */
export function decideAttentionTimes(
  before: AttentionTimes | null,
  { times, reason }: SetAttentionTimes,
): Decision<AttentionTimesEvent> {
  const current = before ?? ATTENTION_DEFAULTS
  const next = { ...current, ...times }
  const wrong = ATTENTION_TIMES.find((time) => {
    const [lowest, highest] = ATTENTION_RANGES[time]
    return !Number.isInteger(next[time]) || next[time] < lowest || next[time] > highest
  })
  if (wrong) return outOfRange(wrong)
  return isSame(next, current)
    ? accept()
    : accept({ type: 'AttentionTimesSet', times: next, reason })
}
