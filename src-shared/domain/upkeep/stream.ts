/** The streams of what keeps plan documents alive, one for each document (or plan). */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isPlanUpkeep } from './forms.ts'
import type { SupplementText } from './supplement.ts'
import {
  EMPTY_UPKEEP,
  type Arrangement,
  type Evaluation,
  type Filing,
  type MadeKnown,
  type PlanIssue,
  type PlanUpkeep,
  type RevisionTrigger,
  type StatementPart,
  type TextRef,
  type Withdrawn,
} from './upkeep.ts'

type Told<T> = Omit<T, 'at' | 'by' | 'withdrawn' | 'settled' | 'receipt'>

export type PlanIssued = { type: 'PlanIssued' } & Told<PlanIssue>
export type PlanFiled = { type: 'PlanFiled' } & Told<Filing>
export type FilingReceived = { type: 'FilingReceived'; id: string; day: string; number: string }
export type PlanMadeKnown = { type: 'PlanMadeKnown' } & Told<MadeKnown>
export type PlanEvaluated = { type: 'PlanEvaluated' } & Told<Evaluation>
export type RevisionDemanded = { type: 'RevisionDemanded' } & Told<RevisionTrigger>
/** `id`: of a trigger, or of an evaluation. `text`: the revision that answers it. */
export type DemandSettled = {
  type: 'DemandSettled'
  id: string
  text: TextRef | null
  reason: Sealed | null
}
export type RefilingJudged = {
  type: 'RefilingJudged'
  texts: readonly TextRef[]
  refile: boolean
  reason: Sealed
}
export type UpkeepArranged = { type: 'UpkeepArranged' } & Arrangement & { reason: Sealed | null }
export type SupplementRevised = { type: 'SupplementRevised' } & SupplementText & { why: Sealed }
/** `words` null: the part says nothing any more. */
export type StatementWritten = {
  type: 'StatementWritten'
  parts: readonly { part: StatementPart; words: Sealed | null }[]
}
/** An issue, a filing, a making-known, an evaluation or a trigger that was recorded by mistake. */
export type UpkeepEntryWithdrawn = { type: 'UpkeepEntryWithdrawn'; id: string; reason: Sealed }
export type UpkeepEvent =
  | PlanIssued
  | PlanFiled
  | FilingReceived
  | PlanMadeKnown
  | PlanEvaluated
  | RevisionDemanded
  | DemandSettled
  | RefilingJudged
  | UpkeepArranged
  | SupplementRevised
  | StatementWritten
  | UpkeepEntryWithdrawn

const changedIn = <T extends { id: string }>(
  entries: readonly T[],
  id: string,
  change: Partial<T>,
): readonly T[] => entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry))

function entryOf<T extends object>(
  event: Recorded<{ type: string } & T>,
): T & {
  at: number
  by: string
  withdrawn: null
} {
  const { at, by } = event
  return { ...(bodyOf(event) as T), at, by, withdrawn: null }
}

function withoutEntry(upkeep: PlanUpkeep, id: string, withdrawn: Withdrawn): PlanUpkeep {
  const { issues, filings, known, evaluations, triggers } = upkeep
  return {
    ...upkeep,
    issues: changedIn(issues, id, { withdrawn }),
    filings: changedIn(filings, id, { withdrawn }),
    known: changedIn(known, id, { withdrawn }),
    evaluations: changedIn(evaluations, id, { withdrawn }),
    triggers: changedIn(triggers, id, { withdrawn }),
  }
}

function withStatement(upkeep: PlanUpkeep, { parts }: Pick<StatementWritten, 'parts'>): PlanUpkeep {
  const statement = { ...upkeep.statement }
  for (const { part, words } of parts)
    if (words === null) delete statement[part]
    else statement[part] = words
  return { ...upkeep, statement }
}

function changed(upkeep: PlanUpkeep, event: Recorded<UpkeepEvent>): PlanUpkeep {
  const { at, by } = event
  const { issues, filings, known, evaluations, triggers } = upkeep
  switch (event.type) {
    case 'PlanIssued':
      return { ...upkeep, issues: [...issues, entryOf(event)] }
    case 'PlanFiled':
      return { ...upkeep, filings: [...filings, { ...entryOf(event), receipt: null }] }
    case 'FilingReceived': {
      const { id, day, number } = event
      return { ...upkeep, filings: changedIn(filings, id, { receipt: { day, number } }) }
    }
    case 'PlanMadeKnown':
      return { ...upkeep, known: [...known, entryOf(event)] }
    case 'PlanEvaluated':
      return { ...upkeep, evaluations: [...evaluations, { ...entryOf(event), settled: null }] }
    case 'RevisionDemanded':
      return { ...upkeep, triggers: [...triggers, { ...entryOf(event), settled: null }] }
    case 'DemandSettled': {
      const { id, text, reason } = event
      const settled = { at, by, text, reason }
      return {
        ...upkeep,
        evaluations: changedIn(evaluations, id, { settled }),
        triggers: changedIn(triggers, id, { settled }),
      }
    }
    case 'RefilingJudged': {
      const { texts, refile, reason } = event
      const judgement = { at, by, texts, refile, reason }
      return { ...upkeep, judgements: [...upkeep.judgements, judgement] }
    }
    case 'UpkeepArranged': {
      const { filing, authority, owner } = event
      return { ...upkeep, arrangement: { filing, authority, owner } }
    }
    case 'SupplementRevised': {
      const { rules, annexes } = event
      const number = (upkeep.supplement?.number ?? 0) + 1
      return { ...upkeep, supplement: { rules, annexes, number, at, by } }
    }
    case 'StatementWritten':
      return withStatement(upkeep, event)
    case 'UpkeepEntryWithdrawn':
      return withoutEntry(upkeep, event.id, { at, by, reason: event.reason })
    default:
      return unreachable(event)
  }
}

/** `upkeep` null: nothing was recorded yet. */
export type UpkeepState = { id: string; upkeep: PlanUpkeep | null }

export const upkeepStream = defineStream<UpkeepState, UpkeepEvent, { upkeep: PlanUpkeep }>({
  name: 'upkeep.',
  initial: (id) => ({ id, upkeep: null }),
  evolve({ id, upkeep }, event) {
    const before = upkeep ?? { ...EMPTY_UPKEEP, id }
    return { id, upkeep: { ...changed(before, event), version: before.version + 1 } }
  },
  documents: {
    upkeep: {
      of: ({ upkeep }) => upkeep,
      name: localized('预案的印发、备案和评估', 'issue, filing and evaluation of plans'),
      hasForm: (body, id) => isPlanUpkeep(body) && (body as PlanUpkeep).id === id,
    },
  },
  version: ({ upkeep }) => upkeep?.version ?? 0,
})
