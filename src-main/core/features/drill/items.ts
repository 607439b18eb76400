/** What the rules propose for the evaluation of a drill, from the record of its incident. */
import type { Drill } from '#shared/domain/drill/drill.ts'
import { deliveriesAt } from '#shared/domain/drill/inject.ts'
import { scoreItems, type ScoreItem } from '#shared/domain/drill/scoring.ts'
import type { QueryContext } from '../handler.ts'

/** None before it was started, nor where its incident cannot be read any more. */
export async function proposedItems(
  drill: Drill,
  { memory, draw, now }: Pick<QueryContext, 'memory' | 'draw' | 'now'>,
): Promise<readonly ScoreItem[]> {
  const incident = drill.started && (await memory.incident(drill.started.incidentId))
  if (!incident) return []
  const steps = incident.runs.flatMap(({ revision }) => memory.plan(revision)?.steps ?? [])
  return scoreItems(
    {
      ...{ incident, board: draw(incident), script: drill.script },
      deliveries: deliveriesAt(drill, now()),
    },
    (stepId) => steps.find(({ id }) => id === stepId)?.role ?? null,
  )
}
