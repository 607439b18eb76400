/** Ends the three-minute drill that runs: the incident leaves the board with its own record. */
import { isRefusal } from '../handler.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { noThreeMinuteDrill } from '#shared/domain/incident/record/refusals.ts'
import type { ThreeMinuteEnd } from '#shared/domain/incident/record/report-events.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { decideThreeMinuteDrill } from '#shared/domain/three-minute-drill/decide.ts'
import { threeMinuteStream } from '#shared/domain/three-minute-drill/stream.ts'
import { timesOf, type DrillTimes } from '#shared/domain/three-minute-drill/times.ts'
import type { Meta } from '#shared/domain/decision.ts'
import type { Batch } from '../../engine/batch.ts'
import { decideIncident, joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import type { Memory } from '../../engine/memory.ts'

const NAME = 'three-minute-drill'

export const runningDrill = ({ documents }: Pick<Memory, 'documents'>) =>
  documents.get(NAME, NAME)?.running ?? null

/** What the past came to that the drill is taken from; null: it was taken from a plan. */
export async function pastTimes(memory: Memory): Promise<DrillTimes | null> {
  const id = runningDrill(memory)?.script.past?.incidentId
  const past: Incident | null = id === undefined ? null : await memory.incident(id)
  return past && timesOf(past, projectStats(past, memory.world(null)), Infinity)
}

/**
 * `past`: of {@link pastTimes}. Refused where none runs (`no-three-minute-drill`). What a real
 * report broke off has no times: nobody looks at them then.
 */
export async function overChanges(
  { why, past }: { why: ThreeMinuteEnd; past: DrillTimes | null },
  { memory, batch, meta }: { memory: Memory; batch: Batch; meta: Meta },
): Promise<Changes | Refusal> {
  const running = runningDrill(memory)
  const incident = running && (await batch.incident(running.incidentId))
  if (!incident) return noThreeMinuteDrill()
  const world = batch.world(meta.at)
  const isWhole = why !== 'real-report'
  const state = memory.documents.get(NAME, NAME)
  const decision = decideThreeMinuteDrill(
    state,
    {
      ...{ type: 'EndShortDrill', why, past: isWhole ? past : null },
      times: isWhole ? timesOf(incident, projectStats(incident, world)) : null,
    },
    { incidents: [] },
  )
  const ended = decideIncident({ incident, meta, world }, { type: 'EndThreeMinuteDrill', why })
  if (isRefusal(ended)) return ended
  const over = recordDecision(threeMinuteStream, NAME, state, decision, meta)
  return isRefusal(over) ? over : joinChanges([ended, over])
}
