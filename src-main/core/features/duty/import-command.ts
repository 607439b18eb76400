/**
 * The handler that takes a table into the duty roster, with whoever is new in it and the shifts
 * that it needs: all of it, or nothing.
 */
import type { Personal } from '#shared/contract/personal.ts'
import { accept } from '#shared/domain/decision.ts'
import { decideDuty } from '#shared/domain/duty/decide.ts'
import { decideDutyRows } from '#shared/domain/duty/rows.ts'
import type { DutyRoster } from '#shared/domain/duty/roster.ts'
import { dutyStream, evolveDuty } from '#shared/domain/duty/stream.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { nameKey, tidyName } from '#shared/domain/register-import/names.ts'
import { decidePeopleRows, type PeopleRow } from '#shared/domain/roster/rows.ts'
import { evolveRegister } from '#shared/domain/roster/events.ts'
import { changesOf, joinChanges, recordDecision } from '../../engine/changes.ts'
import type { Handler } from '../handler.ts'
import { registerWork, staffPostIds } from '../people/register.ts'
import { shiftOf } from './shift.ts'

const importDuty: Handler<'duty/import'> = async ({ rows, shifts, preview }, context) => {
  const { memory, meta, vault } = context
  const work = registerWork(context)
  const fresh = new Map<string, PeopleRow>() // by name: one name is one person
  function idOf(who: { id: string } | { name: Personal }): string {
    if ('id' in who) return who.id
    const key = nameKey(who.name)
    const before = fresh.get(key)
    if (before) return before.id
    const row = {
      row: 1,
      id: vault.id(meta.at),
      isNew: true,
      name: work.seal(tidyName(who.name) as Personal),
    }
    fresh.set(key, row)
    return row.id
  }
  /** By the id that the rows have. */
  const newShifts = new Map(
    (shifts ?? []).map(({ id, ...input }) => [id, shiftOf(vault.id(meta.at), input)]),
  )
  const entered = rows.map(({ persons, shiftId, ...row }) => ({
    ...row,
    shiftId: newShifts.get(shiftId)?.id ?? shiftId,
    persons: persons.map(idOf),
  }))
  const sitePosts = staffPostIds(context)
  const people = decidePeopleRows(work.register, [...fresh.values()], { sitePosts })
  const register = people.events.reduce(
    (state, event) => evolveRegister(state, { ...event, ...meta }),
    work.register,
  )
  const around = { register, sitePosts }
  const shiftsMade = decideDuty(
    memory.duty(),
    { type: 'MakeShifts', shifts: [...newShifts.values()] },
    around,
  )
  if (!shiftsMade.ok) return shiftsMade
  const withShifts = shiftsMade.events.reduce<DutyRoster | null>(
    (state, event) => evolveDuty(state, { ...event, ...meta }),
    memory.duty(),
  )
  const read = decideDutyRows(withShifts, entered, around)
  const reply = { rows: read.rows }
  if (preview) return changesOf({ reply })
  const refused = faultyRows(read.rows)
  if (refused) return refused
  if (read.entries.length === 0) return changesOf({ reply })
  const persons = work.record(accept(...people.events))
  if (!persons.ok) return persons
  const decision = decideDuty(withShifts, { type: 'SetDuty', entries: read.entries }, around)
  if (!decision.ok) return decision
  const events = accept(...shiftsMade.events, ...decision.events)
  const duty = recordDecision(dutyStream, '', memory.duty(), events, meta)
  return duty.ok ? joinChanges([persons, duty], reply) : duty
}

export const dutyImport = { 'duty/import': importDuty }
