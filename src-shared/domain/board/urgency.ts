/**
 * Orders incidents by urgency: the one order of the wall, the console and the report. It follows
 * from the board and the time alone, is total, and says why an incident stands where it stands.
 */
import { IN_NEED, type Warning } from '../incident/record/scales.ts'
import type { IncidentState } from '../incident/record/state.ts'
import type { BoardIncident, BoardStep } from './types.ts'

/** Why an incident stands where it stands; the first that holds. */
export type Urgency =
  | 'people' // dead, injured, missing or trapped are known
  | 'danger' // its kind is dangerous
  | 'life-untaken' // what life hangs on, and nobody has it in hand
  | 'life-taken'
  | 'highest-level'
  | 'late' // and nobody has acknowledged it
  | 'unattended' // a report that nobody has taken up
  | 'level'
  | 'limit-near' // past four fifths of a limit
  | 'late-acknowledged'
  | 'running'
  | 'contained'
  | 'prealert'
  | 'over'

const NONE = Number.MAX_SAFE_INTEGER
const NEAR = 0.8

const PHASES: Readonly<Partial<Record<IncidentState, number>>> = {
  contained: 1,
  prealert: 2,
  lifted: 3,
  recovering: 3,
  closed: 3,
}
const COLOURS: Readonly<Record<Warning, number>> = { red: 0, orange: 1, yellow: 2, blue: 3 }

const isUntaken = (step: BoardStep): boolean =>
  step.state === 'open' && step.lifeSafety && !step.passedOver

const hasPeople = ({ casualties, atLeastOne }: BoardIncident): boolean =>
  IN_NEED.some((kind) => atLeastOne.includes(kind) || (casualties?.[kind] ?? 0) > 0)

/** Since when something that life hangs on has been open and in nobody's hands (UTC ms). */
function untakenSince({ steps, facts, asks }: BoardIncident): number {
  const opened = steps.filter(isUntaken).map(({ openedAt }) => openedAt ?? NONE)
  const question = facts.find(({ key, planId }) => key === asks?.key && planId === asks.planId)
  const life =
    question !== undefined &&
    !question.passedOver &&
    question.decides.some((id) => steps.some((step) => step.id === id && step.lifeSafety))
  return Math.min(...opened, life ? (question?.nudgeAt ?? NONE - 1) : NONE)
}

const isUnfinished = ({ state }: BoardStep): boolean => state === 'open' || state === 'accepted'

/** Four fifths of the time of a limit are over. */
const isNear = ({ startedAt, dueAt, ...step }: BoardStep, now: number): boolean =>
  step.state !== 'done' &&
  dueAt !== null &&
  startedAt !== null &&
  now >= startedAt + NEAR * (dueAt - startedAt)

/** The keys that are compared one after the other; the smaller comes first. */
type Rank = readonly number[]

function rankOf(incident: BoardIncident, now: number): Rank {
  const { state, level, alerts, steps } = incident
  const untaken = untakenSince(incident)
  const lateAlerts = alerts.filter(({ kind }) => kind === 'late')
  const unacknowledged = lateAlerts.some(({ acknowledgedAt }) => acknowledgedAt === null)
  const live = untaken < NONE || unacknowledged
  // what comes up once it is contained brings it back to the front
  const phase = state === 'contained' && live ? 0 : (PHASES[state] ?? 0)
  const active = phase === 0
  const danger = active && state !== 'contained'
  const life = !active
    ? 4
    : danger && hasPeople(incident)
      ? 0
      : danger && incident.danger
        ? 1
        : untaken < NONE
          ? 2
          : steps.some((step) => step.lifeSafety && step.state === 'accepted')
            ? 3
            : 4
  return [
    Number(incident.drill),
    phase,
    life,
    active ? untaken : NONE,
    level === 1 ? 0 : 1,
    unacknowledged ? 0 : alerts.some(({ kind }) => kind === 'unattended') ? 1 : 2,
    level ?? NONE,
    steps.some((step) => isUnfinished(step) && isNear(step, now)) ? 0 : 1,
    lateAlerts.length > 0 ? 0 : 1,
    state === 'prealert' && incident.warning ? COLOURS[incident.warning] : NONE,
    incident.receivedAt,
  ]
}

const ranks = new WeakMap<BoardIncident, { now: number; rank: Rank }>()

/** Worked out once for an instant: whatever a screen draws in that second asks for it. */
function rankAt(incident: BoardIncident, now: number): Rank {
  const last = ranks.get(incident)
  if (last?.now === now) return last.rank
  const rank = rankOf(incident, now)
  ranks.set(incident, { now, rank })
  return rank
}

const compare = (a: Rank, b: Rank): number => {
  const differs = a.findIndex((key, index) => key !== b[index])
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

/**
 * Real incidents before drills; then people, danger and what life hangs on, the highest level, what
 * is late, the other levels, limits that are near; then what is contained, announced, or over. Of
 * equals the oldest report comes first. `now` in UTC ms. The same list where it is in order.
 */
export function byUrgency(
  incidents: readonly BoardIncident[],
  now: number,
): readonly BoardIncident[] {
  const ranked = incidents.map((incident) => ({ incident, rank: rankAt(incident, now) }))
  const before = (a: (typeof ranked)[number], b: (typeof ranked)[number]): number =>
    compare(a.rank, b.rank) || (a.incident.id < b.incident.id ? -1 : 1)
  const inOrder = ranked.every(
    (entry, index) => index === 0 || before(ranked[index - 1] ?? entry, entry) < 0,
  )
  return inOrder ? incidents : ranked.sort(before).map(({ incident }) => incident)
}

/** Why it stands where it stands, in a word for screens. */
export function urgencyOf(incident: BoardIncident, now: number): Urgency {
  const [, phase, life, , level, late, other, near, acknowledged] = rankAt(incident, now)
  if (phase === 1) return 'contained'
  if (phase === 2) return 'prealert'
  if (phase === 3) return 'over'
  const lives: readonly Urgency[] = ['people', 'danger', 'life-untaken', 'life-taken']
  const byLife = lives[life ?? 4]
  if (byLife) return byLife
  if (level === 0) return 'highest-level'
  if (late === 0) return 'late'
  if (late === 1) return 'unattended'
  if (other !== NONE) return 'level'
  if (near === 0) return 'limit-near'
  return acknowledged === 0 ? 'late-acknowledged' : 'running'
}
