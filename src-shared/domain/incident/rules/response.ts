/**
 * Lets a plan ask first whether the response begins: until somebody says yes the incident is being
 * assessed, bears no level by itself, and can be closed.
 */
import type { Plan, Question } from '../../plan/plan.ts'
import type { IncidentEvent } from '../record/events.ts'
import { answerFor, planOf, running } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'

const deciding = ({ facts }: Plan): Question | undefined =>
  facts.find(({ sets }) => sets === 'response')

/** Whether an incident that these plans start in is still to be decided on. */
export const isUndecidedBy = (coming: readonly Plan[], { state }: Incident): boolean =>
  state !== 'responding' && state !== 'contained' && coming.every(deciding)

/** The response begins with the answer, at the level that is usual for the plan. */
export function responseBegins(incident: Incident, world: World): readonly IncidentEvent[] {
  if (incident.state !== 'assessing') return []
  const decided = running(incident).find((run) => {
    const question = deciding(planOf(run, world))
    return question && answerFor(incident, run, question.key, world)?.value === 'yes'
  })
  if (!decided) return []
  const usual = planOf(decided, world).defaultLevel
  return [
    { type: 'IncidentMoved', from: 'assessing', to: 'responding', reason: null },
    ...(incident.level === null && usual !== null
      ? [{ type: 'LevelChanged' as const, from: null, to: usual, reason: null }]
      : []),
  ]
}
