/**
 * Says who commands, which is always one post or one person, and hands it over; passes an incident
 * on to another body (突发事件应对法 art. 61).
 */
import { accept, type Decision } from '../../decision.ts'
import { describeRole } from '../../plan/describe.ts'
import { localized } from '../../text.ts'
import type {
  Commander,
  CommandHandedOver,
  HandCommand,
  IncidentTransferred,
  TransferIncident,
} from '../record/command.ts'
import { noChange } from '../record/assessment-refusals.ts'
import { transferOutOfTime } from '../record/command-refusals.ts'
import type { IncidentEvent, Recorded } from '../record/events.ts'
import { nameOfSubject } from '../record/gate-events.ts'
import * as no from '../record/refusals.ts'
import { planOf, running } from '../record/select.ts'
import type { Incident, IncidentState } from '../record/state.ts'
import type { RuleContext, World } from '../record/world.ts'
import { gateItems, passGate } from './gates.ts'
import { movesFrom, stopping } from './moves.ts'

/** Where no plan runs: the post that everything climbs to. */
const LEADER = 'duty-leader'
const NOBODY = { person: null, personId: null }

/**
 * To whom it was handed over, else whom somebody named when a plan was activated, else the
 * commanding post of the plan that was activated first, else the duty leader.
 */
export function commanderOf(incident: Incident, world: World): Commander {
  if (incident.command) {
    const { post, person, personId } = incident.command
    return { post, person, personId }
  }
  if (incident.commander !== null) return { post: null, person: incident.commander, personId: null }
  const [first] = running(incident)
  const plan = first && planOf(first, world)
  const id = plan?.commander || LEADER
  return { post: { id, name: describeRole(id, { roles: plan?.roles ?? [] }) }, ...NOBODY }
}
/** Refused: whoever commands already (`no-change`). */
export function handCommand(
  incident: Incident,
  { to, reason }: HandCommand,
  { world }: RuleContext,
): Decision<CommandHandedOver> {
  const from = commanderOf(incident, world)
  const isSame = to.post
    ? to.post.id === from.post?.id
    : to.personId !== null && to.personId === from.personId
  return isSame
    ? noChange(localized('已经由其指挥', 'They command already'))
    : accept({ type: 'CommandHandedOver', from, to, reason })
}

export const commandHandedOver = (
  incident: Incident,
  { to, at, by }: Recorded<CommandHandedOver>,
): Incident => ({ ...incident, commander: to.person, command: { ...to, at, by } })

/**
 * Refused: an incident that is over (`bad-move`), an instant before the report or ahead
 * (`bad-input`), steps and questions of life safety without a reason, as at closing
 * (`life-safety-open`, `unconfirmed`).
 */
export function transfer(
  incident: Incident,
  { body, person, handedAt, reason }: TransferIncident,
  { world, meta }: RuleContext,
): Decision<IncidentEvent> {
  const allowed = movesFrom(incident.state)
  if (!allowed.includes('closed')) return no.badMove(incident.state, allowed)
  const earliest = Math.min(incident.occurredAt ?? incident.receivedAt, incident.receivedAt)
  if (handedAt !== null && (handedAt < earliest || handedAt > meta.at)) return transferOutOfTime()
  const reasons = Object.fromEntries(
    reason
      ? gateItems('transferred', incident, world).map((item) => [nameOfSubject(item), reason])
      : [],
  )
  const gate = passGate('transferred', reasons, incident, world)
  if (!gate.ok) return gate
  return accept<IncidentEvent>(...gate.events, ...stopping(incident, 'transferred', world), {
    type: 'IncidentTransferred',
    from: incident.state,
    body,
    person,
    ...(handedAt === null || handedAt === meta.at ? {} : { handedAt }),
    reason,
  })
}

/** The first time of a state stays. */
export const incidentTransferred = (
  incident: Incident,
  { body, person, handedAt, reason, at, by }: Recorded<IncidentTransferred>,
): Incident => ({
  ...incident,
  state: 'transferred' satisfies IncidentState,
  reason: reason ?? incident.reason,
  transfer: { body, person, at: handedAt ?? at, by },
  moments: { transferred: handedAt ?? at, ...incident.moments },
})
