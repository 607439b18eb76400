/**
 * Shows a planner what would happen by when, if a plan were started and nobody acted: the rules
 * themselves on a moved clock, with nothing saved and nobody notified.
 */
import { judgeDay, type DayJudgement } from '../calendar.ts'
import type { Refusal } from '../decision.ts'
import { basesOf } from './rules/annex.ts'
import type { IncidentCommand, IncidentTypeRef } from './record/commands.ts'
import type { Deadline } from './deadlines.ts'
import { decide } from './decide.ts'
import { record, type IncidentEvent } from './record/events.ts'
import { evolve } from './evolve.ts'
import { initialIncident, type Alert, type Incident, type Limit } from './record/state.ts'
import type { World } from './record/world.ts'
import { withNotices } from '../site/notice.ts'
import { STATION } from '../station/names.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { FactValue, Plan, Question, Step } from '../plan/plan.ts'
import { describeRole, lengthsByAnswer } from '../plan/describe.ts'
import { isByAnswer } from '../plan/due.ts'
import { withProposal } from '../plan/proposal.ts'
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

/** The steps of the plan and of the bases that run with it, and their posts by name. */
type Names = {
  step: (id: string) => Step | undefined
  role: (id: string) => LocalizedText
  question: (key: string) => Question | undefined
}

function namesIn(plans: readonly Plan[]): Names {
  const steps = new Map(plans.flatMap((plan) => plan.steps.map((step) => [step.id, step] as const)))
  const roles = plans.flatMap((plan) => plan.roles)
  const facts = plans.flatMap((plan) => plan.facts)
  return {
    step: (id) => steps.get(id),
    role: (id) => describeRole(id, { roles }),
    question: (key) => facts.find((fact) => fact.key === key),
  }
}

/** By its title, with the mark of what no source asks for. */
const named = (step: Step): LocalizedText => withProposal(step.title, step)

/** What is to be done about an alert; a step that was not recorded is named with it. */
function actionOf({ kind, stepId, action }: Alert, step: Names['step']): LocalizedText {
  const planned = kind === 'not-recorded' && stepId !== null ? step(stepId) : undefined
  return planned
    ? localized(`${named(planned).zh}：${action.zh}`, `${named(planned).en}: ${action.en}`)
    : action
}

/**
 * The limit; one whose length nobody has said yet with each that it may be, the shortest first,
 * which is the one that runs.
 */
function limitsOf(
  step: Step,
  { startedAt, dueAt, asks }: Limit,
  role: LocalizedText,
  question: Names['question'],
): readonly DryEntry[] {
  const entry = (at: number, says: LocalizedText): DryEntry => ({
    at,
    kind: 'limit',
    stepId: step.id,
    role,
    says,
  })
  const { within } = step.due ?? { within: 0 }
  const fact = question(asks ?? '')
  if (!fact || !isByAnswer(within)) return [entry(dueAt, named(step))]
  const { zh, en } = named(step)
  const wording = fact.question
  return lengthsByAnswer(within, { facts: [fact] }).map(({ answer, ms }) =>
    entry(
      startedAt + ms,
      startedAt + ms === dueAt
        ? localized(
            `${zh}（没人回答“${wording.zh}”，按最短的算；答${answer.zh}也是）`,
            `${en} (“${wording.en}” not answered: the shortest counts, as for ${answer.en})`,
          )
        : localized(
            `${zh}（“${wording.zh}”答${answer.zh}时）`,
            `${en} (if “${wording.en}” is answered ${answer.en})`,
          ),
    ),
  )
}

function entriesOf(
  event: IncidentEvent,
  at: number,
  before: Incident,
  { step, role: roleName, question }: Names,
): readonly DryEntry[] {
  if (event.type === 'StepsChanged')
    return event.changes.flatMap(({ stepId, standing, limit }): readonly DryEntry[] => {
      const planned = step(stepId)
      if (!planned || standing !== 'open') return []
      const [was, role] = [before.steps[stepId], roleName(planned.role)]
      const opens: readonly DryEntry[] =
        was?.standing === 'open' ? [] : [{ at, kind: 'opens', stepId, role, says: named(planned) }]
      const isKnown = !limit || (limit.dueAt === was?.limit?.dueAt && limit.asks === was.limit.asks)
      return isKnown ? opens : [...opens, ...limitsOf(planned, limit, role, question)]
    })
  if (event.type === 'StepLate') {
    const planned = step(event.stepId)
    return planned
      ? [
          {
            at,
            kind: 'late',
            stepId: planned.id,
            role: roleName(planned.role),
            says: named(planned),
          },
        ]
      : []
  }
  if (event.type === 'AlertClimbed') {
    const alert = before.alerts.find(({ id }) => id === event.alertId)
    return [
      {
        at,
        kind: 'told',
        stepId: alert?.stepId ?? null,
        role: roleName(event.told.role),
        says: event.say ?? (alert ? actionOf(alert, step) : localized('', '')),
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
const openQuestions = (
  plans: readonly Plan[],
  facts: Readonly<Record<string, FactValue>>,
  at: number,
): readonly DryEntry[] => {
  const questions = new Map(
    plans
      .toReversed()
      .flatMap((plan) => plan.facts.map((fact) => [fact.key, { plan, fact }] as const)),
  )
  return [...questions.values()]
    .filter(
      ({ fact }) => fact.kind !== 'calendar' && !fact.recordOnly && facts[fact.key] === undefined,
    )
    .map(({ plan, fact }) => ({
      at,
      kind: 'question',
      stepId: null,
      role: describeRole(fact.decidedBy, plan),
      says: fact.question,
    }))
}

/** The plan and the bases that it brings, the nearest first. */
function withBases(plan: Plan, world: World): readonly Plan[] {
  const bases = basesOf(plan, initialIncident(''), world)
  return 'missing' in bases ? [plan] : [plan, ...bases.map((base) => base.plan)]
}

/**
 * Whether a limit ran to its end: not if it came to rest before, since its step stopped applying.
 */
const ran = ({ kind, stepId, at }: DryEntry, { steps }: Incident): boolean => {
  const ended = kind === 'limit' && stepId !== null ? (steps[stepId]?.limit?.endedAt ?? null) : null
  return ended === null || ended >= at
}

/** With what is new; a limit that an answer has set stands in the place of the one before. */
function withNew(entries: readonly DryEntry[], added: readonly DryEntry[]): readonly DryEntry[] {
  const moved = new Set(added.flatMap(({ kind, stepId }) => (kind === 'limit' ? [stepId] : [])))
  return [...entries.filter(({ kind, stepId }) => kind !== 'limit' || !moved.has(stepId)), ...added]
}

/**
 * Starts the plan at `startsAt` (UTC ms, at once after the report) with these answers, and lets
 * time pass until nothing is due any more. `incidentType` null: not known, and what depends on it
 * waits. A refusal is that of the rules: an answer that the plan does
 * not know, a base that is missing.
 */
export function dryRun(
  plan: Plan,
  startsAt: number,
  facts: Readonly<Record<string, FactValue>>,
  siteWorld: World,
  incidentType: IncidentTypeRef | null = null,
): DryRun | Refusal {
  const calendar = withNotices(siteWorld.calendar, siteWorld.notices ?? [])
  const world: World = {
    ...siteWorld,
    calendar, // whatever day it begins on: as it is known today
    notices: [],
    plan: (revision) => (revision === plan.revision ? plan : siteWorld.plan(revision)),
    starters: [],
  }
  const plans = withBases(plan, world)
  const names = namesIn(plans)
  let entries = openQuestions(plans, facts, startsAt)
  let incident = initialIncident('dry-run')
  let deadlines: readonly Deadline[] = []
  let now = startsAt

  function send(command: IncidentCommand): Refusal | null {
    const decision = decide(incident, command, { at: now, by: STATION }, world)
    if (!decision.ok) return decision
    deadlines = decision.deadlines
    for (const event of decision.events) {
      entries = withNew(entries, entriesOf(event, now, incident, names))
      incident = evolve(incident, record(event, { at: now, by: STATION }))
    }
    return null
  }

  const commands: readonly IncidentCommand[] = [
    {
      type: 'ReportIncident',
      place: '—',
      narrative: { sealed: '' },
      incidentType,
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
  for (const command of commands) {
    const refused = send(command)
    if (refused) return refused
  }
  let fired = 0
  const next = () => [...deadlines].sort((a, b) => a.dueAt - b.dueAt)[0]
  for (let due = next(); due && fired < MOST; due = next(), fired++) {
    now = Math.max(now, due.dueAt)
    send({ type: 'CheckDeadlines', due: [due.key] })
  }
  return {
    entries: entries.filter((entry) => ran(entry, incident)).toSorted((a, b) => a.at - b.at),
    ends: now,
    more: next() !== undefined,
    day: judgeDay(startsAt, siteWorld.zone, calendar),
  }
}
