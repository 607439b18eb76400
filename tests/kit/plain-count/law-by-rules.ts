/**
 * What the law wants reported of an incident, by its rules and by what people said and did alone:
 * no clock that the product recorded is looked at. Nothing of the product may be imported here.
 */
import type { Body, Draft, PlainLawReport } from './draft.ts'

const DAY = 24 * 60 * 60_000

/** Of these the first that fits holds; what is left out is no condition. */
export type PlainRule = {
  withinMs: number
  everyMs?: number
  changesDays?: number
  types?: readonly string[]
  people?: Readonly<Record<string, number>> // so many of one kind are enough
}
type Clock = PlainLawReport & { from: number }
/** By when, from when; `done`: it went out before anybody said when the head knew. */
type Due = Pick<Clock, 'from' | 'due' | 'done'>
type Sent = { at: number; final: boolean; people: Record<string, number> }
/** What an incident that was merged brings along; `before`: when the head knew here. */
type Merged = {
  head: number | null
  before: number | null
  first: Due | null
  late: Clock[]
  sent: readonly Sent[]
}
/** What was said of one incident; `state`: before the event that is looked at. */
type Statements = {
  head: number | null
  sent: Sent[] // to the authorities
  clocks: Clock[]
  state: string
  merged: Map<string, Merged>
}

const OFF_THE_BOARD = ['archived', 'falseReport', 'transferred', 'merged']
const GONE = ['falseReport', 'merged']
const OVER = ['closed', ...OFF_THE_BOARD]
const LIFTED = ['lifted', 'recovering', ...OVER]
const HURT = ['dead', 'serious', 'minor', 'missing']

const isRunning = ({ done, ended }: Clock): boolean => done === null && ended === null

const isLate = ({ due, done, ended, late }: Clock, at: number): boolean => {
  if (done === due && (late === null || late === due)) return false
  return late !== null || (done ?? (ended ?? at) + 1) > due
}

const firstOf = ({ clocks }: Statements): Clock | undefined =>
  clocks.find(({ kind }) => kind === 'first')

/** What went out of it and of what was merged into it, in order. */
const allSent = ({ sent, merged }: Statements): readonly Sent[] =>
  [...[...merged.values()].flatMap((other) => other.sent), ...sent].sort((a, b) => a.at - b.at)

/** `other`: as it stands right after it was merged: what ran of it has ended with that. */
function takeIn(statements: Statements, id: string, other: Statements, at: number): void {
  const [first, here] = [firstOf(other), firstOf(statements)]
  const ran = first?.done === null && (first.ended === null || first.ended === at)
  const goes = first !== undefined && ran && !(here && isLate(here, at))
  const isEarlier = other.head !== null && other.head < (statements.head ?? Infinity)
  const taken: Merged = {
    head: isEarlier ? other.head : null,
    before: statements.head,
    first: goes ? { from: first.from, due: first.due, done: null } : null,
    late: [
      ...other.clocks.filter((clock) => isLate(clock, at) && !(goes && clock === first)),
      ...[...other.merged.values()].flatMap(({ late }) => late),
    ].map((clock) => ({ ...clock, ended: clock.done === null ? (clock.ended ?? at) : null })),
    sent: allSent(other),
  }
  if (isEarlier) statements.head = other.head
  const [sent] = taken.sent
  if (here && sent && isRunning(here)) here.done = sent.at
  statements.merged.set(id, taken)
}

/** A merge that was taken back. */
function letGo(statements: Statements, id: string): void {
  const gone = statements.merged.get(id)
  statements.merged.delete(id)
  if (!gone) return
  const isHeadTheirs = gone.head !== null && gone.head === statements.head
  if (isHeadTheirs) statements.head = gone.before
  else if (gone.head !== null)
    for (const other of statements.merged.values())
      if (other.before === gone.head) other.before = gone.before
  const [first, sent] = [firstOf(statements), gone.sent[0]]
  if (first && sent && first.done === sent.at && allSent(statements).length === 0) first.done = null
  // what was due by the other one alone was never due here
  const isTheirs =
    (first?.from === gone.first?.from && first?.due === gone.first?.due) ||
    (isHeadTheirs && first?.from === gone.head)
  if (first && isTheirs) statements.clocks.splice(statements.clocks.indexOf(first), 1)
}

function ruleFor(draft: Draft, rules: readonly PlainRule[]): PlainRule | null {
  const { drill, state, type, people } = draft
  if (drill || state === 'falseReport' || state === 'merged') return null
  const fits = (rule: PlainRule): boolean =>
    (!rule.types || rule.types.some((code) => type === code || type?.startsWith(`${code}.`))) &&
    (!rule.people || Object.entries(rule.people).some(([kind, n]) => (people[kind] ?? 0) >= n))
  return rules.find(fits) ?? null
}

/** By its own rule, or by that of an incident that was merged into it: whichever is earlier. */
function firstDue(statements: Statements, rule: PlainRule | null): Due | null {
  const { head, merged } = statements
  const done = allSent(statements)[0]?.at ?? null
  const dues = [...merged.values()].flatMap(({ first }) => first ?? [])
  if (rule && head !== null) dues.unshift({ from: head, due: head + rule.withinMs, done })
  const [due] = dues.sort((a, b) => a.due - b.due)
  return due ? { ...due, done } : null
}

function followUpDue(statements: Statements, { everyMs }: PlainRule, state: string): Due | null {
  const last = allSent(statements).at(-1)
  if (!last || last.final || everyMs === undefined || LIFTED.includes(state)) return null
  return { from: last.at, due: last.at + everyMs, done: null }
}

/** A change that comes when its days are over is asked for no more. */
function changesDue(draft: Draft, statements: Statements, rule: PlainRule, at: number): Due | null {
  const last = allSent(statements).at(-1)
  if (!last || rule.changesDays === undefined) return null
  if (HURT.every((kind) => draft.people[kind] === last.people[kind])) return null
  const due = draft.at + rule.changesDays * DAY
  const running = statements.clocks.find((clock) => clock.kind === 'changes' && isRunning(clock))
  const from = running?.from ?? at
  return from > due ? null : { from, due, done: null }
}

/** Begins a clock, puts it right or ends it; one that has run out stays as it is. */
function follow(clocks: Clock[], kind: string, due: Due | null, at: number): void {
  const clock = clocks.find(
    (known) => known.kind === kind && (kind === 'first' || isRunning(known)),
  )
  if (clock && clock.late !== null) return
  if (!due) {
    if (clock && isRunning(clock)) clock.ended = at
    return
  }
  // what went out is judged by when one knew, whatever rule comes to hold later
  if (clock?.ended === null && clock.from === due.from)
    if (clock.done !== null || clock.due === due.due) return
  if (clock) clocks.splice(clocks.indexOf(clock), 1)
  clocks.push({ kind, ...due, ended: null, late: null })
}

/** Follows each event of the record, in its order, once the draft has taken it. */
export function countByLaw(
  rules: readonly PlainRule[],
): (draft: Draft, type: string, body: Body, at: number) => void {
  const all = new Map<string, Statements>()
  return (draft, type, body, at) => {
    const statements = all.get(draft.id) ?? {
      ...{ head: null, sent: [], clocks: [], state: draft.state },
      merged: new Map<string, Merged>(),
    }
    all.set(draft.id, statements)
    const { clocks, sent, state } = statements
    draft.lawReports = clocks
    // of what has left the board nobody is told, and of changed casualties never
    if (!OFF_THE_BOARD.includes(state))
      for (const clock of clocks)
        if (clock.kind !== 'changes' && isRunning(clock) && clock.due <= at)
          clock.late ??= clock.due
    const other = all.get(body.incidentId)
    if (type === 'IncidentTakenIn' && other) takeIn(statements, body.incidentId, other, at)
    if (type === 'IncidentLetGo') letGo(statements, body.incidentId)
    draft.lawTaken = [...statements.merged.values()].flatMap(({ late }) => late)
    if (type === 'HeadInformed') statements.head = body.informedAt
    // that a response was started, and the report to management, go to no authority
    if (type === 'BulletinSent' && body.kind !== 'response' && body.kind !== 'management') {
      for (const clock of clocks) if (isRunning(clock)) clock.done = at
      sent.push({ at, final: body.kind === 'final', people: { ...draft.people } })
    }
    statements.state = draft.state
    const rule = ruleFor(draft, rules)
    const first = GONE.includes(draft.state) ? null : firstDue(statements, rule)
    follow(clocks, 'first', first, at)
    follow(clocks, 'followUp', rule && followUpDue(statements, rule, draft.state), at)
    follow(clocks, 'changes', rule && changesDue(draft, statements, rule, at), at)
  }
}
