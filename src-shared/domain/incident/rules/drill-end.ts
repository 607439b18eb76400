/**
 * Closes the incident of an arranged drill with the drill itself, so that nobody has to answer for
 * steps that were only played: no gate holds it back, since nothing in it was real.
 */
import { accept, type Decision } from '../../decision.ts'
import { localized } from '../../text.ts'
import type { CloseDrill } from '../record/commands.ts'
import type { IncidentEvent } from '../record/events.ts'
import { badMove } from '../record/refusals.ts'
import { plannedSteps } from '../record/select.ts'
import { isTerminal, type Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { notApplicable } from './auto-finish.ts'
import { movesFrom } from './moves.ts'

/** What nobody did in the drill: it is scored as not done, however it stands. */
export const NOT_DONE_IN_DRILL = localized('演练结束时未做', 'not done when the drill ended')

/** One that is over already stays as it is. Refused: what is no drill (`bad-move`). */
export function closeDrill(
  incident: Incident,
  { reason }: CloseDrill,
  { world }: RuleContext,
): Decision<IncidentEvent> {
  if (!incident.drill) return badMove(incident.state, movesFrom(incident.state))
  if (isTerminal(incident.state)) return accept()
  const undone = plannedSteps(incident, world)
    .filter(({ state }) => state.finish === null && state.standing !== 'hidden')
    .map(({ step }) => notApplicable(step.id, NOT_DONE_IN_DRILL))
  return accept<IncidentEvent>(...undone, {
    ...{ type: 'IncidentMoved', from: incident.state, to: 'closed', reason },
  })
}
