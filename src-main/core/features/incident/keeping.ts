/** Evidence whose keeping ends soon, of incidents on the board and long archived. */
import { isEndingSoon, retained } from '#shared/domain/incident/rules/evidence.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Memory } from '../../engine/memory.ts'

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
