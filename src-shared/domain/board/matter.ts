/**
 * Says the one thing that matters in an incident now, for the right cell of the wall and the list
 * of the console: what it is, who must act, and the instant that is counted to and on from.
 */
import { localized, type LocalizedText } from '../text.ts'
import { byAttention } from './order.ts'
import { dueSince } from './due-since.ts'
import type { BoardAlert, BoardIncident, BoardMember, BoardQuestion, BoardStep } from './types.ts'

/** In the order in which they are looked for; the first that holds is the matter. */
export type MatterKind =
  | 'question' // nobody has answered it: life hangs on it, else a limit that nothing else tells
  | 'untaken' // a step of life safety that nobody has in hand
  | 'limit' // the nearest
  | 'attention' // an alert of attention that stands
  | 'not-started' // a limit whose clock waits for something
  | 'taken' // what somebody is doing

/**
 * far, near, late: as a limit stands, late as long as it must be seen from afar. over: past, and
 * somebody knows. none: nothing counts.
 */
export type MatterStanding = 'far' | 'near' | 'late' | 'over' | 'none'

export type MainMatter = {
  kind: MatterKind
  stepId: string | null // of the step that it is about
  title: LocalizedText
  note: LocalizedText | null // what is the matter with it: 没人办, 超时
  role: LocalizedText // who must act
  people: readonly string[]
  startedAt: number | null // UTC ms, as `at`
  at: number | null // counted down to; once it is due, up from then; null: nothing counts
  standing: MatterStanding
  alert: BoardAlert | null // the one that is about it
}

const NOT_ANSWERED = localized('没人答', 'Not answered')
const NOT_TAKEN = localized('没人办', 'Nobody on it')
const NO_WORD = localized('没有回音', 'No update')
const NOT_STARTED = localized('尚未计时', 'Not started')
const UNPUBLISHED = localized('未公布', 'Not published')
const TAKEN = localized('在办', 'In hand')
const LATE = localized('超时', 'late')

/** From this share of a limit on it is near. */
const NEAR = 0.8

/** It stands before the eyes of everybody: nobody has acknowledged it, nor put it off. */
const isPressing = ({ acknowledgedAt, shelved }: BoardAlert, now: number): boolean =>
  acknowledgedAt === null && (shelved?.until ?? 0) <= now

/** As a limit stands: late from its very instant, whoever knows of it. */
function limitStanding({ startedAt, dueAt }: BoardStep, now: number): MatterStanding {
  if (dueAt === null) return 'none'
  if (dueAt <= now) return 'late'
  return startedAt !== null && now >= startedAt + NEAR * (dueAt - startedAt) ? 'near' : 'far'
}

/** As attention stands: it is no limit, and never near. */
function attentionStanding(
  at: number | null,
  alert: BoardAlert | null,
  now: number,
): MatterStanding {
  if (alert && isPressing(alert, now)) return 'late'
  if (at === null) return 'none'
  return at > now ? 'far' : 'over'
}

const isAttention = ({ kind }: BoardAlert): boolean =>
  kind === 'nudge' || kind === 'untouched' || kind === 'unattended'

const decidedSteps = (
  { decides, planId }: BoardQuestion,
  steps: readonly BoardStep[],
): readonly BoardStep[] =>
  steps.filter((step) => step.planId === planId && decides.includes(step.id))

type Asked = Pick<BoardIncident, 'asks' | 'facts' | 'steps'>

/** The question that comes before the next step; null where no step is left that it decides. */
export function openQuestion({ asks, facts, steps }: Asked): BoardQuestion | null {
  const question = facts.find(({ key, planId }) => key === asks?.key && planId === asks.planId)
  return question && decidedSteps(question, steps).length > 0 ? question : null
}

/** Life hangs on it if it decides whether a step of life safety has to be done. */
const isForLife = (question: BoardQuestion, steps: readonly BoardStep[]): boolean =>
  decidedSteps(question, steps).some(({ lifeSafety }) => lifeSafety)

/** Of several that opened together the one that is the next action. */
const oldest = (steps: readonly BoardStep[]): BoardStep | null =>
  byAttention(steps).reduce<BoardStep | null>(
    (first, step) =>
      first === null || (step.openedAt ?? 0) < (first.openedAt ?? 0) ? step : first,
    null,
  )

type Owner = Pick<MainMatter, 'role' | 'people'>

/** Whoever was told last, once somebody is. */
const actor = (alert: BoardAlert | null, owner: Owner): Owner => {
  const { role, people } = alert?.actor ?? owner
  return { role, people }
}

/** The alert that asks for it, and since when that is overdue. */
function clockOf(
  { alerts }: Pick<BoardIncident, 'alerts'>,
  isIt: (member: BoardMember) => boolean,
): { alert: BoardAlert; since: number } | null {
  for (const alert of alerts) {
    const member = alert.members.find(isIt)
    if (member) return { alert, since: dueSince(alert, member) }
  }
  return null
}

function ofQuestion(question: BoardQuestion, incident: BoardIncident, now: number): MainMatter {
  const asks = clockOf(
    incident,
    ({ factKey, planId }) => factKey === question.key && planId === question.planId,
  )
  const alert = asks?.alert ?? null
  const at = asks?.since ?? question.nudgeAt
  return {
    kind: 'question',
    stepId: null,
    title: question.short,
    note: NOT_ANSWERED,
    ...actor(alert, { role: question.decidedBy, people: question.people }),
    startedAt: null,
    at,
    standing: attentionStanding(at, alert, now),
    alert,
  }
}

function ofStep(
  kind: 'untaken' | 'not-started' | 'taken',
  step: BoardStep,
  incident: BoardIncident,
  now: number,
): MainMatter {
  const counts = kind === 'untaken'
  const asks = counts ? clockOf(incident, ({ stepId }) => stepId === step.id) : null
  const about = asks?.alert ?? null
  const at = counts ? (asks?.since ?? step.nudgeAt) : null
  return {
    kind,
    stepId: step.id,
    title: step.short,
    note: { untaken: NOT_TAKEN, 'not-started': NOT_STARTED, taken: TAKEN }[kind],
    ...actor(about, step),
    startedAt: counts ? step.openedAt : null,
    at,
    standing: counts ? attentionStanding(at, about, now) : 'none',
    alert: about,
  }
}

function ofLimit(step: BoardStep, { alerts }: BoardIncident, now: number): MainMatter {
  const alert = alerts.find(({ kind, stepId }) => kind === 'late' && stepId === step.id) ?? null
  const stands = limitStanding(step, now)
  return {
    kind: 'limit',
    stepId: step.id,
    title: step.short,
    note: stands === 'late' ? LATE : step.unpublished ? UNPUBLISHED : null,
    ...actor(alert, step),
    startedAt: step.startedAt,
    at: step.dueAt,
    standing: stands,
    alert,
  }
}

function ofAlert(alert: BoardAlert, { steps }: BoardIncident, now: number): MainMatter {
  const [first] = alert.members
  const step = steps.find(({ id }) => id === first?.stepId)
  return {
    kind: 'attention',
    stepId: first?.stepId ?? null,
    title: first?.title ?? alert.cause,
    note: !first
      ? null
      : first.factKey !== undefined
        ? NOT_ANSWERED
        : step?.state === 'accepted'
          ? NO_WORD
          : NOT_TAKEN,
    role: alert.actor.role,
    people: alert.actor.people,
    startedAt: null,
    at: dueSince(alert),
    standing: attentionStanding(dueSince(alert), alert, now),
    alert,
  }
}

/**
 * What must be seen first of an incident at `now` (UTC ms); null where nobody has to do anything
 * that counts.
 */
export function matterOf(incident: BoardIncident, now: number): MainMatter | null {
  const { steps, alerts, nearest } = incident
  const question = openQuestion(incident)
  if (question && isForLife(question, steps)) return ofQuestion(question, incident, now)
  const untaken = oldest(steps.filter(({ state, lifeSafety }) => state === 'open' && lifeSafety))
  // late by its own limit says more than that nobody has it
  if (untaken?.late) return ofLimit(untaken, incident, now)
  if (untaken) return ofStep('untaken', untaken, incident, now)
  const limit = steps.find(({ id }) => id === nearest)
  if (limit) return ofLimit(limit, incident, now)
  const alert = alerts.find(isAttention)
  if (alert) return ofAlert(alert, incident, now)
  if (question) return ofQuestion(question, incident, now)
  const open = byAttention(steps)
  const pending = open.find((step) => step.pending)
  if (pending) return ofStep('not-started', pending, incident, now)
  const doing = open.find(({ state }) => state === 'accepted')
  return doing ? ofStep('taken', doing, incident, now) : null
}
