/** What can be done with a plan document, and how one states in a line what is due of it. */
import { subjectOf } from '#shared/domain/upkeep/upkeep.ts'
import type { UpkeepRead } from '#shared/domain/upkeep/draw.ts'
import type { UpkeepDue } from '#shared/domain/upkeep/due.ts'

/** `entry`: which of its entries it concerns. */
export type UpkeepAct =
  | {
      act:
        | 'issue'
        | 'issueOne'
        | 'abolish'
        | 'file'
        | 'known'
        | 'evaluate'
        | 'trigger'
        | 'judge'
        | 'arrange'
        | 'supplement'
        | 'statement'
    }
  | { act: 'receipt' | 'scans' | 'settle' | 'withdraw'; entryId: string }

export const aboutOf = ({ key }: Pick<UpkeepRead, 'key'>) => subjectOf(key)

/** A date of the board: what is done, or until when it has to be. `late`: its day is over. */
export type DateState =
  | { kind: 'done' | 'receipt'; day: string }
  | { kind: 'due' | 'overdue'; day: string }
  | { kind: 'allAlong' | 'none' | 'nobody' | 'judge' | 'nothing' }

export const dueState = (due: UpkeepDue, today: string): DateState => {
  if (due.due === null) return { kind: 'allAlong' }
  return { kind: due.due < today ? 'overdue' : 'due', day: due.due }
}

const last = <T extends { withdrawn: string | null; day: string }>(
  entries: readonly T[],
): T | undefined =>
  entries
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1)

export function filingState(upkeep: UpkeepRead, today: string): DateState {
  const { dues, filings, refiling, filing: isWanted } = upkeep
  if (dues.filing) return dueState(dues.filing, today)
  if (dues.refiling)
    return refiling?.verdict === 'judge' ? { kind: 'judge' } : dueState(dues.refiling, today)
  const filing = last(filings)
  if (filing) return { kind: filing.receipt ? 'done' : 'receipt', day: filing.day }
  return { kind: isWanted === null ? 'none' : 'nothing' }
}

export function knownState(
  upkeep: UpkeepRead,
  audience: 'staff' | 'affected',
  today: string,
): DateState {
  const { known } = upkeep.dues
  if (known?.audiences.includes(audience)) return dueState(known, today)
  const entry = last(upkeep.known.filter(({ to }) => to === audience))
  if (!entry) return { kind: 'nothing' }
  return entry.nobody ? { kind: 'nobody' } : { kind: 'done', day: entry.day }
}

export function evaluationState({ dues }: UpkeepRead, today: string): DateState {
  return dues.evaluation ? dueState(dues.evaluation, today) : { kind: 'nothing' }
}

export const lastIssue = ({ issues }: UpkeepRead): UpkeepRead['issues'][number] | undefined =>
  last(issues)
