/** Orders ad-hoc tasks of posts and persons, and records who of those named has heard of one. */
import type { Personal } from '#shared/contract/personal.ts'
import { taskId, type TaskPerson } from '#shared/domain/incident/record/tasks.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type CommandContext, type Handler, type LoadedIncident } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { ownerOf, refusedOwners, type OwnerInput } from '../people/owner.ts'
import { opened } from '../people/register.ts'

/** Of a post everybody who is on duty there now; nobody twice. */
function namedOf(
  owners: readonly OwnerInput[],
  loaded: LoadedIncident,
  context: CommandContext,
): readonly TaskPerson[] {
  const { presence } = context.memory.whoIsOn(context.meta.at)
  const persons = owners.flatMap((owner): Omit<TaskPerson, 'id'>[] => {
    if (!owner.postId) {
      const { person, personId } = ownerOf(owner, loaded, context)
      return person ? [{ person, personId, post: null }] : []
    }
    const post = { id: owner.postId, name: postNames(context)(owner.postId) }
    return (presence?.[owner.postId] ?? []).map(({ person }) => ({
      person: loaded.seal(opened(person.name, context) as Personal),
      personId: person.id,
      post,
    }))
  })
  return persons
    .filter(
      ({ personId }, index) =>
        personId === null || persons.findIndex((other) => other.personId === personId) === index,
    )
    .map((person, index) => ({ ...person, id: String(index + 1) }))
}

const addTask: Handler<'incident/task'> = async (input, context) => {
  const { incidentId, text, owner, limitMs, dueAt, lifeSafety = false, named = [] } = input
  const loaded = await loadIncident(incidentId, context)
  if (!loaded.ok) return loaded
  const refused = refusedOwners([owner, ...named], context)
  if (refused) return refused
  return decideIncident(
    loaded,
    {
      type: 'AddTask',
      text: loaded.seal(text),
      owner: ownerOf(owner, loaded, context),
      dueAt: limitMs ? context.meta.at + limitMs : (dueAt ?? null),
      lifeSafety,
      named: namedOf(named, loaded, context),
    },
    { stepId: taskId((loaded.incident.tasks?.length ?? 0) + 1) },
  )
}

const hear: Handler<'incident/heard'> = async (input, context) => {
  const { incidentId, stepId, member, heardAt = null } = input
  const loaded = await loadIncident(incidentId, context)
  return loaded.ok ? decideIncident(loaded, { type: 'HearTask', stepId, member, heardAt }) : loaded
}

export const taskCommands = { 'incident/task': addTask, 'incident/heard': hear }
