/**
 * Ends a three-minute drill: it leaves the board at once. No gate holds it back, since nothing in
 * it was real and a real report may be why it ends.
 */
import { accept, type Decision } from '../../decision.ts'
import { localized } from '../../text.ts'
import type { EndThreeMinuteDrill } from '../record/commands.ts'
import type { IncidentEvent, Recorded, ThreeMinuteDrillEnded } from '../record/events.ts'
import { noThreeMinuteDrill } from '../record/refusals.ts'
import { plannedSteps } from '../record/select.ts'
import { isOnBoard, type Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { notApplicable } from './auto-finish.ts'

const NOT_DONE = localized('三分钟演练结束时未做', 'not done when the three-minute drill ended')

/**
 * One that has left the board already stays as it is. Refused: an incident that is no three-minute
 * drill (`no-three-minute-drill`).
 */
export function endThreeMinuteDrill(
  incident: Incident,
  { why }: EndThreeMinuteDrill,
  { world }: RuleContext,
): Decision<IncidentEvent> {
  if (!incident.threeMinute) return noThreeMinuteDrill()
  if (!isOnBoard(incident.state)) return accept()
  const undone = plannedSteps(incident, world)
    .filter(({ state }) => state.finish === null && state.standing !== 'hidden')
    .map(({ step }) => notApplicable(step.id, NOT_DONE))
  return accept<IncidentEvent>(...undone, { type: 'ThreeMinuteDrillEnded', why })
}

export const threeMinuteDrillEnded = (
  incident: Incident,
  { at }: Recorded<ThreeMinuteDrillEnded>,
): Incident => ({
  ...incident,
  state: 'archived',
  moments: { closed: at, archived: at, ...incident.moments },
})
