/** Turns what is typed into the form of a warning into the request that enters or adjusts it. */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardWarning } from '#shared/domain/board/warnings.ts'
import type { Warning } from '#shared/domain/incident/record/scales.ts'
import type { WarningFields } from '#shared/domain/warning/warning.ts'
import { typedAgain, typedInstant } from './typed-instant.ts'

export type WarningDraft = {
  kind: string
  warning: Warning
  startsAt: string
  until: string
  area: string
  content: string
  measures: string
  publisher: string
  publishedAt: string
}

/** The form as it opens: empty but for the times, or as the warning stands. */
export function draftOf(shown: BoardWarning | null, now: number, zone: string): WarningDraft {
  const time = (at: number | null): string => (at === null ? '' : typedAgain(at, zone))
  const { kind = '', warning = 'blue', area = '', content = '' } = shown ?? {}
  const { measures = '', publisher = '', startsAt, until = null, publishedAt } = shown ?? {}
  return {
    ...{ kind, warning, area, content, measures, publisher },
    startsAt: time(startsAt ?? now),
    until: time(until),
    publishedAt: time(publishedAt ?? now),
  }
}

/** What the form says; null while one of its times is none. */
export function fieldsIn(draft: WarningDraft, now: number, zone: string): WarningFields | null {
  const startsAt = typedInstant(draft.startsAt, now, zone)
  const publishedAt = typedInstant(draft.publishedAt, now, zone)
  const isOpen = draft.until.trim() === ''
  const until = isOpen ? null : typedInstant(draft.until, now, zone, true)
  if (startsAt === null || publishedAt === null || (!isOpen && until === null)) return null
  const text = (words: string): string => words.trim()
  return {
    ...{ kind: text(draft.kind), warning: draft.warning, startsAt, until },
    ...{ area: text(draft.area), content: text(draft.content), measures: text(draft.measures) },
    ...{ publisher: text(draft.publisher), publishedAt },
  }
}

const isSameMinute = (at: number | null, other: number | null): boolean =>
  at === null || other === null
    ? at === other
    : Math.floor(at / 60_000) === Math.floor(other / 60_000)

/** Only what differs from the warning as it stands; a time that was not typed anew stays exact. */
export function changedFields(
  shown: BoardWarning,
  fields: WarningFields,
): Omit<Input<'warning/adjust'>, 'warningId' | 'reason'> {
  const names = Object.keys(fields) as (keyof WarningFields)[]
  return Object.fromEntries(
    names.flatMap((name) => {
      const [value, before] = [fields[name], shown[name]]
      const isTime = name === 'startsAt' || name === 'until' || name === 'publishedAt'
      const isSame = isTime
        ? isSameMinute(value as number | null, before as number | null)
        : value === before
      return isSame ? [] : [[name, value]]
    }),
  )
}
