/**
 * What the law wants reported of an incident, by its rules and by what people said and did alone:
 * no clock that the product recorded is looked at. Nothing of the product may be imported here.
 */
import type { Body, Draft, PlainLawReport } from './draft.ts'
import { headOf, withoutTheirs, type Head, type Owed } from './law-parting.ts'

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
/** An incident as it stood when it was merged, and what it brings along. */
type Merged = Stood & { late: Clock[]; owed: Owed; sent: readonly Sent[] }
/** `isLateHere`: the first report was, of the one that it was merged into. `at`: when that was. */
type Stood = { stood: Statements; rule: PlainRule | null; isLateHere: boolean; at: number }
/** What was said of one incident; `state`: before the event that is looked at. */
type Statements = {
  heads: Head[]
  sent: Sent[] // to the authorities
  clocks: Clock[]
  state: string
  stateBefore: string // the state before that one
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

const owedBy = (statements: Statements): Owed => ({
  head: headOf(statements.heads),
  firsts: [...statements.merged.values()].flatMap(({ owed }) => owed.firsts),
  sent: allSent(statements).map(({ at }) => at),
})

/** `stood`: right after it was merged: what ran of it has ended with that. */
function broughtBy(merging: Stood): Merged {
  const { stood, isLateHere, at } = merging
  const first = firstOf(stood)
  const ran = first?.done === null && (first.ended === null || first.ended === at)
  const goes = first !== undefined && ran && !(isLateHere && isLate(first, at))
  const sent = allSent(stood)
  return {
    ...{ ...merging, sent },
    owed: {
      head: headOf(stood.heads),
      firsts: goes ? [{ from: first.from, due: first.due }] : [],
      sent: sent.map((report) => report.at),
    },
    late: [
      ...stood.clocks.filter((clock) => isLate(clock, at) && !(goes && clock === first)),
      ...[...stood.merged.values()].flatMap(({ late }) => late),
    ].map((clock) => ({ ...clock, ended: clock.done === null ? (clock.ended ?? at) : null })),
  }
}

function takeIn(statements: Statements, id: string, merging: Stood): void {
  const merged = broughtBy(merging)
  const here = firstOf(statements)
  const [sent] = merged.sent
  if (merged.owed.head !== null) statements.heads.push({ id, at: merged.owed.head })
  if (here && sent && isRunning(here)) here.done = sent.at
  statements.merged.set(id, merged)
}

/** What it brings is this from now on, null: nothing, as the merge was taken back. */
function bring(statements: Statements, id: string, now: Merged | null): void {
  const gone = statements.merged.get(id)
  if (!gone) return
  if (now) statements.merged.set(id, now)
  else statements.merged.delete(id)
  const head = now?.owed.head ?? null
  statements.heads = statements.heads.flatMap((known) =>
    known.id !== id ? [known] : head === null ? [] : [{ id, at: head }],
  )
  statements.clocks = withoutTheirs(statements.clocks, gone.owed, owedBy(statements))
}

/** An incident left: where it stood by way of others it is as if it had left before these did. */
function leave(statements: Statements, id: string): void {
  if (statements.merged.has(id)) return bring(statements, id, null)
  for (const [name, { stood, rule, isLateHere, at }] of statements.merged) {
    if (!isWithin(stood, id)) continue
    const then = structuredClone(stood)
    leave(then, id)
    owe(then, rule, then.stateBefore, at)
    bring(statements, name, broughtBy({ stood: then, rule, isLateHere, at }))
  }
}
const isWithin = ({ merged }: Statements, id: string): boolean =>
  merged.has(id) || [...merged.values()].some(({ stood }) => isWithin(stood, id))

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
  const { head, firsts } = owedBy(statements)
  const done = allSent(statements)[0]?.at ?? null
  const dues = firsts.map((first) => ({ ...first, done }))
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

/** The first report and the one that follows, as `state` wants them. */
function owe(statements: Statements, rule: PlainRule | null, state: string, at: number): void {
  const first = GONE.includes(state) ? null : firstDue(statements, rule)
  follow(statements.clocks, 'first', first, at)
  follow(statements.clocks, 'followUp', rule && followUpDue(statements, rule, state), at)
}

/** Follows each event of the record, in its order, once the draft has taken it. */
export function countByLaw(
  rules: readonly PlainRule[],
): (draft: Draft, type: string, body: Body, at: number) => void {
  const all = new Map<string, Statements>()
  const drafts = new Map<string, Draft>()
  return (draft, type, body, at) => {
    const statements = all.get(draft.id) ?? {
      ...{ heads: [], sent: [], clocks: [], state: draft.state, stateBefore: draft.state },
      merged: new Map<string, Merged>(),
    }
    all.set(draft.id, statements)
    drafts.set(draft.id, draft)
    const { sent, state } = statements
    // of what has left the board nobody is told, and of changed casualties never
    if (!OFF_THE_BOARD.includes(state))
      for (const clock of statements.clocks)
        if (clock.kind !== 'changes' && isRunning(clock) && clock.due <= at)
          clock.late ??= clock.due
    const [other, otherDraft] = [all.get(body.incidentId), drafts.get(body.incidentId)]
    if (type === 'IncidentTakenIn' && other && otherDraft) {
      const here = firstOf(statements)
      takeIn(statements, body.incidentId, {
        stood: structuredClone(other),
        rule: ruleFor({ ...otherDraft, state: other.stateBefore }, rules),
        ...{ isLateHere: here !== undefined && isLate(here, at), at },
      })
    }
    if (type === 'IncidentLetGo') leave(statements, body.incidentId)
    if (type === 'TakenInAmended' && body.left.nth === undefined)
      leave(statements, body.left.incidentId)
    draft.lawTaken = [...statements.merged.values()].flatMap(({ late }) => late)
    if (type === 'HeadInformed') statements.heads.push({ id: null, at: body.informedAt })
    // that a response was started, and the report to management, go to no authority
    if (type === 'BulletinSent' && body.kind !== 'response' && body.kind !== 'management') {
      for (const clock of statements.clocks) if (isRunning(clock)) clock.done = at
      sent.push({ at, final: body.kind === 'final', people: { ...draft.people } })
    }
    if (draft.state !== state) statements.stateBefore = state
    statements.state = draft.state
    const rule = ruleFor(draft, rules)
    owe(statements, rule, draft.state, at)
    const changes = rule && changesDue(draft, statements, rule, at)
    follow(statements.clocks, 'changes', changes, at)
    draft.lawReports = statements.clocks
  }
}
