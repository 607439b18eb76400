/** Handlers that read the register of people, and the roster out of it. */
import type { PeopleRead, PersonRead, PostRead } from '#shared/contract/people.ts'
import type { Post } from '#shared/contract/site.ts'
import { localDate } from '#shared/domain/calendar.ts'
import {
  EMPTY_REGISTER,
  leaveOn,
  postsHeldBy,
  type Person,
  type Register,
} from '#shared/domain/roster/register.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { postsOf } from '../site/posts.ts'
import { siteRoles } from '../../engine/known-names.ts'
import { phonesRead } from './phones.ts'
import { opened, staffPostIds } from './register.ts'

/** The posts that people hold, with what the site says of each. */
function postsRead(register: Register, context: QueryContext): readonly PostRead[] {
  const { library } = context
  const staff = staffPostIds(context)
  const roles = [...library.everything().roles, ...siteRoles(register)]
  // a post of the site that somebody holds is one post
  const named = new Set([
    ...Object.keys(register.holders),
    ...siteRoles(register).map(({ id }) => id),
  ])
  const isStaff = ({ id, kind }: Post): boolean =>
    staff.has(id) || (kind !== 'external' && kind !== 'anyone')
  return postsOf(library.plans(), [...named], roles)
    .filter(isStaff)
    .map((post) => {
      const entry = register.posts.find(({ id }) => id === post.id)
      return {
        ...post,
        ofSite: Boolean(entry?.name),
        outside: entry?.outside ?? false,
        standsFor: entry?.standsFor ?? [],
        substitutes: entry?.substitutes ?? [],
        minimum: entry?.minimum ?? null,
        necessary: entry?.necessary ?? false,
      }
    })
}

/** Whether all that a person holds are units outside: then they stand among the contacts. */
const isContact = (person: Person, register: Register, staff: ReadonlySet<string>): boolean => {
  const posts = postsHeldBy(register, person.id)
  return posts.length > 0 && posts.every((post) => !staff.has(post))
}

const readPeople: QueryHandler<'people/read'> = async (_input, context) => {
  const { memory, now } = context
  const register = memory.register() ?? EMPTY_REGISTER
  const today = localDate(now(), memory.site.zone)
  const posts = postsRead(register, context)
  const staff = new Set(posts.map(({ id }) => id))
  const reply: PeopleRead = {
    persons: register.persons
      .filter((person) => !isContact(person, register, staff))
      .map((person): PersonRead => {
        const leave = leaveOn(register, person.id, today)
        return {
          id: person.id,
          name: opened(person.name, context),
          phones: phonesRead(person.phones, context),
          posts: postsHeldBy(register, person.id),
          onLeave: leave ? { from: leave.from, until: leave.until } : null,
          left: person.left ?? false,
        }
      }),
    posts,
    groups: register.groups,
    leave: register.leave.map(({ reason, ...leave }) => ({
      ...leave,
      reason: reason === null ? null : opened(reason, context),
    })),
  }
  return { ok: true, reply }
}

/** One that was purged leaves its place empty. */
const readRoster: QueryHandler<'roster/read'> = async (_input, context) => {
  const posts = context.memory.postsAndContacts()
  return {
    ok: true,
    reply: {
      posts:
        posts &&
        Object.fromEntries(
          Object.entries(posts).map(([post, people]) => [
            post,
            people.map(({ person, phone }) => ({
              person: opened(person, context),
              phone: opened(phone, context),
            })),
          ]),
        ),
    },
  }
}

export const peopleQueries = { 'people/read': readPeople, 'roster/read': readRoster }
