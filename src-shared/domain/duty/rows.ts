/**
 * Decides what the rows of a table make of the duty roster, each by the rule of a single entry.
 * Whoever stood there before is replaced.
 */
import type { ImportedRow } from '../imported-row.ts'
import { localized, type LocalizedText } from '../text.ts'
import { decideDuty, type AroundDuty } from './decide.ts'
import { EMPTY_DUTY, enteredFor, type DutyEntry, type DutyRoster } from './roster.ts'

/** An entry of the table; nobody in it clears. */
export type DutyRow = DutyEntry & { row: number }
/** `entries`: those that change something. */
export type DutyRows = { rows: readonly ImportedRow[]; entries: readonly DutyEntry[] }

const TWICE = localized(
  '这一天的这个班次和岗位前面已经写过',
  'This shift and post of the day stands in an earlier row',
)

const samePersons = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id, index) => others[index] === id)

/** Row by row, what becomes of it. */
export function decideDutyRows(
  state: DutyRoster | null,
  rows: readonly DutyRow[],
  around: AroundDuty,
): DutyRows {
  const duty = state ?? EMPTY_DUTY
  const entries: DutyEntry[] = []
  const taken = new Set<string>()

  function take({ row, ...entry }: DutyRow): ImportedRow {
    const fault = (message: LocalizedText): ImportedRow => ({ row, outcome: 'refused', message })
    const { date, shiftId, postId } = entry
    const key = JSON.stringify([date, shiftId, postId])
    if (taken.has(key)) return fault(TWICE)
    taken.add(key)
    const decision = decideDuty(duty, { type: 'SetDuty', entries: [entry] }, around)
    if (!decision.ok) return fault(decision.message)
    const before = enteredFor(duty, date, shiftId, postId)
    if (samePersons(before, entry.persons)) return { row, outcome: 'same', message: null }
    entries.push(entry)
    return { row, outcome: before.length === 0 ? 'new' : 'changed', message: null }
  }
  return { rows: rows.map(take), entries }
}
