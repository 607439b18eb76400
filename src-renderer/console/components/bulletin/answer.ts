/** Turns what is typed into a blank of a report into the request that records it. */
import type { Input } from '#shared/contract/contract.ts'
import type { BulletinQuestion } from '#shared/domain/bulletin/draft.ts'
import { SEVERITIES } from '#shared/domain/incident/record/scales.ts'

/** Of whom a report counts, in the order in which they are asked for. */
export const COUNTED = ['dead', 'serious', 'minor', 'missing'] as const

type Answering =
  | { name: 'incident/amend'; input: Input<'incident/amend'> }
  | { name: 'incident/level'; input: Input<'incident/level'> }
  | { name: 'incident/assess'; input: Input<'incident/assess'> }
  | { name: 'bulletin/head-informed'; input: Input<'bulletin/head-informed'> }

const numberIn = (typed: string): number | null => {
  const digits = typed.replace(/[,，\s]/g, '')
  return /^\d{1,12}(\.\d{1,2})?$/.test(digits) ? Number(digits) : null
}

/** `values` as they stand in the fields of the question; null while they are no answer. */
export function answerOf(
  asks: BulletinQuestion,
  values: readonly string[],
  incidentId: string,
  reason: string,
  atTime: (typed: string) => number | null,
): Answering | null {
  const [first = ''] = values
  switch (asks) {
    case 'occurredAt': {
      const occurredAt = atTime(first)
      return occurredAt === null
        ? null
        : { name: 'incident/amend', input: { incidentId, occurredAt, reason } }
    }
    case 'headInformedAt': {
      const at = atTime(first)
      return at === null ? null : { name: 'bulletin/head-informed', input: { incidentId, at } }
    }
    case 'place':
      return first.trim() === ''
        ? null
        : { name: 'incident/amend', input: { incidentId, place: first.trim(), reason } }
    case 'level':
      return /^[1-9]$/.test(first)
        ? { name: 'incident/level', input: { incidentId, level: Number(first) } }
        : null
    case 'severity': {
      const severity = SEVERITIES.find((known) => known === first)
      return severity ? { name: 'incident/assess', input: { incidentId, severity } } : null
    }
    case 'type':
      return first === ''
        ? null
        : { name: 'incident/amend', input: { incidentId, type: first, reason } }
    case 'loss': {
      const loss = numberIn(first)
      return loss === null ? null : { name: 'incident/assess', input: { incidentId, loss } }
    }
    case 'casualties': {
      const typed = values.filter((value) => value.trim() !== '')
      if (typed.length === 0 || typed.some((value) => !Number.isInteger(numberIn(value))))
        return null
      const counts = COUNTED.map((kind, index) => [kind, numberIn(values[index] ?? '')] as const)
      const casualties = Object.fromEntries(counts.filter(([, count]) => count !== null))
      return { name: 'incident/assess', input: { incidentId, casualties } }
    }
  }
}
