/** Handlers that change the register of people: persons, posts, groups, leave, and the roster. */
import type { Parsed } from '#shared/contract/contract.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { categoryOfPost } from '#shared/domain/contacts/in-roster.ts'
import { decideDuty } from '#shared/domain/duty/decide.ts'
import { dutyStream } from '#shared/domain/duty/stream.ts'
import { decideRoster } from '#shared/domain/roster/decide.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import { whoIsWho } from '#shared/domain/roster/who-is-who.ts'
import { joinChanges, recordDecision } from '../../engine/changes.ts'
import { knownRoles } from '../../engine/known-names.ts'
import { setOutsideNumbers } from '../contacts/data.ts'
import type { CommandContext, Handler } from '../handler.ts'
import { peopleImport } from './import-command.ts'
import { localName } from './names.ts'
import { phonesOf } from './phones.ts'
import { knownPersons, registerWork, sitePostIds, staffPostIds } from './register.ts'

const setPerson: Handler<'people/person-set'> = async ({ id, name, phones, posts }, context) => {
  const work = registerWork(context)
  const { register, like, record } = work
  const personId = id ?? context.vault.id(context.meta.at)
  const before = personIn(register, personId)
  const person = {
    id: personId,
    name: like(name, before ? [before.name] : []),
    phones: phonesOf(phones, before?.phones ?? [], work),
  }
  const command = { type: 'SetPerson', person, posts, isNew: !id } as const
  return record(decideRoster(register, command, { sitePosts: staffPostIds(context) }), {
    id: personId,
  })
}

const letPersonLeave: Handler<'people/person-leave'> = async ({ id, reason }, context) => {
  const { memory, meta } = context
  const { register, seal, record } = registerWork(context)
  const command = {
    type: 'LetPersonLeave',
    personId: id,
    reason: reason ? seal(reason) : null,
  } as const
  const left = record(decideRoster(register, command, { sitePosts: new Set() }))
  if (!left.ok) return left
  const after = localDate(meta.at, memory.site.zone)
  const around = { register, sitePosts: new Set<string>() }
  const cleared = recordDecision(
    dutyStream,
    '',
    memory.duty(),
    decideDuty(memory.duty(), { type: 'ClearPerson', personId: id, after }, around),
    meta,
  )
  return cleared.ok ? joinChanges([left, cleared]) : cleared
}

const setPost: Handler<'people/post-set'> = async (input, context) => {
  const { register, record } = registerWork(context)
  const { id, name, standsFor = [], substitutes = [], minimum, necessary, outside } = input
  const postId = id ?? `site-${context.vault.id(context.meta.at)}`
  const command = {
    type: 'SetPost',
    isNew: !id,
    post: {
      id: postId,
      name: name ? localName(name) : null,
      standsFor,
      substitutes,
      ...(minimum ? { minimum } : {}),
      ...(outside ? { outside } : {}),
      ...(necessary ? { necessary } : {}),
    },
  } as const
  return record(decideRoster(register, command, { sitePosts: sitePostIds(context) }), {
    id: postId,
  })
}

const removePost: Handler<'people/post-remove'> = async ({ id }, context) => {
  const { register, record } = registerWork(context)
  const shifts = context.memory.duty()?.shifts ?? []
  return record(
    decideRoster(
      register,
      { type: 'RemovePost', postId: id },
      {
        sitePosts: sitePostIds(context),
        shiftsWith: (post) =>
          shifts.filter(({ posts }) => posts.includes(post)).map(({ name }) => name),
      },
    ),
  )
}

const setGroup: Handler<'people/group-set'> = async ({ id, name, lead, members }, context) => {
  const { register, record } = registerWork(context)
  const groupId = id ?? context.vault.id(context.meta.at)
  const group = { id: groupId, name: localName(name), lead: lead ?? null, members }
  return record(
    decideRoster(
      register,
      { type: 'SetGroup', group, isNew: !id },
      { sitePosts: sitePostIds(context) },
    ),
    { id: groupId },
  )
}

const removeGroup: Handler<'people/group-remove'> = async ({ id }, context) => {
  const { register, record } = registerWork(context)
  return record(
    decideRoster(register, { type: 'RemoveGroup', groupId: id }, { sitePosts: new Set() }),
  )
}

const setLeave: Handler<'people/leave-set'> = async (input, context) => {
  const { register, seal, record } = registerWork(context)
  const { id, personId, from, until, reason } = input
  const leave = {
    id: id ?? context.vault.id(context.meta.at),
    ...{ personId, from, until },
    reason: reason ? seal(reason) : null,
  }
  return record(
    decideRoster(register, { type: 'SetLeave', leave, isNew: !id }, { sitePosts: new Set() }),
    { id: leave.id },
  )
}

const removeLeave: Handler<'people/leave-remove'> = async ({ id }, context) => {
  const { register, record } = registerWork(context)
  return record(
    decideRoster(register, { type: 'RemoveLeave', leaveId: id }, { sitePosts: new Set() }),
  )
}

/** The ids of the persons of a roster, in its places; whoever is known keeps theirs. */
function personIds(
  posts: Parsed<'roster/set'>['posts'],
  context: CommandContext,
): Record<string, readonly string[]> {
  const ids = whoIsWho(
    Object.entries(posts).flatMap(([post, people]) =>
      people.map(({ person, phone }) => ({ name: person, phone, post })),
    ),
    knownPersons(context),
    () => context.vault.id(context.meta.at),
  )
  let next = 0
  return Object.fromEntries(
    Object.entries(posts).map(([post, people]) => {
      const first = next
      next += people.length
      return [post, ids.slice(first, next)]
    }),
  )
}

/**
 * Units and posts outside go into the contacts, all others into the register. A telephone that
 * nobody gave stays empty.
 */
const setRoster: Handler<'roster/set'> = async (input, context) => {
  const { register, like, record } = registerWork(context)
  const roles = knownRoles(context.library)
  const isOutside = ([post]: readonly [string, unknown]): boolean =>
    categoryOfPost(post, roles) !== null
  const entries = Object.entries(input.posts)
  const inside = Object.fromEntries(entries.filter((entry) => !isOutside(entry)))
  const persons = personIds(inside, context)
  const posts = Object.fromEntries(
    Object.entries(inside).map(([post, people]) => [
      post,
      people.map(({ person, phone }, index) => {
        const before = personIn(register, persons[post]?.[index] ?? '')
        const numbers = (before?.phones ?? []).map(({ number }) => number)
        return {
          person: like(person, before ? [before.name] : []),
          phone: phone === '' ? '' : like(phone, numbers),
        }
      }),
    ]),
  )
  const changes = record(
    decideRoster(
      register,
      { type: 'SetRoster', posts, persons },
      { sitePosts: sitePostIds(context) },
    ),
  )
  if (!changes.ok) return changes
  const contacts = setOutsideNumbers(Object.fromEntries(entries.filter(isOutside)), context)
  return contacts.ok ? joinChanges([changes, contacts]) : contacts
}

export const peopleCommands = {
  ...peopleImport,
  'people/person-set': setPerson,
  'people/person-leave': letPersonLeave,
  'people/post-set': setPost,
  'people/post-remove': removePost,
  'people/group-set': setGroup,
  'people/group-remove': removeGroup,
  'people/leave-set': setLeave,
  'people/leave-remove': removeLeave,
  'roster/set': setRoster,
}
