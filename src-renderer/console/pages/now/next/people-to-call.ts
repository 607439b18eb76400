/** The people that the shown step is about to ring: those of its calls, else its owner. */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardStep } from '#shared/domain/board/types.ts'
import { contactsOf, type Contact, type People } from '#renderer/console/base/contacts.ts'

export type Dial = Contact & { who: LocalizedText }
export type PersonToCall = Dial & {
  kind: 'call' | 'owner'
  instead: readonly Contact[] // of the same post: any of them will do
  also: readonly Dial[] // the further calls of the step
}

type Calling = Pick<BoardStep, 'planId' | 'calls' | 'roleId' | 'role'>

/** The one with a number first; null if the step rings nobody and its owner has no number. */
export function whomToCall(
  step: Calling,
  steps: readonly Pick<BoardStep, 'planId' | 'roleId' | 'role'>[],
  people: People,
): PersonToCall | null {
  const dials = step.calls
    .map((call) => ({ who: call.who, all: contactsOf(call, step, steps, people) }))
    .sort((a, b) => Number(a.all[0]?.number === null) - Number(b.all[0]?.number === null))
  const [main, ...others] = dials
  const first = main?.all[0]
  if (main && first) {
    return {
      ...first,
      kind: 'call',
      who: main.who,
      instead: main.all.slice(1),
      also: others.flatMap(({ who, all }) => (all[0] ? [{ ...all[0], who }] : [])),
    }
  }
  const [owner, ...instead] = (people.posts?.[step.roleId] ?? [])
    .filter(({ phone }) => phone !== '')
    .map(({ person, phone }) => ({ person, number: phone }))
  return owner ? { ...owner, kind: 'owner', who: step.role, instead, also: [] } : null
}
