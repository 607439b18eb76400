/**
 * Rosters of an older program name persons without ids. Who is the same person in them is told by
 * the name and the number together, once these are opened.
 */
import type { Recorded } from '../decision.ts'
import { isSealed, type Guarded, type Open } from '../sealed.ts'
import { evolveRegister, inOneOrder, type Posts, type RosterSet } from './events.ts'
import type { Register } from './register.ts'

const opened = (value: Guarded, open: Open): string | null =>
  isSealed(value) ? open(value) : value

/**
 * The event that says who is who in a roster of an older program, as its own next event would: the
 * same people at the same posts, each person with one id, and each value under one seal. A value
 * that was purged is nobody's but its own. `anew`: how a value is written that an older record has
 * in clear.
 */
export function identifying(
  posts: Posts,
  open: Open,
  anew: (value: Guarded) => Guarded = (value) => value,
): RosterSet {
  const ids = new Map<string, string>()
  const seals = new Map<string, Guarded>()
  const alike = (value: Guarded): Guarded => {
    const plain = opened(value, open)
    if (plain === null) return value
    const first = seals.get(plain) ?? anew(value)
    seals.set(plain, first)
    return first
  }
  let count = 0
  const idOf = (name: Guarded, phone: Guarded): string => {
    const [plain, number] = [opened(name, open), opened(phone, open)]
    if (plain === null || number === null) return `roster-${(count += 1)}`
    const key = JSON.stringify([plain, number])
    const id = ids.get(key) ?? `roster-${(count += 1)}`
    ids.set(key, id)
    return id
  }
  const entries = inOneOrder(posts)
  return {
    type: 'RosterSet',
    posts: Object.fromEntries(
      entries.map(([post, people]) => [
        post,
        people.map(({ person, phone }) => ({ person: alike(person), phone: alike(phone) })),
      ]),
    ),
    persons: Object.fromEntries(
      entries.map(([post, people]) => [
        post,
        people.map(({ person, phone }) => idOf(person, phone)),
      ]),
    ),
  }
}

/** The register that a roster of an older program is, with everybody in it once. */
export function registerOf(posts: Posts, open: Open): Register {
  const event: Recorded<RosterSet> = { ...identifying(posts, open), at: 0, by: '' }
  return evolveRegister(null, event)
}
