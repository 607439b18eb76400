/** Reads who rings: by the registers, and by what they have called about before. */
import { historyOf } from '#shared/domain/calls/history.ts'
import { isOnBoard } from '#shared/domain/incident/record/state.ts'
import type { QueryHandler } from '../handler.ts'
import { opened } from '../people/register.ts'

const history: QueryHandler<'call/history'> = async ({ number }, context) => {
  const { memory } = context
  const persons = (memory.register()?.persons ?? [])
    .filter(({ left }) => !left)
    .map(({ name, phones }) => ({
      name: opened(name, context),
      numbers: phones.map((phone) => opened(phone.number, context)),
    }))
  const contacts = memory.contacts().map(({ name, numbers }) => ({
    name: opened(name, context),
    numbers: numbers.map((entry) => opened(entry.number, context)),
  }))
  const running = [...memory.incidents.values()]
    .filter(({ state }) => isOnBoard(state))
    .map((incident) => ({
      incidentId: incident.id,
      number: memory.numbering.of(incident) ?? null,
      callers: [
        memory.value(incident.reporter),
        ...(incident.callers ?? [])
          .filter(({ parted }) => !parted)
          .map(({ reporter }) => memory.value(reporter)),
      ],
    }))
  return { ok: true, reply: historyOf(number, [...persons, ...contacts], running) }
}

export const callQueries = { 'call/history': history }
