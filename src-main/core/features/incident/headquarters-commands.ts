/** Forms the headquarters of an incident of persons of the register and of anybody by name. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import { unknownPersons } from '#shared/domain/roster/refusals.ts'
import type { Member } from '#shared/domain/incident/record/headquarters.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type CommandContext, type Handler, type LoadedIncident } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { opened } from '../people/register.ts'

type Input = Parsed<'incident/headquarters'>['members'][number]

/** A name of the register is sealed anew, since it goes with the values of the incident. */
function memberOf(
  input: Input,
  { sealOrNull, seal }: LoadedIncident,
  context: CommandContext,
): Member {
  const { personId = null, person = null, postId = null, duty = null } = input
  const registered = personId === null ? undefined : personIn(context.memory.register(), personId)
  const name = person ?? (registered ? (opened(registered.name, context) as Personal) : '')
  return {
    person: seal(name as Personal),
    personId,
    post: postId === null ? null : { id: postId, name: postNames(context)(postId) },
    duty: sealOrNull(duty),
  }
}

const setHeadquarters: Handler<'incident/headquarters'> = async (
  { incidentId, members },
  context,
) => {
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const register = context.memory.register()
  const strangers = members.flatMap(({ personId }) =>
    personId && !personIn(register, personId) ? [personId] : [],
  )
  if (strangers.length > 0) return unknownPersons(strangers)
  return decideIncident(loaded, {
    type: 'SetHeadquarters',
    headquarters: members.map((member) => memberOf(member, loaded, context)),
  })
}

export const headquartersCommands = { 'incident/headquarters': setHeadquarters }
