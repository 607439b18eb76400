/**
 * An incident that a test leads, with the command that brought each event, as the journal has them:
 * what is sent by `run` bears its id, whatever else happens is the station's own.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { Journalled } from '#shared/domain/incident/record/journalled.ts'
import { undoing } from '#shared/domain/incident/undo.ts'
import type { Scenario } from './incident.ts'

export type Led = {
  events: () => readonly Journalled[]
  run: (id: string, act: () => Refusal | null) => Refusal | null
  /** Takes a command back now; `by` another person than who leads the incident. */
  undo: (id: string, by?: string) => Refusal | null
}

export function led(scenario: Scenario): Led {
  const ids = new Map<number, string>()
  const events = (): readonly Journalled[] =>
    scenario.recorded.map((event, n) => ({ ...event, commandId: ids.get(n) ?? null }))
  const run: Led['run'] = (id, act) => {
    const from = scenario.recorded.length
    const refusal = act()
    for (let n = from; n < scenario.recorded.length; n++) ids.set(n, id)
    return refusal
  }
  return {
    events,
    run,
    undo(id, by = '周敏') {
      const command = undoing('i1', events(), id, { at: scenario.now(), by })
      return 'ok' in command ? command : run(`undo of ${id}`, () => scenario.send(command, by))
    },
  }
}
