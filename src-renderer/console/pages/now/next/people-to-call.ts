/**
 * The people that the shown step is about to ring: those of its calls, else its owner; where they
 * did not answer, whoever stands in for them and then who is above.
 */
import type { CallLink } from '#shared/contract/calls.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardStep } from '#shared/domain/board/types.ts'
import { contactsOf, postOf, type Contact, type People } from '#renderer/console/base/contacts.ts'
import { nextToCall, type Candidate, type Instead, type Tried } from '../calls/next-to-call.ts'

export type Dial = Contact & { who: LocalizedText }
export type PersonToCall = Dial & {
  kind: 'call' | 'owner'
  postId: string | null // which they are rung for
  instead: readonly Contact[] // of the same post: any of them will do
  also: readonly Dial[] // the further calls of the step
  why?: Instead // absent: it is the first
}

type Calling = Pick<BoardStep, 'planId' | 'calls' | 'roleId' | 'role'>
/** Who comes after whom, and what was tried; left out, the first is rung. */
export type Chain = { linksOf: (postId: string | null) => readonly CallLink[]; tried: Tried }

type Dialled = Pick<PersonToCall, 'kind' | 'postId' | 'who' | 'also'> & { all: readonly Contact[] }

function dialled(
  step: Calling,
  steps: readonly Pick<BoardStep, 'planId' | 'roleId' | 'role'>[],
  people: People,
): Dialled | null {
  const dials = step.calls
    .map((call) => ({ call, who: call.who, all: contactsOf(call, step, steps, people) }))
    .sort((a, b) => Number(a.all[0]?.number === null) - Number(b.all[0]?.number === null))
  const [main, ...others] = dials
  if (main)
    return {
      kind: 'call',
      postId: postOf(main.call, step, steps),
      who: main.who,
      also: others.flatMap(({ who, all }) => (all[0] ? [{ ...all[0], who }] : [])),
      all: main.all,
    }
  const all = (people.posts?.[step.roleId] ?? [])
    .filter(({ phone }) => phone !== '')
    .map(({ person, phone }) => ({ person, number: phone }))
  return all.length > 0
    ? { kind: 'owner', postId: step.roleId, who: step.role, also: [], all }
    : null
}

/** The one with a number first; null if the step rings nobody and its owner has no number. */
export function whomToCall(
  step: Calling,
  steps: readonly Pick<BoardStep, 'planId' | 'roleId' | 'role'>[],
  people: People,
  chain?: Chain,
): PersonToCall | null {
  const dial = dialled(step, steps, people)
  const [first] = dial?.all ?? []
  if (!dial || !first) return null
  const { all, ...whom } = dial
  const next = chain && nextToCall(all, chain.linksOf(dial.postId), chain.tried)
  const chosen: Candidate = next?.callee ?? first
  const { link, ...callee } = chosen
  // a post with nobody on it and no number is no way to anybody
  const rest = all.filter(
    ({ person, number }) =>
      (person !== null || number !== null) &&
      (person !== callee.person || number !== callee.number),
  )
  return {
    ...whom,
    ...callee,
    who: link?.post ?? whom.who,
    instead: next?.instead ? [] : rest,
    ...(next?.instead ? { why: next.instead } : {}),
  }
}
