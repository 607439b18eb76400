/**
 * Decides one command on the record of an incident: `decide(state, command, meta, world)` answers
 * with the events and the record after them, or with a refusal.
 */
import type { Decision, Meta, Refusal } from '../decision.ts'
import type { Deadline } from './deadlines.ts'
import { evolve } from './evolve.ts'
import type { IncidentCommand, IncidentCommandType } from './record/commands.ts'
import { record, type IncidentEvent } from './record/events.ts'
import { notAsSeen } from './record/correction-refusals.ts'
import { incidentOver, unknownIncident } from './record/refusals.ts'
import { isTerminal, type Incident } from './record/state.ts'
import type { RuleContext, World } from './record/world.ts'
import { RULES, type CommandOf } from './rules/index.ts'
import { isAsSeen, isSigned } from './rules/seen.ts'
import { settle, type Settled } from './settle.ts'

/** What a command asks for by itself. What follows from it is settled afterwards. */
function byRule<T extends IncidentCommandType>(
  incident: Incident,
  command: CommandOf<T>,
  context: RuleContext,
): Decision<IncidentEvent> {
  const rule = RULES[command.type]
  if (rule.taken !== 'always' && incident.version === 0) return unknownIncident()
  if (rule.taken === 'live' && isTerminal(incident.state)) return incidentOver(incident.state)
  return rule.decide(incident, command, context)
}

/** What takes care of something at exactly the instant at which it is due comes in time. */
const inTime = (command: IncidentCommand): boolean =>
  command.type === 'AcknowledgeAlert' ||
  command.type === 'AcceptStep' ||
  command.type === 'AnswerFact' ||
  command.type === 'SendBulletin' ||
  (command.type === 'FinishStep' &&
    (command.outcome === 'done' || command.outcome === 'already-done'))

/**
 * `state`: the record after the events; `deadlines`: what is due in it by itself, in no order.
 */
export type Decided = {
  ok: true
  events: readonly IncidentEvent[]
  state: Incident
  deadlines: readonly Deadline[]
}

/**
 * Decides one command on the record as it stands. Before it, whatever was due earlier is recorded
 * (a limit that lapsed a moment ago is late even if the scheduler has not come by); after it,
 * whatever follows. `world` must hold the plan being activated.
 */
export function decide(
  incident: Incident,
  command: IncidentCommand,
  meta: Meta,
  world: World,
): Decided | Refusal {
  const earlier: Settled =
    command.type === 'UndoCommand' // it says what the whole record would be
      ? { state: incident, events: [], deadlines: [] }
      : settle(incident, world, meta, { before: inTime(command) })
  if (isSigned(command) && !isAsSeen(command, earlier.state, world)) return notAsSeen()
  const decision = byRule(earlier.state, command, { world, meta })
  if (!decision.ok) return decision
  const after = decision.events.reduce(
    (state, event) => evolve(state, record(event, meta)),
    earlier.state,
  )
  const due = command.type === 'CheckDeadlines' ? new Set(command.due) : undefined
  const since = earlier.state
  const later = settle(after, world, meta, due ? { due, since } : { since })
  const events = [...earlier.events, ...decision.events, ...later.events]
  return { ok: true, events, state: later.state, deadlines: later.deadlines }
}
