/**
 * What handlers of the register of people share: the register that a command is decided on, its
 * persons with opened values, and the posts that people can hold.
 */
import { OUTSIDE_UNITS } from '#shared/domain/roster/outside-units.ts'
import { SITE_POSTS } from '#shared/domain/roster/site-posts.ts'
import { evolveRegister, type RosterEvent } from '#shared/domain/roster/events.ts'
import { identifying } from '#shared/domain/roster/identify.ts'
import {
  EMPTY_REGISTER,
  isHere,
  postsHeldBy,
  type Register,
} from '#shared/domain/roster/register.ts'
import { rosterStream } from '#shared/domain/roster/stream.ts'
import type { KnownPerson } from '#shared/domain/roster/who-is-who.ts'
import { isSealed, type Guarded } from '#shared/domain/sealed.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Decision, Refusal } from '#shared/domain/decision.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { sealer, type CommandContext, type StationContext } from '../handler.ts'

type Around = Pick<StationContext, 'memory' | 'library'>

/** A value of the register as it can be read; what was purged is empty. */
export const opened = (value: Guarded, { memory }: Pick<StationContext, 'memory'>): string =>
  isSealed(value) ? (memory.value(value) ?? '') : value

/** The persons of the register who are here, with opened values. */
export function knownPersons(context: Pick<StationContext, 'memory'>): readonly KnownPerson[] {
  const register = context.memory.register() ?? EMPTY_REGISTER
  return register.persons.filter(isHere).map(({ id, name, phones }) => ({
    id,
    name: opened(name, context),
    phones: phones.map(({ number }) => opened(number, context)),
    posts: postsHeldBy(register, id),
  }))
}

const rolesOf = ({ library }: Around) => [
  ...library.plans().flatMap(({ roles }) => roles),
  ...library.roles(),
]

/** Every id that a roster may name: posts of the site's documents and plans, and units outside. */
export const sitePostIds = (context: Around): ReadonlySet<string> =>
  new Set([
    ...Object.keys(SITE_POSTS),
    ...Object.keys(OUTSIDE_UNITS),
    ...rolesOf(context).map(({ id }) => id),
  ])

/** Those of them that people of the site can hold, and those that the site made itself. */
export function staffPostIds(context: Around): ReadonlySet<string> {
  const others = new Set(
    rolesOf(context)
      .filter(({ kind }) => kind === 'external' || kind === 'anyone')
      .map(({ id }) => id),
  )
  const ofSite = (context.memory.register()?.posts ?? []).flatMap(({ id, name }) =>
    name ? [id] : [],
  )
  return new Set([
    ...Object.keys(SITE_POSTS),
    ...rolesOf(context).flatMap(({ id }) => (others.has(id) ? [] : [id])),
    ...ofSite,
  ])
}

/**
 * What a command on the register needs. `like`: a value under the seal that one of these has
 * already, else under a new one, so that the same number stays the same. `record`: the changes of a
 * decision; a roster of an older program is told apart by persons first.
 */
export type RegisterWork = {
  register: Register | null
  seal: (value: Personal) => Guarded
  like: (value: Personal, known: readonly Guarded[]) => Guarded
  record: (decision: Decision<RosterEvent>, reply?: Json) => Changes | Refusal
}

export function registerWork({ memory, meta, vault }: CommandContext): RegisterWork {
  const { seal, seals } = sealer(vault, rosterStream.nameOf(''))
  const posts = memory.posts()
  const recorded = memory.documents.get('register', 'roster')
  const anew = (value: Guarded): Guarded =>
    isSealed(value) || value === '' ? value : seal(value as string as Personal)
  return {
    register: memory.register(),
    seal,
    like: (value, known) =>
      known.find((other) => isSealed(other) && memory.value(other) === value) ?? seal(value),
    record(decision, reply) {
      if (!decision.ok) return decision
      const old = recorded === null && decision.events.length > 0 ? posts : null
      const state = old
        ? evolveRegister(null, { type: 'RosterSet', posts: old, ...meta })
        : recorded
      const first = old ? [identifying(old, memory.value, anew)] : []
      const events = [...first, ...decision.events]
      const changes = recordDecision(rosterStream, '', state, { ok: true, events }, meta, reply)
      return changes.ok ? { ...changes, seals } : changes
    },
  }
}
