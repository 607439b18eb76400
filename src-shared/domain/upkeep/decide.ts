/** Decides what is recorded of the upkeep of a plan document. */
import { isSame } from '../canonical.ts'
import { accept, unreachable, type Decision } from '../decision.ts'
import { tooFarAhead } from '../due-days.ts'
import type { Sealed } from '../sealed.ts'
import * as no from './refusals.ts'
import type {
  DemandSettled,
  FilingReceived,
  PlanEvaluated,
  PlanFiled,
  PlanIssued,
  PlanMadeKnown,
  RefilingJudged,
  RevisionDemanded,
  StatementWritten,
  SupplementRevised,
  UpkeepArranged,
  UpkeepEntryWithdrawn,
  UpkeepEvent,
} from './stream.ts'
import { EMPTY_UPKEEP, inOrder, issueOn, valid, type PlanUpkeep } from './upkeep.ts'

type As<E extends { type: string }, T extends string> = { type: T } & Omit<E, 'type'>
export type IssuePlan = As<PlanIssued, 'IssuePlan'>
export type FilePlan = As<PlanFiled, 'FilePlan'>
export type ReceiveFiling = As<FilingReceived, 'ReceiveFiling'>
export type MakeKnown = As<PlanMadeKnown, 'MakeKnown'>
export type EvaluatePlan = As<PlanEvaluated, 'EvaluatePlan'>
export type DemandRevision = As<RevisionDemanded, 'DemandRevision'>
export type SettleDemand = As<DemandSettled, 'SettleDemand'>
export type JudgeRefiling = As<RefilingJudged, 'JudgeRefiling'>
export type ArrangeUpkeep = As<UpkeepArranged, 'ArrangeUpkeep'>
export type ReviseSupplement = As<SupplementRevised, 'ReviseSupplement'>
export type WriteStatement = As<StatementWritten, 'WriteStatement'>
export type WithdrawEntry = As<UpkeepEntryWithdrawn, 'WithdrawEntry'>
export type UpkeepCommand =
  | IssuePlan
  | FilePlan
  | ReceiveFiling
  | MakeKnown
  | EvaluatePlan
  | DemandRevision
  | SettleDemand
  | JudgeRefiling
  | ArrangeUpkeep
  | ReviseSupplement
  | WriteStatement
  | WithdrawEntry

/** `today`: local date of the site. `open`: the value of a seal, at hand. */
export type UpkeepWorld = { today: string; open: (sealed: Sealed) => string | null }
type Decided = Decision<UpkeepEvent>

/** What is filed or made known was issued before, and not abolished by then. */
function afterIssue(upkeep: PlanUpkeep, day: string, event: UpkeepEvent): Decided {
  const issues = inOrder(upkeep.issues)
  const [first] = issues
  if (!first) return no.notIssued()
  if (day < first.day) return no.beforeIssue(first.day)
  const last = issues.findLast((issue) => issue.day <= day)
  return last?.kind === 'abolished' ? no.abolishedBy(last.day) : accept(event)
}

/** The first is made; only what is in force is revised or abolished. */
function issue(upkeep: PlanUpkeep, command: IssuePlan, { today }: UpkeepWorld): Decided {
  const { kind, day, effective } = command
  const inForce = issueOn(upkeep, day)
  if (kind === 'made' && inForce) return no.madeTwice(inForce.day)
  if (kind === 'revised' && !inForce) return no.revisedFirst()
  if (kind === 'abolished' && !inForce) return no.abolishedNothing()
  if (effective < day) return no.effectiveFirst(day)
  const isFar = tooFarAhead(effective, today)
  if (isFar) return isFar
  return accept({ ...command, type: 'PlanIssued' })
}

function receive(upkeep: PlanUpkeep, { id, day, number }: ReceiveFiling): Decided {
  const filing = valid(upkeep.filings).find((entry) => entry.id === id)
  if (!filing) return no.unknownEntry()
  if (day < filing.day) return no.beforeFiling(filing.day)
  if (isSame(filing.receipt, { day, number })) return no.saysSo()
  return accept({ type: 'FilingReceived', id, day, number })
}

function settle(upkeep: PlanUpkeep, { id, text, reason }: SettleDemand): Decided {
  const demand = [
    ...valid(upkeep.evaluations).filter(({ result }) => result === 'revise'),
    ...valid(upkeep.triggers),
  ].find((entry) => entry.id === id)
  if (!demand) return no.unknownEntry()
  if (demand.settled) return no.alreadySettled()
  if (text === null && reason === null) return no.settledByNothing()
  return accept({ type: 'DemandSettled', id, text, reason })
}

function arrange(
  { arrangement }: PlanUpkeep,
  { filing, authority, owner, reason }: ArrangeUpkeep,
  { open }: UpkeepWorld,
): Decided {
  const plain = (of: typeof owner): unknown =>
    of?.person ? { ...of, person: open(of.person) ?? of.person.sealed } : of
  const isFilingSame = filing === arrangement.filing
  if (
    isFilingSame &&
    authority === arrangement.authority &&
    isSame(plain(owner), plain(arrangement.owner))
  )
    return no.saysSo()
  if (!isFilingSame && reason === null) return no.reasonless()
  return accept({ type: 'UpkeepArranged', filing, authority, owner, reason })
}

function withdraw(upkeep: PlanUpkeep, { id, reason }: WithdrawEntry): Decided {
  const { issues, filings, known, evaluations, triggers } = upkeep
  const entry = [...issues, ...filings, ...known, ...evaluations, ...triggers].find(
    (candidate) => candidate.id === id,
  )
  if (!entry) return no.unknownEntry()
  return entry.withdrawn ? no.isWithdrawn() : accept({ type: 'UpkeepEntryWithdrawn', id, reason })
}

function writeStatement(
  { statement }: PlanUpkeep,
  { parts }: WriteStatement,
  { open }: UpkeepWorld,
): Decided {
  const plain = (words: Sealed | null | undefined): string | null =>
    words ? (open(words) ?? words.sealed) : null
  const fresh = parts.filter(({ part, words }) => plain(words) !== plain(statement[part]))
  return fresh.length === 0 ? no.saysSo() : accept({ type: 'StatementWritten', parts: fresh })
}

/**
 * Refused: a day of the future, one before the issue or before the filing, made while it is in
 * force, to hold before it is issued or from years ahead on (`bad-input`); filed or made known
 * before any issue or once it was abolished, revised or abolished without being in force
 * (`not-issued`); what nobody recorded (`unknown-entry`); a demand settled twice, an entry
 * withdrawn twice, what it says already (`no-change`); a demand settled without revision, or the
 * duty to file changed, without a reason (`reason-needed`).
 */
export function decideUpkeep(
  state: PlanUpkeep | null,
  command: UpkeepCommand,
  world: UpkeepWorld,
): Decided {
  const upkeep = state ?? { ...EMPTY_UPKEEP, id: '' }
  // it may be issued today and hold from a later day on
  if ('day' in command && command.day > world.today) return no.dayAhead()
  switch (command.type) {
    case 'IssuePlan':
      return issue(upkeep, command, world)
    case 'FilePlan':
      return afterIssue(upkeep, command.day, { ...command, type: 'PlanFiled' })
    case 'ReceiveFiling':
      return receive(upkeep, command)
    case 'MakeKnown':
      return afterIssue(upkeep, command.day, { ...command, type: 'PlanMadeKnown' })
    case 'EvaluatePlan':
      return accept({ ...command, type: 'PlanEvaluated' })
    case 'DemandRevision':
      return accept({ ...command, type: 'RevisionDemanded' })
    case 'SettleDemand':
      return settle(upkeep, command)
    case 'JudgeRefiling':
      return accept({ ...command, type: 'RefilingJudged' })
    case 'ArrangeUpkeep':
      return arrange(upkeep, command, world)
    case 'ReviseSupplement': {
      const { rules, annexes } = command
      const before = upkeep.supplement
      return before && isSame({ rules, annexes }, { rules: before.rules, annexes: before.annexes })
        ? no.saysSo()
        : accept({ ...command, type: 'SupplementRevised' })
    }
    case 'WriteStatement':
      return writeStatement(upkeep, command, world)
    case 'WithdrawEntry':
      return withdraw(upkeep, command)
    default:
      return unreachable(command)
  }
}
