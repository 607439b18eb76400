/**
 * Keeps the one alert of attention of an incident: quiet while somebody acts, never silent while
 * nobody does. It is raised, changes with what it concerns, sounds anew, and is cleared.
 */
import {
  MOST_SOUNDS,
  RESTING,
  SOUND_SPACING_MS,
  SOUND_WINDOW_MS,
  type AttentionTimes,
} from '../../attention/times.ts'
import { localized } from '../../text.ts'
import { exactDuration } from '../../wording/duration.ts'
import type { AttentionClock } from '../record/attention.ts'
import type {
  AlertChanged,
  AlertCleared,
  AlertRaised,
  AlertRenewed,
  AttentionDue,
} from '../record/events.ts'
import { isOpen, type PlannedStep } from '../record/select.ts'
import type { Alert, AttentionKind, Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { isAttended, runningClocks, subjectOf } from './attention-clocks.ts'
import { isMember, memberFrom } from './attention-late.ts'
import {
  isNewSince,
  isUrgent,
  memberOf,
  membersOf,
  nudgeAction,
  nudgeCause,
  priorityOf,
  type Member,
} from './attention-members.ts'
import { ladderOf } from './escalation.ts'

export const isAttention = (alert: Alert): alert is Alert & { kind: AttentionKind } =>
  alert.kind === 'nudge' || alert.kind === 'untouched' || alert.kind === 'unattended'

const attentionOf = ({ alerts }: Incident): (Alert & { kind: AttentionKind }) | undefined =>
  alerts.find(isAttention)

type Text = Pick<AlertChanged, 'kind' | 'priority' | 'cause' | 'action' | 'owner' | 'ladder'>

function nudgeText(
  members: readonly Member[],
  steps: readonly PlannedStep[],
  incident: Incident,
): Text {
  const owner = members[0]?.owner ?? 'duty-officer'
  return {
    kind: 'nudge',
    priority: priorityOf(members),
    cause: nudgeCause(members),
    action: nudgeAction(members),
    owner,
    ladder: ladderOf(owner, steps[0]?.plan ?? null, incident),
  }
}

/** Whether anything is left that nobody has taken; without a plan everything is. */
const isAnythingUntaken = (steps: readonly PlannedStep[], incident: Incident): boolean => {
  const open = steps.filter(({ state }) => isOpen(incident, state))
  return open.length === 0 || open.some(({ state }) => state.accepted === null)
}

/** Which alert says that nobody acts, and after how many ms; null where none does. */
function resting(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): { kind: 'untouched' | 'unattended'; after: number } | null {
  const { attention } = incident
  const times = world.attention
  if (!times || !attention || !isAttended(incident)) return null
  if (incident.state === 'reported' && attention.actedAt === attention.since)
    return { kind: 'unattended', after: times.unattended }
  const factor =
    incident.state === 'contained'
      ? RESTING.contained
      : isAnythingUntaken(steps, incident)
        ? 1
        : RESTING.taken
  return { kind: 'untouched', after: factor * times.untouched }
}

function restingText(
  { kind, after }: { kind: 'untouched' | 'unattended'; after: number },
  steps: readonly PlannedStep[],
  incident: Incident,
): Text {
  const span = exactDuration(after)
  const posts = ladderOf('duty-officer', steps[0]?.plan ?? null, incident)
  return kind === 'unattended'
    ? {
        kind,
        priority: 2,
        cause: localized(`接报${span.zh}，还没人处理`, `Reported ${span.en} ago, nobody on it`),
        action: localized(
          '核实并启动预案，或记为误报',
          'Verify and start a plan, or mark it false',
        ),
        owner: 'duty-officer',
        ladder: posts,
      }
    : {
        kind,
        priority: 2,
        cause: localized(`${span.zh}没有动静`, `No action for ${span.en}`),
        action: localized('问清现场情况，记录进展', 'Ask for an update and note it'),
        owner: 'duty-officer',
        ladder: posts,
      }
}

/**
 * The earliest instant at which it may begin to sound again, as seen at `at` (both UTC ms). A sound
 * further ahead than one is ever put off was of a clock that has been put back.
 */
function maySoundAt({ attention }: Incident, at: number): number {
  const sounded = (attention?.sounded ?? []).filter((instant) => instant <= at + SOUND_WINDOW_MS)
  const [first, last] = [sounded[sounded.length - MOST_SOUNDS], sounded.at(-1)]
  return Math.max(
    last === undefined ? 0 : last + SOUND_SPACING_MS,
    first === undefined ? 0 : first + SOUND_WINDOW_MS,
  )
}

/** Too soon after the last sound it is shown, and sounds when its time has come. */
function raised(incident: Incident, text: Text, dueAt: number, at: number): AlertRaised {
  const soundsAt = maySoundAt(incident, at)
  return {
    type: 'AlertRaised',
    alert: {
      id: `${incident.id}.${incident.alertCount + 1}`,
      stepId: null,
      dueAt,
      ...text,
    },
    ...(soundsAt > at ? { quietUntil: soundsAt } : {}),
  }
}

/** What the alert of attention has to become as the record stands at `at` (UTC ms). */
export function attentionAlerts(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
  at: number,
): readonly (AlertRaised | AlertChanged | AlertCleared)[] {
  const alert = attentionOf(incident)
  const members = membersOf(steps, incident, world)
  if (!alert)
    return members.length > 0
      ? [raised(incident, nudgeText(members, steps, incident), members[0]?.clock.dueAt ?? at, at)]
      : []
  const clears = (why: AlertCleared['why']): readonly AlertCleared[] => [
    { type: 'AlertCleared', alertId: alert.id, why },
  ]
  if (!isAttended(incident)) return clears('over')
  if (members.length === 0) {
    return alert.kind === 'nudge' || incident.attention?.acted ? clears('finished') : []
  }
  const text = nudgeText(members, steps, incident)
  return alert.kind === 'nudge' && alert.priority === text.priority
    ? []
    : [{ type: 'AlertChanged', alertId: alert.id, ...text }]
}

/**
 * When an alert that was acknowledged sounds again (UTC ms), or null. At once where life came to
 * hang on it since; soon where life hangs on what nobody has taken, or on what has come due since;
 * else as an incident does that nobody touches, and over steps that somebody has seen are open as
 * one does of which everything is taken.
 */
function soundsAgainAt(
  { kind, priority, acknowledged }: Alert,
  members: readonly Member[],
  incident: Incident,
  rest: ReturnType<typeof resting>,
  { untouched }: AttentionTimes,
): number | null {
  if (!acknowledged || !rest) return null
  const quietSince = Math.max(acknowledged.at, incident.attention?.actedAt ?? 0)
  const mayAt = maySoundAt(incident, acknowledged.at)
  if (priority === 1 && (acknowledged.priority ?? 1) > 1) return mayAt
  const again =
    kind !== 'nudge'
      ? quietSince + rest.after
      : members.some((member) => isUrgent(member) || isNewSince(member, acknowledged.at))
        ? acknowledged.at + SOUND_SPACING_MS
        : quietSince + Math.max(rest.after, RESTING.taken * untouched)
  return Math.max(again, mayAt)
}

/** Names a clock among those of its incident. */
const nameOf = ({ kind, planId, stepId, factKey }: AttentionClock): string =>
  `${kind}/${planId}/${stepId ?? factKey ?? ''}`

/** What falls due by itself. `of`: a clock by name, an alert by id, or empty. `dueAt` in UTC ms. */
export type AttentionDeadline = {
  fires: 'nudge' | 'resting' | 'renewed'
  of: string
  dueAt: number
}

export function attentionDeadlines(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): readonly AttentionDeadline[] {
  if (!world.attention || !incident.attention || !isAttended(incident)) return []
  const joining = runningClocks(incident)
    .filter((clock) => !isMember(clock, incident) && !clock.quiet)
    .flatMap((clock): AttentionDeadline[] => {
      const member = memberOf(clock, steps, incident, world)
      const dueAt = member && memberFrom(clock, member.lifeSafety, incident)
      if (dueAt === null) return []
      return [{ fires: 'nudge', of: nameOf(clock), dueAt }]
    })
  const alert = attentionOf(incident)
  const rest = resting(steps, incident, world)
  if (!alert)
    return rest
      ? [...joining, { fires: 'resting', of: '', dueAt: incident.attention.actedAt + rest.after }]
      : joining
  const soundsAt = soundsAgainAt(
    alert,
    membersOf(steps, incident, world),
    incident,
    rest,
    world.attention,
  )
  return soundsAt === null
    ? joining
    : [...joining, { fires: 'renewed', of: alert.id, dueAt: soundsAt }]
}

/** What a deadline of attention brings, or null where it has nothing to say any more. */
export function attentionFires(
  deadline: AttentionDeadline,
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
  at: number,
): AttentionDue | AlertRaised | AlertRenewed | null {
  if (deadline.fires === 'nudge') {
    const members = attentionDeadlines(steps, incident, world)
      .filter(({ fires, dueAt }) => fires === 'nudge' && dueAt <= Math.max(at, deadline.dueAt))
      .map(({ of }) => of)
    const due = runningClocks(incident).filter((clock) => members.includes(nameOf(clock)))
    return { type: 'AttentionDue', members: due.map(subjectOf) }
  }
  const rest = resting(steps, incident, world)
  if (deadline.fires === 'resting')
    return rest && raised(incident, restingText(rest, steps, incident), deadline.dueAt, at)
  const alert = attentionOf(incident)
  if (!alert) return null
  const members = membersOf(steps, incident, world)
  const text =
    alert.kind === 'nudge'
      ? nudgeText(members, steps, incident)
      : rest && restingText(rest, steps, incident)
  return text && { type: 'AlertRenewed', alertId: alert.id, ...text }
}
