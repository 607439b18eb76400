/**
 * Compares what a person had before him with what stands there now: what he saw is what he signs.
 * What he does not name is not compared.
 */
import { isSame } from '../../canonical.ts'
import type { IncidentCommand, Seen } from '../record/commands.ts'
import { answerFor, askingNow, plannedStep, stepStateOf, timesDone } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'

/** What is signed as it was seen: a step, a question, or where the incident stands. */
type Signed = Extract<IncidentCommand, { seen?: Seen | null }> & { seen: Seen }
export const isSigned = (command: IncidentCommand): command is Signed =>
  'seen' in command && command.seen !== null && command.seen !== undefined

function isStepAsSeen(stepId: string, seen: Seen, incident: Incident, world: World): boolean {
  const planned = plannedStep(incident, stepId, world)
  if (!planned) return true // what it is refused for is said elsewhere
  return (
    (seen.state === undefined || seen.state === stepStateOf(planned.state)) &&
    (seen.times === undefined || seen.times === timesDone(planned.state))
  )
}

function isAnswerAsSeen(
  key: string,
  planId: string | null,
  seen: Seen,
  incident: Incident,
  world: World,
): boolean {
  if (seen.value === undefined) return true
  return askingNow(incident, { key, planId }, world).every(({ run }) =>
    isSame(answerFor(incident, run, key, world)?.value ?? null, seen.value ?? null),
  )
}

export function isAsSeen(command: Signed, incident: Incident, world: World): boolean {
  const { seen } = command
  if ('stepId' in command) return isStepAsSeen(command.stepId, seen, incident, world)
  if (seen.state !== undefined && seen.state !== incident.state) return false
  return (
    command.type !== 'AnswerFact' ||
    isAnswerAsSeen(command.key, command.planId, seen, incident, world)
  )
}
