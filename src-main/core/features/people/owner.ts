/**
 * Who has to do something, as a request names it: a post, a person of the register, or anybody by
 * name.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { TaskOwner } from '#shared/domain/incident/record/tasks.ts'
import { spelled } from '#shared/domain/places/known.ts'
import { unknownPersons, unknownPosts } from '#shared/domain/roster/refusals.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import type { StationContext, Sealing } from '../handler.ts'
import { postNames } from './names.ts'
import { knownPersons, opened, sitePostIds, staffPostIds } from './register.ts'

export type OwnerInput = Parsed<'incident/task'>['owner']
type Around = Pick<StationContext, 'memory' | 'library'>

/** A name of the register is sealed anew, since it goes with the values of what is owned. */
export function ownerOf(
  { postId, personId, person }: OwnerInput,
  { seal }: Pick<Sealing, 'seal'>,
  context: Around,
): TaskOwner {
  if (postId) {
    const post = { id: postId, name: postNames(context)(postId) }
    return { post, person: null, personId: null }
  }
  const registered = personId ? personIn(context.memory.register(), personId) : undefined
  const name = person ?? (registered ? (opened(registered.name, context) as Personal) : '')
  return { post: null, person: seal(name as Personal), personId: personId ?? null }
}

/** Persons and posts that nobody knows: `unknown-person`, `unknown-post`. */
export function refusedOwners(owners: readonly OwnerInput[], context: Around): Refusal | null {
  const register = context.memory.register()
  const strangers = owners.flatMap(({ personId }) =>
    personId && !personIn(register, personId) ? [personId] : [],
  )
  if (strangers.length > 0) return unknownPersons(strangers)
  const posts = new Set([...sitePostIds(context), ...staffPostIds(context)])
  const noPosts = owners.flatMap(({ postId }) => (postId && !posts.has(postId) ? [postId] : []))
  return noPosts.length > 0 ? unknownPosts(noPosts) : null
}

/**
 * Gives the id of the post of a name, of the site's own and of its documents; null: none has it.
 * Made once for a table, which may be as long as the register.
 */
export function postsCalled(context: Around): (name: string) => string | null {
  const nameOf = postNames(context)
  const ids = new Map<string, string>()
  for (const id of [...staffPostIds(context), ...sitePostIds(context)])
    for (const name of Object.values(nameOf(id)))
      if (!ids.has(spelled(name))) ids.set(spelled(name), id)
  return (name) => ids.get(spelled(name)) ?? null
}

/** As {@link postsCalled}, who goes by it: a post, the one person of the register, or anybody. */
export function ownersCalled(context: Around): (name: string) => OwnerInput {
  const postCalled = postsCalled(context)
  const persons = Map.groupBy(knownPersons(context), ({ name }) => spelled(name))
  return (name) => {
    const postId = postCalled(name)
    if (postId !== null) return { postId }
    const [person, other] = persons.get(spelled(name)) ?? []
    return person && !other ? { personId: person.id } : { person: name as Personal }
  }
}
