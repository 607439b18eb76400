/** Decides what the register of people becomes: persons, posts, groups, leave. */
import { accept, unreachable, type Decision } from '../decision.ts'
import type { Guarded } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import type { Posts, RosterEvent, RosterSet } from './events.ts'
import { postInUse, unknownGroup, unknownLeave, unknownPersons, unknownPosts } from './refusals.ts'
import {
  EMPTY_REGISTER,
  isHere,
  personIn,
  postsHeldBy,
  type Group,
  type Leave,
  type Person,
  type Register,
  type RegisteredPost,
} from './register.ts'

/** `persons`: ids of the persons, in the same places. */
export type SetRoster = {
  type: 'SetRoster'
  posts: Posts
  persons?: NonNullable<RosterSet['persons']>
}
/** `isNew`: the id was made for this command. */
export type SetPerson = {
  type: 'SetPerson'
  person: Omit<Person, 'left'>
  posts: readonly string[]
  isNew: boolean
}
export type LetPersonLeave = { type: 'LetPersonLeave'; personId: string; reason: Guarded | null }
export type SetPost = { type: 'SetPost'; post: RegisteredPost; isNew: boolean }
export type RemovePost = { type: 'RemovePost'; postId: string }
export type SetGroup = { type: 'SetGroup'; group: Group; isNew: boolean }
export type RemoveGroup = { type: 'RemoveGroup'; groupId: string }
export type SetLeave = { type: 'SetLeave'; leave: Leave; isNew: boolean }
export type RemoveLeave = { type: 'RemoveLeave'; leaveId: string }
export type RosterCommand =
  | SetRoster
  | SetPerson
  | LetPersonLeave
  | SetPost
  | RemovePost
  | SetGroup
  | RemoveGroup
  | SetLeave
  | RemoveLeave

/**
 * `sitePosts`: the ids of the posts of the site's documents and plans, and of those of every site.
 * `shiftsWith`: the names of the shifts that name a post.
 */
export type AroundRegister = {
  sitePosts: ReadonlySet<string>
  shiftsWith?: (postId: string) => readonly LocalizedText[]
}

type Ids = readonly string[]

const isOfSite = ({ name }: RegisteredPost): boolean => name !== null

/** Persons of these ids that are not here. */
const strangers = (register: Register, ids: Ids): Ids =>
  ids.filter((id) => !isHere(personIn(register, id)))

function setPerson(
  register: Register,
  { person, posts, isNew }: SetPerson,
  { sitePosts }: AroundRegister,
): Decision<RosterEvent> {
  if (!isNew && !personIn(register, person.id)) return unknownPersons([person.id])
  const before = postsHeldBy(register, person.id)
  const unknown = posts.filter(
    (id) =>
      !sitePosts.has(id) &&
      !before.includes(id) &&
      !register.posts.some((post) => post.id === id && isOfSite(post)),
  )
  if (unknown.length > 0) return unknownPosts(unknown)
  return accept({ type: 'PersonSet', person, posts })
}

/** A post that it stood for already may stay, since its document may have been taken away. */
function setPost(
  register: Register,
  { post, isNew }: SetPost,
  { sitePosts }: AroundRegister,
): Decision<RosterEvent> {
  const before = register.posts.find(({ id }) => id === post.id)
  const isKnown = isNew || sitePosts.has(post.id) || (before !== undefined && isOfSite(before))
  const unknown = [
    ...(isKnown ? [] : [post.id]),
    ...post.standsFor.filter(
      (id) => id === post.id || (!sitePosts.has(id) && !before?.standsFor.includes(id)),
    ),
  ]
  if (unknown.length > 0) return unknownPosts(unknown)
  const gone = strangers(register, post.substitutes)
  if (gone.length > 0) return unknownPersons(gone)
  const name = sitePosts.has(post.id) ? null : (post.name ?? before?.name ?? null)
  return accept({ type: 'PostSet', post: { ...post, name } })
}

function removePost(
  register: Register,
  { postId }: RemovePost,
  { shiftsWith }: AroundRegister,
): Decision<RosterEvent> {
  const post = register.posts.find(({ id }) => id === postId)
  if (!post) return unknownPosts([postId])
  const shifts = isOfSite(post) ? (shiftsWith?.(postId) ?? []) : []
  return shifts.length > 0 ? postInUse(shifts) : accept({ type: 'PostRemoved', postId })
}

function setGroup(
  register: Register,
  { group, isNew }: SetGroup,
  { sitePosts }: AroundRegister,
): Decision<RosterEvent> {
  const before = register.groups.find(({ id }) => id === group.id)
  if (!isNew && !before) return unknownGroup(group.id)
  // a member of before may be a post of a document that was taken away
  const isPost = (id: string): boolean =>
    sitePosts.has(id) ||
    register.posts.some((post) => post.id === id) ||
    (before?.members.includes(id) ?? false)
  const persons = [
    ...(group.lead === null ? [] : [group.lead]),
    ...group.members.filter((id) => !isPost(id)),
  ]
  const gone = strangers(register, persons)
  return gone.length > 0 ? unknownPersons(gone) : accept({ type: 'GroupSet', group })
}

function setLeave(register: Register, { leave, isNew }: SetLeave): Decision<RosterEvent> {
  if (!isNew && !register.leave.some(({ id }) => id === leave.id)) return unknownLeave(leave.id)
  const gone = strangers(register, [leave.personId])
  return gone.length > 0 ? unknownPersons(gone) : accept({ type: 'LeaveSet', leave })
}

/**
 * A post that the roster holds already may stay in it, since a kind of site may have been taken
 * away.
 */
function setRoster(
  register: Register,
  { posts, persons }: SetRoster,
  { sitePosts }: AroundRegister,
): Decision<RosterEvent> {
  const unknown = Object.keys(posts).filter(
    (id) =>
      !sitePosts.has(id) &&
      !Object.hasOwn(register.holders, id) &&
      !register.posts.some((post) => post.id === id && isOfSite(post)),
  )
  return unknown.length > 0
    ? unknownPosts(unknown)
    : accept({ type: 'RosterSet', posts, ...(persons ? { persons } : {}) })
}

/**
 * What becomes of the register. Refusals: `unknown-post`, `unknown-person`, `unknown-group`,
 * `unknown-leave`, `post-in-use`. Whoever has left already is let go without an event.
 */
export function decideRoster(
  state: Register | null,
  command: RosterCommand,
  around: AroundRegister,
): Decision<RosterEvent> {
  const register = state ?? EMPTY_REGISTER
  switch (command.type) {
    case 'SetRoster':
      return setRoster(register, command, around)
    case 'SetPerson':
      return setPerson(register, command, around)
    case 'LetPersonLeave': {
      const { personId, reason } = command
      const person = personIn(register, personId)
      if (!person) return unknownPersons([personId])
      return person.left ? accept() : accept({ type: 'PersonLeft', personId, reason })
    }
    case 'SetPost':
      return setPost(register, command, around)
    case 'RemovePost':
      return removePost(register, command, around)
    case 'SetGroup':
      return setGroup(register, command, around)
    case 'RemoveGroup':
      return register.groups.some(({ id }) => id === command.groupId)
        ? accept({ type: 'GroupRemoved', groupId: command.groupId })
        : unknownGroup(command.groupId)
    case 'SetLeave':
      return setLeave(register, command)
    case 'RemoveLeave':
      return register.leave.some(({ id }) => id === command.leaveId)
        ? accept({ type: 'LeaveRemoved', leaveId: command.leaveId })
        : unknownLeave(command.leaveId)
    default:
      return unreachable(command)
  }
}
