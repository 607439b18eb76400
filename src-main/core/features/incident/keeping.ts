/**
 * Evidence that is kept, and whose keeping ends soon, of incidents on the board and long archived.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import { evidenceOf } from '#shared/domain/incident/record/select.ts'
import type { Evidence } from '#shared/domain/incident/record/slices.ts'
import { isEndingSoon, retained } from '#shared/domain/incident/rules/evidence.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { nextMonth } from '#shared/domain/monthly-report/as-of.ts'
import type { Memory } from '../../engine/memory.ts'
import type { QueryContext } from '../handler.ts'

export type EndingSoon = ReturnType<typeof retained>[number] & { incident: Incident }

/**
 * The nearest first; `at` in UTC ms. Of incidents that have left the board, only those with
 * evidence that has a clock are at hand.
 */
export async function endingSoon(memory: Memory, at: number): Promise<readonly EndingSoon[]> {
  const away = [...memory.pending]
    .filter(([, deadlines]) =>
      deadlines.some(({ fires, dueAt }) => fires === 'kept' && isEndingSoon(dueAt, at)),
    )
    .map(([id]) => id)
  const incidents = [...memory.incidents.values()]
  for (const id of away) {
    const incident = await memory.incident(id)
    if (incident) incidents.push(incident)
  }
  await memory.fetchValues(incidents)
  return incidents
    .flatMap((incident) => retained(incident).map((item) => ({ ...item, incident })))
    .filter(({ until }) => isEndingSoon(until, at))
    .sort((a, b) => a.until - b.until)
}

export type InHand = { incident: Incident; evidence: Evidence }

/**
 * What nobody has handed out yet, as it was recorded: the oldest first. Its incidents are looked up
 * month by month, so that other work has its turn.
 */
export async function evidenceInHand({
  memory,
  journal,
  now,
}: Pick<QueryContext, 'memory' | 'journal' | 'now'>): Promise<readonly InHand[]> {
  const incidents = new Map(memory.incidents)
  const first = await journal.firstMonth()
  const last = localMonth(now(), memory.site.zone)
  for (let month = first ?? last; month <= last; month = nextMonth(month))
    for (const { incidentId, evidence } of await journal.incidentStats(month, month)) {
      if (!evidence || incidents.has(incidentId)) continue
      const incident = await memory.incident(incidentId)
      if (incident) incidents.set(incidentId, incident)
    }
  const items = [...incidents.values()].flatMap((incident) =>
    evidenceOf(incident)
      .filter(({ released }) => !released)
      .map((evidence) => ({ incident, evidence })),
  )
  await memory.fetchValues(items.map(({ incident, evidence }) => [incident.place, evidence]))
  return items.sort((a, b) => a.evidence.at - b.evidence.at)
}
