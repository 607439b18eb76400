/** Orders ad-hoc tasks of posts and persons, and records who of those named has heard of one. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { taskId, type TaskOwner, type TaskPerson } from '#shared/domain/incident/record/tasks.ts'
import { unknownPersons, unknownPosts } from '#shared/domain/roster/refusals.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type CommandContext, type Handler, type LoadedIncident } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { opened, sitePostIds, staffPostIds } from '../people/register.ts'

type Owner = Parsed<'incident/task'>['owner']

/** A name of the register is sealed anew, since it goes with the values of the incident. */
function ownerOf(
  { postId, personId, person }: Owner,
  { seal }: LoadedIncident,
  context: CommandContext,
): TaskOwner {
  if (postId) {
    const post = { id: postId, name: postNames(context)(postId) }
    return { post, person: null, personId: null }
  }
  const registered = personId ? personIn(context.memory.register(), personId) : undefined
  const name = person ?? (registered ? (opened(registered.name, context) as Personal) : '')
  return { post: null, person: seal(name as Personal), personId: personId ?? null }
}

/** Of a post everybody who is on duty there now; nobody twice. */
function namedOf(
  owners: readonly Owner[],
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
  const register = context.memory.register()
  const all = [owner, ...named]
  const strangers = all.flatMap(({ personId }) =>
    personId && !personIn(register, personId) ? [personId] : [],
  )
  if (strangers.length > 0) return unknownPersons(strangers)
  const posts = new Set([...sitePostIds(context), ...staffPostIds(context)])
  const noPosts = all.flatMap(({ postId }) => (postId && !posts.has(postId) ? [postId] : []))
  if (noPosts.length > 0) return unknownPosts(noPosts)
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
