/** What is arranged of a drill, from checked input to values that are sealed. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Drill, Participant } from '#shared/domain/drill/drill.ts'
import { evaluatesOneself, takesPartTwice } from '#shared/domain/drill/refusals.ts'
import { spelled } from '#shared/domain/places/known.ts'
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

type Named = ParticipantInput | Arranged['leader']

/** The name of a person; null: none is named. */
function nameOf({ personId, person }: Named, context: CommandContext): string | null {
  if (person) return person
  const registered = personId ? personIn(context.memory.register(), personId) : undefined
  return registered ? opened(registered.name, context) : null
}

/** Namesakes of the register are two people; a name alone is whoever goes by it. */
function isSamePerson(someone: Named, other: Named, context: CommandContext): boolean {
  if (someone.personId && other.personId) return someone.personId === other.personId
  const [name, otherName] = [nameOf(someone, context), nameOf(other, context)]
  return name !== null && otherName !== null && spelled(name) === spelled(otherName)
}

const isSameOwner = (owner: Named, other: Named, context: CommandContext): boolean =>
  owner.postId ? owner.postId === other.postId : isSamePerson(owner, other, context)

/** Whether somebody who evaluates, by name, is who leads the drill. */
export async function isLedBy(
  { leader }: Drill,
  person: string,
  { memory }: Pick<CommandContext, 'memory'>,
): Promise<boolean> {
  await memory.fetchValues(leader)
  const name = leader.person ? memory.value(leader.person) : null
  return name !== null && spelled(name) === spelled(person)
}

/** As it is arranged so far, its persons by their names. */
async function arrangedSoFar(
  { leader, evaluator }: Drill,
  { memory }: CommandContext,
): Promise<{ leader: Named; evaluator: Named }> {
  await memory.fetchValues([leader, evaluator])
  const named = ({ post, personId, person }: Drill['leader']): Named => ({
    ...{ postId: post?.id, personId },
    person: personId === null && person ? (memory.value(person) as Personal | null) : null,
  })
  return { leader: named(leader), evaluator: named(evaluator) }
}

/**
 * Posts and persons that nobody knows (`unknown-post`, `unknown-person`); whoever leads and
 * evaluates, too (`same-person`); somebody who takes part twice (`bad-input`). `drill`: which is
 * changed.
 */
export async function refusedPeople(
  input: Partial<Arranged>,
  context: CommandContext,
  drill: Drill | null = null,
): Promise<Refusal | null> {
  const { participants = [] } = input
  const people = [input.leader, input.evaluator, ...participants].flatMap((owner) => owner ?? [])
  const strangers = refusedOwners(people, context)
  if (strangers) return strangers
  const before = drill && (await arrangedSoFar(drill, context))
  const [leader, evaluator] = [input.leader ?? before?.leader, input.evaluator ?? before?.evaluator]
  const isNew = input.leader !== undefined || input.evaluator !== undefined
  if (isNew && leader && evaluator && isSameOwner(leader, evaluator, context))
    return evaluatesOneself()
  const twice = participants.filter((entry, index) =>
    participants.slice(0, index).some((earlier) => isSamePerson(entry, earlier, context)),
  )
  const names = new Set(twice.map((entry) => nameOf(entry, context) ?? ''))
  return names.size > 0 ? takesPartTwice([...names]) : null
}

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
