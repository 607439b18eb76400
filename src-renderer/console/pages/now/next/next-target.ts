/**
 * What F4 and Shift+F4 mean: the step that the next pane shows, as it stands. Null while it shows a
 * question or nothing that can be recorded.
 */
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { isFinished } from '#renderer/ui/rail.ts'
import type { Meant } from '#renderer/console/base/key-target.ts'
import { useSelection } from '#renderer/console/base/selection.ts'
import { useKeyTarget } from '#renderer/console/base/use-key-target.ts'

export type NextTarget = Pick<BoardStep, 'state' | 'times'> & { incidentId: string; stepId: string }

export const isRecordable = (
  step: Pick<BoardStep, 'state'>,
  incident: Pick<BoardIncident, 'state'>,
): boolean => !isFinished(step.state) && step.state !== 'hidden' && !isTerminal(incident.state)

/** Gives what a press at that instant means. */
export function useNextTarget(): (pressedAt: number) => Meant<NextTarget> {
  const chosen = useSelection()
  return useKeyTarget('record', () => {
    const { incident, step } = chosen
    if (!incident || !step || !isRecordable(step, incident)) return null
    const target = {
      incidentId: incident.id,
      stepId: step.id,
      state: step.state,
      times: step.times,
    }
    return { key: Object.values(target).join(' '), target }
  })
}
