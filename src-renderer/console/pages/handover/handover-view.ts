/** Finds the view of the shift handover that a place names. */
import { isDate } from '#shared/domain/statistics/period.ts'
import type { Place } from '../../base/route.ts'

export type View =
  | { kind: 'now' }
  | { kind: 'past'; from: string; until: string }
  | { kind: 'sheet'; handoverId: string }

const date = (value: string | undefined): string =>
  value !== undefined && isDate(value) ? value : ''

/**
 * `#/handover`, `#/handover/past?from=…&until=…`, `#/handover/<id>`. Dates are local, empty where
 * none is named.
 */
export function viewOf({ path: [, part], query }: Place): View {
  if (part === undefined) return { kind: 'now' }
  return part === 'past'
    ? { kind: 'past', from: date(query['from']), until: date(query['until']) }
    : { kind: 'sheet', handoverId: part }
}
