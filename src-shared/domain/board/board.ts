/**
 * Draws the board entry of an incident from its record and its plans; `now` and personal values are
 * handed in.
 */
import { judgeDay } from '../calendar.ts'
import { evaluate, factsOf } from '../incident/record/condition.ts'
import { blocking, movesFrom } from '../incident/rules/moves.ts'
import { isLate, needsReason } from '../incident/rules/lateness.ts'
import { isDiscreet } from '../incident/record/discreet.ts'
import { shortOf, occurrenceOf, titleOf } from '../incident/record/occurrence.ts'
import {
  answerFor,
  isRunning,
  planOf,
  plannedSteps,
  running,
  stepsOfPlans,
  stepStateOf,
  timesDone,
  type PlannedStep,
} from '../incident/record/select.ts'
import { pastMoments } from '../incident/rules/imported.ts'
import { passedOver, subjectOfStep } from '../incident/rules/gates.ts'
import { isUnregistered } from '../incident/rules/evidence.ts'
import { callingSince } from '../incident/rules/calls.ts'
import { canBeAnswered } from '../incident/rules/deciding.ts'
import { announcements } from '../incident/rules/what-stops.ts'
import { reportedAnswer } from '../incident/rules/from-report.ts'
import type { Imported } from '../incident/record/slices.ts'
import type { Incident, OnBehalfOf, Run } from '../incident/record/state.ts'
import { calendarOf } from '../incident/record/work-calendar.ts'
import type { World } from '../incident/record/world.ts'
import { clauseName, clauseText, numberOf } from '../plan/clause.ts'
import { limitFact } from '../plan/due.ts'
import type { DayKind, Plan, Question } from '../plan/plan.ts'
import { liesUnder } from '../plan/type-tree.ts'
import { shown, shownOrNull } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { drawAftermath } from './aftermath.ts'
import { drawAlert } from './alert.ts'
import {
  asksOf,
  attentionView,
  nudgeOfQuestion,
  nudgeOfStep,
  postName,
  type AttentionView,
} from './attention.ts'
import { drawAssessment, drawList, waitsForCount } from './assessed.ts'
import { drawCallers } from './callers.ts'
import { drawCommand } from './command.ts'
import { drawGates, drawPassedOver } from './gates.ts'
import { drawAnnouncements, wallTexts } from './announcements.ts'
import { drawBulletins } from './bulletins.ts'
import { drawHeadquarters } from './headquarters.ts'
import { nearestStep, nextStep } from './order.ts'
import { drawNamed, drawTask, withTaskOwners } from './tasks.ts'
import { isAsked, drawPlan, drawProposed, drawRunning } from './plans.ts'
import type { BoardCall, BoardIncident, BoardQuestion, BoardStep } from './types.ts'
import { peopleAt, type View } from './view.ts'

const UNNAMED = localized('突发事件', 'Incident')

const roleName = (plan: Plan | undefined, id: string): LocalizedText =>
  plan?.roles.find((role) => role.id === id)?.name ?? localized(id, id)

/**
 * What was said with the finish, else with the acceptance; a step that the station marked says why
 * it did.
 */
function reasonOf({ state: { finish, accepted } }: PlannedStep, open: View['open']): string | null {
  if (!finish) return shownOrNull(accepted?.reason, open)
  return finish.automatic
    ? `${finish.automatic.zh} / ${finish.automatic.en}`
    : shownOrNull(finish.reason, open)
}

const drawBehalf = (behalf: OnBehalfOf | null, open: View['open']): BoardStep['onBehalfOf'] =>
  behalf && {
    person: shown(behalf.person, open),
    channel: shownOrNull(behalf.channel, open),
    words: behalf.words && open(behalf.words),
  }

function waitsFor({ step, run }: PlannedStep, incident: Incident, world: World): readonly string[] {
  const unknown =
    step.when && evaluate(step.when, step, run, incident, world) === null ? factsOf(step.when) : []
  const facts = unknown.filter((key) => !answerFor(incident, run, key, world))
  const steps = step.after.filter(
    (id) =>
      incident.steps[id]?.finish === null &&
      incident.steps[id].standing !== 'hidden' &&
      timesDone(incident.steps[id]) === 0,
  )
  return [...new Set([...facts, ...steps])]
}

function drawStep(
  planned: PlannedStep,
  incident: Incident,
  view: View,
  attention: AttentionView,
): BoardStep {
  const { world, now, open } = view
  const { step, plan, state } = planned
  const isShown = state.finish
    ? state.limit?.endedAt === null || state.lateAt !== null
    : state.standing === 'open'
  const clause = plan.clauses.find((known) => known.id === step.clause)
  const { finish } = state
  const role = roleName(plan, step.role)
  return {
    id: step.id,
    planId: plan.id,
    title: titleOf(step, occurrenceOf(state)),
    short: shortOf(step, occurrenceOf(state)),
    stage: step.stage,
    roleId: step.role,
    role,
    people: peopleAt(step.role, role, view),
    state: stepStateOf(state),
    assumed: state.finish === null && (state.assumed ?? false),
    nudgeAt: nudgeOfStep(planned, attention, incident),
    late: isLate(state, now),
    urgency: step.urgency,
    lifeSafety: step.lifeSafety,
    required: step.required,
    prohibits: step.prohibits,
    proposed: step.proposed,
    openedAt: state.openedAt,
    ...drawRunning(planned, incident, world, now),
    startedAt: isShown ? (state.limit?.startedAt ?? null) : null,
    dueAt: isShown ? (state.limit?.dueAt ?? null) : null,
    pending: state.standing === 'open' && !finish && step.due !== null && state.limit === null,
    day: state.limit?.day ?? null,
    unpublished: state.limit?.unpublished ?? false,
    ...(isShown && !finish && state.lateAt === null && state.limit?.asks !== undefined
      ? { limitAsks: state.limit.asks }
      : {}),
    acceptedBy: state.accepted?.by ?? null,
    doneAt: finish?.at ?? null,
    doneBy: finish?.by ?? null,
    toldAt: finish?.toldAt ?? null,
    automatic: finish?.automatic ?? null,
    reason: reasonOf(planned, open),
    explained: shownOrNull(state.explained?.reason, open),
    needsReason: needsReason(planned, now),
    outOfOrder: finish?.outOfOrder ?? false,
    onBehalfOf: drawBehalf((finish ?? state.accepted)?.onBehalfOf ?? null, open),
    calls: step.calls,
    say: step.say,
    materials: step.materials,
    list: step.list,
    listed: drawList(planned, open),
    evidence: step.evidence,
    note: step.note ?? false,
    words: finish?.words ? open(finish.words) : null,
    unregistered: isUnregistered(planned, incident),
    clause: step.clause,
    ...numberOf(step.clause, plan.clauses),
    chapter: clause ? clauseName(clause) : localized('', ''),
    says: clause ? clauseText(clause) : localized('', ''),
    waitsFor: state.standing === 'waiting' && !finish ? waitsFor(planned, incident, world) : [],
    passedOver: drawPassedOver(passedOver(incident, subjectOfStep(planned)), open),
    waitsForCount:
      state.standing === 'waiting' && !finish && waitsForCount(planned, incident, world),
    ...(step.aftercare ? { aftercare: step.aftercare } : {}),
    ...drawTask(incident, step.id, open),
    ...drawNamed(state, open),
  }
}

/**
 * The day kind that a plan's calendar question stands at: as read for the limit that started
 * last, since that is what the step beside it says; until a limit has started, by the date of the
 * activation (S09-80).
 */
function dayOf(run: Run, incident: Incident, { world }: View): DayKind {
  const assessed = stepsOfPlans(incident, world, [run]).flatMap(({ state: { limit } }) =>
    limit?.day ? [{ at: limit.startedAt, day: limit.day }] : [],
  )
  const latest = assessed.reduce<{ at: number; day: DayKind } | null>(
    (last, next) => (last && last.at > next.at ? last : next),
    null,
  )
  return latest?.day ?? judgeDay(run.activatedAt, world.zone, calendarOf(incident, world)).day
}

/** The steps whose limit is long or short by the answer. */
function drawLimits({ key }: Question, { steps }: Plan): Pick<BoardQuestion, 'limits'> {
  const limits = steps.filter((step) => limitFact(step) === key).map(({ id }) => id)
  return limits.length > 0 ? { limits } : {}
}

/** No post answers it. */
const BY_CALENDAR = localized('工作日历，系统判断', 'Work calendar, decided by the station')

const drawFacts = (
  incident: Incident,
  view: View,
  steps: readonly PlannedStep[],
  attention: AttentionView,
): BoardQuestion[] =>
  running(incident).flatMap((run) => {
    const { world } = view
    const plan = planOf(run, world)
    return plan.facts
      .filter((fact) => isAsked(fact, run, plan, incident))
      .map((fact): BoardQuestion => {
        const answer = answerFor(incident, run, fact.key, world)
        const derived = fact.kind === 'calendar' ? dayOf(run, incident, view) : null
        return {
          key: fact.key,
          planId: plan.id,
          kind: fact.kind,
          question: fact.question,
          short: fact.short ?? fact.question,
          options: fact.options,
          several: fact.several,
          unit: fact.unit,
          value: derived ?? answer?.value ?? null,
          answeredAt: answer?.at ?? null,
          answeredBy: answer?.by ?? null,
          decidedBy: fact.kind === 'calendar' ? BY_CALENDAR : roleName(plan, fact.decidedBy),
          people:
            fact.kind === 'calendar'
              ? []
              : peopleAt(fact.decidedBy, roleName(plan, fact.decidedBy), view),
          criterion: fact.criterion,
          clause: fact.clause,
          ...numberOf(fact.clause, plan.clauses),
          ...(fact.proposed ? { proposed: true as const } : {}),
          decides: plan.steps
            .filter((step) => step.when && factsOf(step.when).includes(fact.key))
            .map((step) => step.id),
          ...drawLimits(fact, plan),
          sets: fact.sets ?? null,
          source: answer ? (answer.source ?? 'person') : null,
          assumed: answer ? null : (incident.attention?.assumed[plan.id]?.[fact.key] ?? null),
          suggested:
            answer || !fact.from
              ? null
              : (reportedAnswer(fact, steps, incident, world)?.value ?? null),
          ...(answer || canBeAnswered(fact, run, incident, world) ? {} : { later: true as const }),
          nudgeAt: nudgeOfQuestion({ key: fact.key, planId: plan.id }, attention, incident),
          passedOver: drawPassedOver(
            passedOver(incident, { stepId: null, factKey: fact.key, planId: plan.id }),
            view.open,
          ),
        }
      })
  })

/** By its type; one without a type takes those of its plans. */
const isDangerous = (incident: Incident, { world, isDanger }: View): boolean =>
  (incident.type === null
    ? running(incident).flatMap((run) => planOf(run, world).types)
    : [incident.type]
  ).some((code) => isDanger(code, incident.receivedAt))

const drawCalls = (incident: Incident, { world, open }: View): readonly BoardCall[] => {
  const plans = running(incident).map((run) => planOf(run, world))
  return (incident.calls ?? []).map(({ stepId, role, who, number, words, toldAt, ...call }) => ({
    stepId,
    outcome: call.outcome,
    at: call.at,
    by: call.by,
    ...(toldAt === undefined ? {} : { toldAt }),
    role: role === null ? null : postName(role, plans),
    who: open(who),
    number: open(number),
    words: open(words),
  }))
}

function drawImported(
  { withdrawn, ...imported }: Imported,
  incident: Incident,
  open: View['open'],
): NonNullable<BoardIncident['imported']> {
  return {
    ...imported,
    moments: pastMoments(incident),
    ...(withdrawn ? { withdrawn: { ...withdrawn, reason: shown(withdrawn.reason, open) } } : {}),
  }
}

/**
 * What it is in few words: as its plan says, since that may know better than the report; but where
 * somebody has put the type right since, and the plan is for others, as the type says.
 */
function nameOf(
  incident: Incident,
  run: Run | undefined,
  { world, typeName }: View,
): LocalizedText {
  const { type, amended } = incident
  const name = type === null ? null : typeName(type)
  if (!run) return name ?? UNNAMED
  const plan = planOf(run, world)
  const isOfOthers = !plan.types.some((code) => type !== null && liesUnder(type, code))
  return name && isOfOthers && (amended?.typeAt ?? -Infinity) >= run.activatedAt ? name : plan.short
}

const drawNumber = (incident: Incident, { numberOf }: View): Pick<BoardIncident, 'number'> => {
  const number = incident.number ?? numberOf(incident)
  return number === undefined ? {} : { number }
}

const lastAmended = ({ amended }: Incident): BoardIncident['amended'] =>
  amended ? { at: amended.at, by: amended.by } : null

/**
 * The entry of one incident as every screen shows it. `view.now` (UTC ms) decides lateness and
 * nothing else.
 */
export function drawIncident(incident: Incident, seen: View): BoardIncident {
  const view = withTaskOwners(incident, seen)
  const planned = plannedSteps(incident, view.world)
  const live = running(incident)
  const liveSteps = planned.filter(({ run }) => isRunning(run))
  const attention = attentionView(liveSteps, incident, view.world)
  const steps = planned.map((step) => drawStep(step, incident, view, attention))
  // an annex says what it is, not its base
  const first = live.find((run) => !run.broughtBy) ?? live[0]
  const blocks = blocking(incident, view.world, view.now).map(({ step }) => step.id)
  const typeName = incident.type ? view.typeName(incident.type) : null
  return {
    id: incident.id,
    version: incident.version,
    ...drawNumber(incident, view),
    ...(incident.source ? { source: incident.source } : {}),
    place: shown(incident.place, view.open),
    ...(incident.area === undefined ? {} : { area: incident.area }),
    ...(incident.placeId === undefined ? {} : { placeId: incident.placeId }),
    type: incident.type,
    typeName,
    category: incident.category,
    danger: isDangerous(incident, view),
    discreet: isDiscreet(
      incident,
      view.types(incident.receivedAt),
      incident.runs.map((run) => planOf(run, view.world)),
    ),
    kind: nameOf(incident, first, view),
    state: incident.state,
    level: incident.level,
    levelName:
      live
        .flatMap((run) => planOf(run, view.world).levels)
        .find(({ level }) => level === incident.level)?.name ?? null,
    drill: incident.drill,
    narrative: view.open(incident.narrative),
    reporter: view.open(incident.reporter),
    channel: incident.channel,
    commander: shownOrNull(incident.commander, view.open),
    receivedAt: incident.receivedAt,
    occurredAt: incident.occurredAt,
    closedAt: incident.moments.closed ?? null,
    reason: shownOrNull(incident.reason, view.open),
    plans: incident.runs.map((run) => drawPlan(run, incident, view)),
    proposed: drawProposed(incident, view.world),
    facts: drawFacts(incident, view, liveSteps, attention),
    steps,
    alerts: incident.alerts
      .map((alert) => drawAlert(alert, incident, planned, view, attention))
      .sort((a, b) => a.priority - b.priority || a.raisedAt - b.raisedAt),
    next: nextStep(steps)?.id ?? null,
    asks: asksOf(attention),
    nearest: nearestStep(steps)?.id ?? null,
    notices: [...wallTexts(incident, view), ...announcements(incident, planned)],
    moves: movesFrom(incident.state),
    blocks,
    gates: drawGates(incident, liveSteps, blocks, view),
    ...(incident.imported
      ? { imported: drawImported(incident.imported, incident, view.open) }
      : {}),
    ...drawHeadquarters(incident, view),
    ...drawBulletins(incident, view),
    ...drawAnnouncements(incident, view),
    ...drawCommand(incident, view),
    amended: lastAmended(incident),
    calls: drawCalls(incident, view),
    callingSince: callingSince(incident, view.open),
    ...drawCallers(incident, view),
    ...drawAssessment(incident, view),
    ...drawAftermath(incident, view),
  }
}
