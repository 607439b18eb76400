/**
 * The stream of the register of people. It began as the roster, of which each event said the whole;
 * those events stand as they were written.
 */
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import { evolveRegister, type Posts, type RosterEvent } from './events.ts'
import {
  PHONE_KINDS,
  type Group,
  type Holder,
  type Leave,
  type Person,
  type Phone,
  type Register,
  type RegisteredPost,
} from './register.ts'

export type { Posts, RosterEvent, RosterSet } from './events.ts'

const isRegister = is.fields<Register>({
  persons: is.list(
    is.fields<Person>({
      id: is.words,
      name: is.guarded,
      phones: is.list(is.fields<Phone>({ number: is.guarded, kind: is.oneOf(PHONE_KINDS) })),
      left: is.maybe(is.flag),
    }),
  ),
  posts: is.list(
    is.fields<RegisteredPost>({
      id: is.words,
      name: is.orNull(is.text),
      standsFor: is.list(is.words),
      substitutes: is.list(is.words),
      minimum: is.maybe(is.number),
      outside: is.maybe(is.flag),
      necessary: is.maybe(is.flag),
    }),
  ),
  groups: is.list(
    is.fields<Group>({
      id: is.words,
      name: is.text,
      lead: is.orNull(is.words),
      members: is.list(is.words),
    }),
  ),
  leave: is.list(
    is.fields<Leave>({
      id: is.words,
      personId: is.words,
      from: is.words,
      until: is.words,
      reason: is.orNull(is.guarded),
    }),
  ),
  holders: is.map(is.list(is.fields<Holder>({ person: is.words, phone: is.guarded }))),
  begun: is.flag,
  identified: is.flag,
})

/** Who holds which post for good, as a roster says it; null while nobody has said. */
export function postsOf(register: Register | null): Posts | null {
  if (!register?.begun) return null
  const names = new Map(register.persons.map(({ id, name }) => [id, name]))
  return Object.fromEntries(
    Object.entries(register.holders).map(([post, people]) => [
      post,
      people.flatMap(({ person, phone }) => {
        const name = names.get(person)
        return name === undefined ? [] : [{ person: name, phone }]
      }),
    ]),
  )
}

/**
 * Null before the first event. A record of an older program has the document `roster` alone; what
 * is more than that stands in `register`.
 */
export const rosterStream = defineStream<
  Register | null,
  RosterEvent,
  { roster: Posts; register: Register }
>({
  name: 'roster',
  initial: () => null,
  evolve: evolveRegister,
  documents: {
    roster: {
      of: postsOf,
      name: localized('值班表', 'the roster'),
      hasForm: is.map(
        is.list(is.fields<Posts[string][number]>({ person: is.guarded, phone: is.guarded })),
      ),
    },
    register: {
      of: (register) => (register?.identified ? register : null),
      name: localized('人员登记', 'the register of people'),
      hasForm: isRegister,
    },
  },
})
