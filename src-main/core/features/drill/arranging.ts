/** What is arranged of a drill, from checked input to values that are sealed. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Participant } from '#shared/domain/drill/drill.ts'
import type { Inject } from '#shared/domain/drill/inject.ts'
import type { Arrangement } from '#shared/domain/drill/stream.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import type { CommandContext, Sealing } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { opened } from '../people/register.ts'

type Arranged = Omit<Parsed<'drill/arrange'>, 'planId'>
type InjectInput = Parsed<'drill/improvise'>
type ParticipantInput = Arranged['participants'][number]

/** Without its id; `within`, like `after`, in ms. */
export const injectIn = (
  { words, to, expects, stepId, within }: Omit<InjectInput, 'drillId'>,
  { seal, sealOrNull }: Sealing,
): Omit<Inject, 'id' | 'after'> => ({
  words: seal(words),
  to: sealOrNull(to),
  expects: sealOrNull(expects),
  stepId: stepId ?? null,
  within: within ?? null,
})

export const scriptIn = (script: Arranged['script'], sealing: Sealing): readonly Inject[] =>
  script.map(({ after, ...inject }, index) => ({
    id: `n${index + 1}`,
    after: after ?? null,
    ...injectIn(inject, sealing),
  }))

/** A name of the register is sealed anew, since it goes with the values of the drill. */
function participantIn(
  { postId, personId, person }: ParticipantInput,
  index: number,
  { seal }: Sealing,
  context: CommandContext,
): Participant {
  const registered = personId ? personIn(context.memory.register(), personId) : undefined
  const name = person ?? (registered ? (opened(registered.name, context) as Personal) : null)
  return {
    id: `p${index + 1}`,
    post: postId ? { id: postId, name: postNames(context)(postId) } : null,
    person: name === null ? null : seal(name),
    personId: personId ?? null,
  }
}

/** Posts and persons that nobody knows. */
export const refusedPeople = (
  { leader, evaluator, participants = [] }: Partial<Arranged>,
  context: CommandContext,
): Refusal | null =>
  refusedOwners(
    [leader, evaluator, ...participants].flatMap((owner) => owner ?? []),
    context,
  )

/** What is there of it; what is left out stays so. */
export function arrangementIn(
  input: Partial<Arranged>,
  sealing: Sealing,
  context: CommandContext,
): Partial<Arrangement> {
  const { form, purpose, day, place, narrative, leader, evaluator, participants, script } = input
  const { setBackMs } = input
  return {
    ...(form === undefined ? {} : { form }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(day === undefined ? {} : { day }),
    ...(place === undefined ? {} : { place: sealing.seal(place) }),
    ...(narrative === undefined ? {} : { narrative: sealing.seal(narrative) }),
    ...(leader === undefined ? {} : { leader: ownerOf(leader, sealing, context) }),
    ...(evaluator === undefined ? {} : { evaluator: ownerOf(evaluator, sealing, context) }),
    ...(participants === undefined
      ? {}
      : {
          participants: participants.map((participant, index) =>
            participantIn(participant, index, sealing, context),
          ),
        }),
    ...(setBackMs === undefined ? {} : { setBack: setBackMs }),
    ...(script === undefined ? {} : { script: scriptIn(script, sealing) }),
  }
}
