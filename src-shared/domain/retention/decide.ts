/** Decides whether the days after which personal values are purged may be set. */
import { isSame } from '../canonical.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { MOST_EXCEPTIONS, RETENTION_RANGE } from './days.ts'
import { NO_RETENTION, type Retention, type RetentionEvent } from './stream.ts'

export type SetRetention = { type: 'SetRetention'; retention: Retention; reason: Sealed }

const inRange = (days: number): boolean =>
  Number.isInteger(days) && days >= RETENTION_RANGE[0] && days <= RETENTION_RANGE[1]

const subjectOf = ({ type, level }: Retention['exceptions'][number]): string =>
  `${type ?? ''}/${level ?? ''}`

/**
 * Refuses `bad-input`: days out of their range; exceptions without a rule, of nothing in
 * particular, twice of the same, or too many. Setting what is set changes nothing.
 */
export function decideRetention(
  before: Retention | null,
  { retention, reason }: SetRetention,
): Decision<RetentionEvent> {
  const { days, exceptions } = retention
  const [lowest, highest] = RETENTION_RANGE
  if (
    [...(days === null ? [] : [days]), ...exceptions.map((other) => other.days)].some(
      (number) => !inRange(number),
    )
  )
    return refuse(
      'bad-input',
      localized(
        `归档后清除个人信息：请填${lowest}到${highest}天`,
        `Purging personal values after archiving: enter ${lowest} to ${highest} days`,
      ),
      ['days'],
    )
  const subjects = exceptions.map(subjectOf)
  if (
    (days === null && exceptions.length > 0) ||
    exceptions.length > MOST_EXCEPTIONS ||
    subjects.includes('/') ||
    new Set(subjects).size < subjects.length
  )
    return refuse(
      'bad-input',
      localized(
        `例外要写明类型或级别，同一种只写一次，最多${MOST_EXCEPTIONS}条，并且先要有总的天数`,
        `An exception names a type or a level, each once, ${MOST_EXCEPTIONS} at most, and only beside days for all others`,
      ),
      ['exceptions'],
    )
  return isSame(before ?? NO_RETENTION, retention)
    ? accept()
    : accept({ type: 'RetentionSet', retention, reason })
}
