/**
 * The one of a post who is rung next: those that are listed for it, then whoever stands in and who
 * is above, with why it is this one.
 */
import type { CallLink } from '#shared/contract/calls.ts'
import { nextCallee, type Attempt, type Missed } from '#shared/domain/calls/next.ts'
import type { LinkKind } from '#shared/domain/calls/chain.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Contact } from '#renderer/console/base/contacts.ts'

/** `link`: of the chain; absent: one of those who are listed. */
export type Candidate = Contact & { link?: { kind: LinkKind; post: LocalizedText } }
/** Why it is this one: who did not answer before, and that it begins anew. */
export type Instead = { missed: readonly Missed<Candidate>[]; again: boolean }
export type Chosen = { callee: Candidate; instead: Instead | null }

/** What was tried so far, for which step, and the instant (UTC ms). */
export type Tried = { calls: readonly Attempt[]; stepId: string; now: number }

/** `contacts`: as they are listed, never empty. Whoever has no number is not rung. */
export function nextToCall(
  contacts: readonly Contact[],
  links: readonly CallLink[],
  { calls, stepId, now }: Tried,
): Chosen | null {
  const others = links
    .filter(
      ({ person, number }) =>
        !contacts.some((contact) => contact.person === person || contact.number === number),
    )
    .map(({ person, number, kind, post }): Candidate => ({ person, number, link: { kind, post } }))
  const next = nextCallee<Candidate>([...contacts, ...others], calls, stepId, now)
  if (!next) return null
  const { callee, missed, again } = next
  return { callee, instead: missed.length > 0 ? { missed, again } : null }
}
