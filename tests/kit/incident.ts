/**
 * Given events, when a command, then events: a record of one incident that a test leads by commands
 * alone, with time as it likes.
 */
import type { AttentionTimes } from '#shared/domain/attention/times.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import type { IncidentCommand } from '#shared/domain/incident/record/commands.ts'
import { deadlinesOf, type Deadline } from '#shared/domain/incident/deadlines.ts'
import { decide } from '#shared/domain/incident/decide.ts'
import { record, type IncidentEvent, type Recorded } from '#shared/domain/incident/record/events.ts'
import {
  initialIncident,
  type Incident,
  type IncidentState,
  type Outcome,
} from '#shared/domain/incident/record/state.ts'
import type { Roster, World } from '#shared/domain/incident/record/world.ts'
import { drawIncident } from '#shared/domain/board/board.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { FactValue, IncidentType, Plan } from '#shared/domain/plan/plan.ts'
import { span } from './manual-clock.ts'

export type Scenario = {
  state: () => Incident
  now: () => number
  world: World
  events: IncidentEvent[]
  /** The same with person and instant, as the journal would keep them. */
  recorded: Recorded<IncidentEvent>[]
  /** The events of one type, in order. */
  all: <T extends IncidentEvent['type']>(type: T) => Extract<Recorded<IncidentEvent>, { type: T }>[]
  /** Sends a command now; a refusal is returned, events are recorded. */
  send: (command: IncidentCommand, by?: string) => Refusal | null
  activate: (
    plan: Plan,
    part?: {
      level?: number
      supersedes?: string
      provisional?: boolean
      commander?: string
      reasons?: Readonly<Record<string, string>>
    },
  ) => Refusal | null
  answer: (key: string, value: FactValue, planId?: string) => Refusal | null
  finish: (stepId: string, outcome?: Outcome, reason?: string) => Refusal | null
  accept: (stepId: string, reason?: string) => Refusal | null
  explain: (stepId: string, reason?: string) => Refusal | null
  correct: (stepId: string, reason?: string) => Refusal | null
  confirm: (planId: string) => Refusal | null
  decline: (planId: string, reason?: string) => Refusal | null
  dismiss: (planId: string, reason?: string) => Refusal | null
  /** `reasons`: by step, question or plan, why a gate is passed all the same. */
  move: (
    to: IncidentState,
    reason?: string,
    reasons?: Readonly<Record<string, string>>,
  ) => Refusal | null
  /** Moves with a reason for everything that the gate asks about. */
  moveExplained: (to: IncidentState, reason?: string) => Refusal | null
  acknowledge: (alertId: string) => Refusal | null
  silence: (alertId: string, seconds: number) => Refusal | null
  note: (words: string, stepId?: string) => Refusal | null
  /**
   * The ticker comes by now and says that these keys are due; without keys it only looks at the
   * clock.
   */
  check: (...due: string[]) => void
  /** Sets the wall clock alone: nothing fires by it. */
  setClock: (time: number | string) => void
  /** Moves time to the end of the span, firing every deadline on the way at its instant. */
  pass: (time: number | string) => void
  deadlines: () => readonly Deadline[]
  board: () => BoardIncident
  step: (id: string) => BoardStep
}

/** A reported incident at the given instant (ISO with offset). */
export function incidentAt(
  at: string,
  options: {
    calendar?: WorkCalendar
    zone?: string
    roster?: Roster | null
    drill?: boolean
    occurredAt?: number
    type?: IncidentType
    library?: readonly Plan[]
    attention?: AttentionTimes
    archiveAfterDays?: number
    reviewFrom?: number
    reportRules?: World['reportRules']
    siteKinds?: readonly string[]
    channel?: string
    words?: string
  } = {},
): Scenario {
  let now = Date.parse(at)
  let incident = initialIncident('i1')
  const library = options.library ?? []
  const plans = new Map(library.map((plan) => [plan.revision, plan]))
  const events: IncidentEvent[] = []
  const recorded: Recorded<IncidentEvent>[] = []
  const world: World = {
    plan: (revision) => {
      const plan = plans.get(revision)
      if (!plan) throw new Error(revision)
      return plan
    },
    calendar: options.calendar ?? {},
    zone: options.zone ?? 'Asia/Shanghai',
    roster: options.roster ?? null,
    offered: (id) => library.find((plan) => plan.id === id) ?? null,
    starters: library.filter(({ start }) => start?.length),
    ...(options.attention ? { attention: options.attention } : {}),
    ...(options.archiveAfterDays === undefined
      ? {}
      : { archiveAfterDays: options.archiveAfterDays }),
    ...(options.reviewFrom === undefined ? {} : { reviewFrom: options.reviewFrom }),
    ...(options.reportRules ? { reportRules: options.reportRules } : {}),
    ...(options.siteKinds ? { siteKinds: options.siteKinds } : {}),
    open: () => options.words ?? null,
  }
  const scenario: Scenario = {
    state: () => incident,
    now: () => now,
    world,
    events,
    recorded,
    all: <T extends IncidentEvent['type']>(type: T) =>
      recorded.filter(
        (event): event is Extract<Recorded<IncidentEvent>, { type: T }> => event.type === type,
      ),
    send(command, by = '周敏') {
      if (command.type === 'ActivatePlan') plans.set(command.plan.revision, command.plan)
      const decision = decide(incident, command, { at: now, by }, world)
      if (!decision.ok) return decision
      for (const event of decision.events) {
        events.push(event)
        recorded.push(record(event, { at: now, by }))
      }
      incident = decision.state
      return null
    },
    activate: (plan, part = {}) =>
      scenario.send({
        type: 'ActivatePlan',
        plan,
        level: part.level ?? null,
        commander: part.commander ?? null,
        provisional: part.provisional ?? null,
        supersedes: part.supersedes ?? null,
        ...(part.reasons ? { reasons: part.reasons } : {}),
      }),
    answer: (key, value, planId) =>
      scenario.send({ type: 'AnswerFact', key, value, planId: planId ?? null }),
    finish: (stepId, outcome = 'done', reason) =>
      scenario.send({
        type: 'FinishStep',
        stepId,
        outcome,
        reason: reason ?? null,
        onBehalfOf: null,
      }),
    accept: (stepId, reason) =>
      scenario.send({ type: 'AcceptStep', stepId, reason: reason ?? null, onBehalfOf: null }),
    explain: (stepId, reason = '人手不足') =>
      scenario.send({ type: 'ExplainStep', stepId, reason }),
    correct: (stepId, reason = '记错了步骤') =>
      scenario.send({ type: 'CorrectStep', stepId, reason }),
    confirm: (planId) =>
      scenario.send({ type: 'ConfirmActivation', planId, confirmed: true, reason: null }),
    decline: (planId, reason) =>
      scenario.send({
        type: 'ConfirmActivation',
        planId,
        confirmed: false,
        reason: reason ?? null,
      }),
    dismiss: (planId, reason) =>
      scenario.send({ type: 'DismissProposal', planId, reason: reason ?? null }),
    move: (to, reason, reasons = {}) =>
      scenario.send({ type: 'MoveIncident', to, reason: reason ?? null, reasons }),
    moveExplained(to, reason) {
      const gate = scenario.board().gates.find((candidate) => candidate.to === to)
      const items = gate?.items.filter(({ settled }) => !settled) ?? []
      return scenario.move(
        to,
        reason,
        Object.fromEntries(
          items.map(({ stepId, factKey, planId }) => [stepId ?? factKey ?? planId, '消防队已办']),
        ),
      )
    },
    acknowledge: (alertId) => scenario.send({ type: 'AcknowledgeAlert', alertIds: [alertId] }),
    silence: (alertId, seconds) =>
      scenario.send({ type: 'SilenceAlert', alertId, forMs: seconds * 1000 }),
    note: (words, stepId) =>
      scenario.send({ type: 'AddNote', words: { sealed: words }, stepId: stepId ?? null }),
    check: (...due) => void scenario.send({ type: 'CheckDeadlines', due }, 'Vigil'),
    setClock: (time) => {
      now += span(time)
    },
    pass(time) {
      const until = now + span(time)
      for (let next = first(); next && next.dueAt <= until; next = first()) {
        now = Math.max(now, next.dueAt)
        scenario.check(next.key)
      }
      now = until
    },
    deadlines: () => deadlinesOf(incident, world),
    board: () =>
      drawIncident(incident, {
        world,
        now,
        isDanger: (code) => options.type?.code === code && options.type.danger === true,
        types: () => (options.type ? [options.type] : []),
        typeName: (code) => (code === options.type?.code ? options.type.name : null),
        numberOf: () => undefined,
        open: () => '话',
      }),
    step(id) {
      const entry = scenario.board().steps.find((step) => step.id === id)
      if (!entry) throw new Error(`no step ${id}`)
      return entry
    },
  }
  const first = (): Deadline | undefined =>
    [...scenario.deadlines()].sort((a, b) => a.dueAt - b.dueAt)[0]
  scenario.send({
    type: 'ReportIncident',
    place: '热线中心',
    narrative: { sealed: 'x' },
    incidentType: options.type
      ? { code: options.type.code, category: options.type.category, legal: options.type.legal }
      : null,
    channel: options.channel ?? null,
    reporter: null,
    occurredAt: options.occurredAt ?? null,
    drill: options.drill ?? false,
  })
  return scenario
}
