/**
 * What would happen by when, if a plan were started and nobody acted: the run engine itself on a
 * moved clock, nothing saved, nobody told. It decides nothing of its own; a planner reads it before
 * approving a plan.
 */
import { judgeDay, type DayJudgement } from '../calendar.ts'
import type { Refusal } from '../decision.ts'
import { basesOf } from './rules/annex.ts'
import type { IncidentCommand, IncidentTypeRef } from './record/commands.ts'
import { deadlinesOf } from './deadlines.ts'
import { decide } from './decide.ts'
import { record, type IncidentEvent } from './record/events.ts'
import { evolve } from './evolve.ts'
import { initialIncident, type Incident } from './record/state.ts'
import type { World } from './record/world.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { FactValue, Plan, Step } from '../plan/plan.ts'
import { sayRole } from '../plan/says.ts'
import { exactDuration } from '../wording/duration.ts'

/** `at` in UTC ms. `stepId` and `role` are null where no step and no post is concerned. */
export type DryEntry = {
  at: number
  kind: 'opens' | 'limit' | 'late' | 'told' | 'threshold' | 'question'
  stepId: string | null
  role: LocalizedText | null
  says: LocalizedText
}
/**
 * `day`: of the start, as the site's work calendar judges it. `ends`: the last instant that was
 * looked at; `more`: something would go on happening after it (a step that comes again for ever).
 */
export type DryRun = {
  entries: readonly DryEntry[]
  ends: number
  more: boolean
  day: DayJudgement
}

// deadlines: far more than a plan has, and few enough for a step that comes again for ever
const MOST = 500
const BY = 'Vigil'

/** The steps of the plan and of the bases that run with it, and their posts by name. */
type Names = { step: (id: string) => Step | undefined; role: (id: string) => LocalizedText }

function namesIn(plans: readonly Plan[]): Names {
  const steps = new Map(plans.flatMap((plan) => plan.steps.map((step) => [step.id, step] as const)))
  const roles = plans.flatMap((plan) => plan.roles)
  return { step: (id) => steps.get(id), role: (id) => sayRole(id, { roles }) }
}

function entriesOf(
  event: IncidentEvent,
  at: number,
  before: Incident,
  { step, role: named }: Names,
): readonly DryEntry[] {
  if (event.type === 'StepsChanged')
    return event.changes.flatMap(({ stepId, standing, limit }): readonly DryEntry[] => {
      const known = step(stepId)
      if (!known || standing !== 'open') return []
      const [was, role] = [before.steps[stepId], named(known.role)]
      const opens: readonly DryEntry[] =
        was?.standing === 'open' ? [] : [{ at, kind: 'opens', stepId, role, says: known.title }]
      return !limit || was?.limit
        ? opens
        : [...opens, { at: limit.dueAt, kind: 'limit', stepId, role, says: known.title }]
    })
  if (event.type === 'StepLate') {
    const known = step(event.stepId)
    return known
      ? [{ at, kind: 'late', stepId: known.id, role: named(known.role), says: known.title }]
      : []
  }
  if (event.type === 'AlertClimbed') {
    const alert = before.alerts.find(({ id }) => id === event.alertId)
    return [
      {
        at,
        kind: 'told',
        stepId: alert?.stepId ?? null,
        role: named(event.told.role),
        says: event.say ?? alert?.action ?? localized('', ''),
      },
    ]
  }
  if (event.type === 'TimePassed') {
    const passed = exactDuration(
      Number(event.threshold.slice(event.threshold.lastIndexOf('/') + 1)),
    )
    return [
      {
        at,
        kind: 'threshold',
        stepId: null,
        role: null,
        says: localized(`满${passed.zh}`, `${passed.en} have passed`),
      },
    ]
  }
  return []
}

/** A question that annex and base both ask is listed once. */
const open = (
  plans: readonly Plan[],
  facts: Readonly<Record<string, FactValue>>,
  at: number,
): readonly DryEntry[] => {
  const asked = new Map(
    plans
      .toReversed()
      .flatMap((plan) => plan.facts.map((fact) => [fact.key, { plan, fact }] as const)),
  )
  return [...asked.values()]
    .filter(
      ({ fact }) => fact.kind !== 'calendar' && !fact.recordOnly && facts[fact.key] === undefined,
    )
    .map(({ plan, fact }) => ({
      at,
      kind: 'question',
      stepId: null,
      role: sayRole(fact.decidedBy, plan),
      says: fact.question,
    }))
}

/** The plan and the bases that it brings, the nearest first. */
function withBases(plan: Plan, world: World): readonly Plan[] {
  const bases = basesOf(plan, initialIncident(''), world)
  return 'missing' in bases ? [plan] : [plan, ...bases.map((base) => base.plan)]
}

/**
 * A limit that came to rest before it ran out, because its step does not apply any more, is none.
 */
const ran = ({ kind, stepId, at }: DryEntry, { steps }: Incident): boolean => {
  const ended = kind === 'limit' && stepId !== null ? (steps[stepId]?.limit?.endedAt ?? null) : null
  return ended === null || ended >= at
}

/**
 * Starts the plan at `startsAt` (UTC ms, at once after the report) with these answers, and lets
 * time pass until nothing is due any more. `kind`: what type of incident it is; null: nobody has
 * said, and what depends on it waits. A refusal is that of the rules: an answer that the plan does
 * not know, a base that is missing.
 */
export function dryRun(
  plan: Plan,
  startsAt: number,
  facts: Readonly<Record<string, FactValue>>,
  around: World,
  kind: IncidentTypeRef | null = null,
): DryRun | Refusal {
  const world: World = {
    ...around,
    plan: (revision) => (revision === plan.revision ? plan : around.plan(revision)),
    starters: [],
  }
  const plans = withBases(plan, world)
  const names = namesIn(plans)
  const entries: DryEntry[] = [...open(plans, facts, startsAt)]
  let incident = initialIncident('dry-run')
  let now = startsAt

  function send(command: IncidentCommand): Refusal | null {
    const decision = decide(incident, command, { at: now, by: BY }, world)
    if (!decision.ok) return decision
    for (const event of decision.events) {
      entries.push(...entriesOf(event, now, incident, names))
      incident = evolve(incident, record(event, { at: now, by: BY }))
    }
    return null
  }

  const given: readonly IncidentCommand[] = [
    {
      type: 'ReportIncident',
      place: '—',
      narrative: { sealed: '' },
      incidentType: kind,
      channel: null,
      reporter: null,
      occurredAt: null,
      drill: true,
    },
    {
      type: 'ActivatePlan',
      plan,
      level: null,
      commander: null,
      provisional: null,
      supersedes: null,
    },
    ...Object.entries(facts).map(([key, value]): IncidentCommand => ({
      type: 'AnswerFact',
      key,
      planId: null,
      value,
    })),
  ]
  for (const command of given) {
    const refused = send(command)
    if (refused) return refused
  }
  let fired = 0
  const next = () =>
    [...deadlinesOf(incident, world)].sort((one, other) => one.dueAt - other.dueAt)[0]
  for (let due = next(); due && fired < MOST; due = next(), fired++) {
    now = Math.max(now, due.dueAt)
    send({ type: 'CheckDeadlines', due: [due.key] })
  }
  return {
    entries: entries
      .filter((entry) => ran(entry, incident))
      .toSorted((one, other) => one.at - other.at),
    ends: now,
    more: next() !== undefined,
    day: judgeDay(startsAt, around.zone, around.calendar),
  }
}
