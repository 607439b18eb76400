/**
 * Reads the rows of a table of risks, and decides what each becomes: a new risk, one that is
 * assessed again, or one that is there just so. A risk is known again by what may happen and where.
 */
import type { ImportedRow } from '../imported-row.ts'
import { spelled } from '../places/known.ts'
import { localized, type LocalizedText } from '../text.ts'
import { assessedAhead, assessedBefore } from './decide.ts'
import type { RiskGrade, RiskKind } from './risk.ts'

/** Plan and owner by their names; `assessedOn`: local day. What it has not stays as it is. */
export type RiskRow = {
  row: number
  what: string
  place?: string | null | undefined
  kind: RiskKind
  grade: RiskGrade
  measures: string
  plan?: string | null | undefined
  owner?: string | null | undefined
  assessedOn?: string | null | undefined
}
/** A risk that stands, with its words opened; `owner`: how they are called. */
export type KnownRisk = {
  id: string
  what: string
  place: string | null
  kind: RiskKind
  grade: RiskGrade
  measures: string
  planId: string | null
  owner: string | null
  assessedOn: string
}
/** `riskId` null: a new one. `planId`, `owner` undefined: they stay as they are. */
export type TakenRisk = {
  riskId: string | null
  row: RiskRow
  place: string | null
  planId: string | null
  owner: string | undefined
  assessedOn: string
}

const unknownPlan = (title: string): LocalizedText =>
  localized(`没有“${title}”这份预案`, `There is no plan "${title}"`)
const TWICE = localized('表里前面已有这项风险', 'The table has this risk in an earlier row')

const same = (text: string | null, other: string | null): boolean =>
  spelled(text ?? '') === spelled(other ?? '')

/**
 * `read`: what becomes of a row, one after the other; `taken`: what follows of those that change
 * something. `today`: local date of the site. `planCalled`: the id of the plan of that title.
 */
export function riskRowReader(
  known: readonly KnownRisk[],
  { today, planCalled }: { today: string; planCalled: (title: string) => string | null },
): { read: (row: RiskRow) => ImportedRow; taken: readonly TakenRisk[] } {
  const taken: TakenRisk[] = []
  const seen = new Set<string>()
  const byWords = Map.groupBy(known, ({ what }) => spelled(what))

  function read(row: RiskRow): ImportedRow {
    const outcome = (of: ImportedRow['outcome'], message: LocalizedText | null = null) => ({
      ...{ row: row.row, outcome: of, message },
    })
    const called = byWords.get(spelled(row.what)) ?? []
    const before = row.place ? called.find(({ place }) => same(place, row.place ?? '')) : called[0]
    const key = JSON.stringify([spelled(row.what), spelled(row.place ?? before?.place ?? '')])
    if (seen.has(key)) return outcome('refused', TWICE)
    seen.add(key)
    const planId = row.plan ? planCalled(row.plan) : (before?.planId ?? null)
    if (row.plan && planId === null) return outcome('refused', unknownPlan(row.plan))
    const isSame =
      before !== undefined &&
      before.grade === row.grade &&
      before.kind === row.kind &&
      before.measures.trim() === row.measures.trim() &&
      before.planId === planId &&
      (!row.owner || same(before.owner, row.owner)) &&
      (!row.assessedOn || row.assessedOn === before.assessedOn)
    if (isSame) return outcome('same')
    const assessedOn = row.assessedOn ?? today
    if (assessedOn > today) return outcome('refused', assessedAhead().message)
    if (before && assessedOn < before.assessedOn)
      return outcome('refused', assessedBefore().message)
    const owner = row.owner && !same(before?.owner ?? null, row.owner) ? row.owner : undefined
    const place = row.place ?? before?.place ?? null
    taken.push({ riskId: before?.id ?? null, row, place, planId, owner, assessedOn })
    return outcome(before ? 'changed' : 'new')
  }

  return { read, taken }
}
