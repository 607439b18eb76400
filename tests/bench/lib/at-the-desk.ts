/** What somebody at the desk of a bench's station does. */
import type { Station } from '#main/core/api.ts'
import type { Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { dispatcher } from '../../kit/station.ts'

/** Rejects where the station refuses. */
export async function ask<N extends Name>(
  station: Station,
  name: N,
  input: Input<N>,
): Promise<ReplyOf<N>> {
  const answer = await station.request({ id: crypto.randomUUID(), name, input }, dispatcher)
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`)
  return answer.reply
}

export const report = (station: Station, place: string) =>
  ask(station, 'incident/report', { narrative: '热线打不进', place })

export const withdraw = (station: Station, incidentId: string) =>
  ask(station, 'incident/move', { incidentId, to: 'false-report', reason: '核实没有此事' })
