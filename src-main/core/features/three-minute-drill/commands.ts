/** Handlers that begin and stop a three-minute drill. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { nothingToDrill } from '#shared/domain/three-minute-drill/refusals.ts'
import { decideThreeMinuteDrill } from '#shared/domain/three-minute-drill/decide.ts'
import type { ShortScript } from '#shared/domain/three-minute-drill/script.ts'
import { threeMinuteStream } from '#shared/domain/three-minute-drill/stream.ts'
import type { DrillTimes } from '#shared/domain/three-minute-drill/times.ts'
import { joinChanges, recordDecision } from '../../engine/changes.ts'
import { isRefusal, type PreparedHandler } from '../handler.ts'
import { fileReport } from '../incident/filing.ts'
import { overChanges, pastTimes } from './over.ts'
import { scriptFor } from './past.ts'

const NAME = 'three-minute-drill'

const start: PreparedHandler<'practice/start', { script: ShortScript; place: string }> = {
  prepare: async (_input, context) => (await scriptFor(context)) ?? nothingToDrill(),
  async handle({ language }, context, { script, place }) {
    const { memory, meta } = context
    const report: Parsed<'incident/report'> = {
      narrative: script.sentence[language] as Personal,
      place: place as Parsed<'incident/report'>['place'],
      drill: true,
    }
    const reported = await fileReport(report, context, { threeMinute: true })
    if (isRefusal(reported)) return reported
    const incidentId = reported.rows[0]?.id ?? ''
    const state = memory.documents.get(NAME, NAME)
    const decision = decideThreeMinuteDrill(
      state,
      { type: 'BeginShortDrill', incidentId, script },
      { incidents: memory.incidents.values() },
    )
    const begun = recordDecision(threeMinuteStream, NAME, state, decision, meta)
    return begun.ok ? joinChanges([reported, begun], { incidentId }) : begun
  },
}

const stop: PreparedHandler<'practice/stop', { past: DrillTimes | null }> = {
  prepare: async (_input, { memory }) => ({ past: await pastTimes(memory) }),
  handle: (_input, context, { past }) => overChanges({ why: 'stopped', past }, context),
}

export const threeMinuteCommands = { 'practice/start': start, 'practice/stop': stop }
