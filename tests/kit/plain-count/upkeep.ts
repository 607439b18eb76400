/**
 * The figures of plan upkeep from raw events, written down from docs/figures.md. Nothing of the
 * product may be imported here, not even a type.
 */
import { localOf } from './days.ts'
import { plusWeekdays } from './terms.ts'

type RawEvent = { stream: string; type: string; at: number; body: unknown }
type Entry = { id: string; at: number; type: string; day: string; kind: string; result: string }
type Body = Omit<Entry, 'at' | 'type'> & { filing: boolean | null }

/** `workdays`: within which a document is filed and made known; null: nothing asks for it. */
export function plainUpkeep(
  events: readonly RawEvent[],
  { from, to }: { from: string; to: string },
  {
    zone,
    workdays,
  }: { zone: string; workdays: { filing: number | null; voluntary: number; known: number } },
): Record<string, number> {
  const sums: Record<string, number> = {}
  const add = (name: string): void => {
    sums[name] = (sums[name] ?? 0) + 1
  }
  const isIn = (day: string): boolean => day >= from && day <= to
  for (const ofDocument of Map.groupBy(events, ({ stream }) => stream).values()) {
    const entries = new Map<string, Entry>()
    const settled = new Map<string, number>()
    let filing: boolean | null = null
    for (const { type, at, body } of ofDocument) {
      const content = body as Body
      if (type === 'UpkeepArranged') filing = content.filing
      else if (type === 'UpkeepEntryWithdrawn') entries.delete(content.id)
      else if (type === 'DemandSettled') settled.set(content.id, at)
      else if (type === 'PlanApproved') {
        if (isIn(localOf(at, zone).date)) add('approvals')
      } else entries.set(content.id, { ...content, type, at })
    }
    const all = [...entries.values()]
    const issues = all
      .filter(({ type }) => type === 'PlanIssued')
      .sort((a, b) => (a.day === b.day ? a.at - b.at : a.day < b.day ? -1 : 1))
    /** The issue that something of a day belongs to: none where it was abolished by then. */
    const issueOf = (day: string): Entry | null => {
      const last = issues.filter((issue) => issue.day <= day).at(-1)
      return last && last.kind !== 'abolished' ? last : null
    }
    const isLate = (day: string, within: number | null): boolean => {
      const issue = issueOf(day)
      return issue !== null && within !== null && day > plusWeekdays(issue.day, within)
    }
    const toFile =
      filing === false ? null : (workdays.filing ?? (filing ? workdays.voluntary : null))
    for (const { id, type, day, result } of all) {
      const isDemand = type === 'PlanEvaluated' || type === 'RevisionDemanded'
      const at = isDemand ? settled.get(id) : undefined
      if (at !== undefined && isIn(localOf(at, zone).date)) add('settled')
      if (!isIn(day)) continue
      if (type === 'PlanIssued') add('issued')
      if (type === 'PlanFiled') add('filed')
      if (type === 'PlanFiled' && isLate(day, toFile)) add('filedLate')
      if (type === 'PlanMadeKnown') add('known')
      if (type === 'PlanMadeKnown' && isLate(day, workdays.known)) add('knownLate')
      if (type === 'PlanEvaluated') add('evaluated')
      if (type === 'PlanEvaluated' && result === 'revise') add('toRevise')
      if (type === 'RevisionDemanded') add('triggers')
    }
  }
  return sums
}
