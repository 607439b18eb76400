/** What handlers of training share: its record, who is here, and learners with their seals. */
import { localDate } from '#shared/domain/calendar.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { unknownPersons } from '#shared/domain/roster/refusals.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import type { SignOffs } from '#shared/domain/sign-off/sign-off.ts'
import type { TrainingState } from '#shared/domain/training/figures.ts'
import type { Learner } from '#shared/domain/training/learner.ts'
import {
  staffOf,
  type Staff,
  type Terms,
  type TrainingTime,
} from '#shared/domain/training/standing.ts'
import { policyFor, type PolicyRule } from '#shared/domain/policies/policy.ts'
import type { Sealing, StationContext } from '../handler.ts'
import { policiesAt } from '../readiness/around.ts'
import { opened } from '../people/register.ts'

type Around = Pick<StationContext, 'memory'>
export type LearnerInput = {
  personId?: string | null | undefined
  person?: Personal | null | undefined
}

/** The staff on the local day of an instant (UTC ms). */
export const staffAt = ({ memory }: Around, at: number): Staff =>
  staffOf(memory.register(), memory.duty(), localDate(at, memory.site.zone))

export const signOffsByPlan = ({ memory }: Around): ReadonlyMap<string, SignOffs> =>
  memory.documents.all('sign-offs')

/** All that the figures of training are of; `now` in UTC ms. */
export const trainingState = (context: Around, now: number): TrainingState => ({
  courses: [...context.memory.documents.all('training-course').values()],
  sessions: [...context.memory.documents.all('training-session').values()],
  signOffs: [...signOffsByPlan(context).values()],
  staff: staffAt(context, now),
})

/** A site without a policy of training repeats nothing by itself. */
const NO_POLICY: Terms = { months: 0, remindDays: 0 }
/** As the policy of training has it, which counts in months. */
export function termsIn(policies: readonly PolicyRule[]): Terms {
  const policy = policyFor(policies, 'training')
  return policy?.unit === 'months'
    ? { months: policy.value, remindDays: policy.remindDays }
    : NO_POLICY
}

export const timeAt = (
  context: Pick<StationContext, 'memory' | 'library'>,
  now: number,
): TrainingTime => ({
  ...{ now, zone: context.memory.site.zone },
  usual: termsIn(policiesAt(context)),
})

/** Persons whom the register does not have: `unknown-person`. */
export function refusedLearners(
  learners: readonly LearnerInput[],
  { memory }: Around,
): Refusal | null {
  const register = memory.register()
  const strangers = learners.flatMap(({ personId }) =>
    personId && !personIn(register, personId) ? [personId] : [],
  )
  return strangers.length > 0 ? unknownPersons(strangers) : null
}

/**
 * Learners as the record has them, each once. One of `before` keeps the seal that it has; a name of
 * the register is sealed anew, since it goes with the values of what it stands in.
 */
export function learnersOf(
  inputs: readonly LearnerInput[],
  before: readonly Learner[],
  { seal }: Pick<Sealing, 'seal'>,
  { memory }: Around,
): readonly Learner[] {
  const register = memory.register()
  const learners = new Map<string, Learner>()
  for (const { personId = null, person = null } of inputs) {
    const name = person ?? opened(personIn(register, personId ?? '')?.name ?? '', { memory })
    const key = personId ?? name
    const known = before.find((learner) =>
      personId
        ? learner.personId === personId
        : learner.personId === null && memory.value(learner.person) === name,
    )
    if (!learners.has(key)) learners.set(key, known ?? { personId, person: seal(name as Personal) })
  }
  return [...learners.values()]
}

/** {@link learnersOf} of one. */
export const learnerOf = (
  input: LearnerInput,
  before: readonly Learner[],
  sealing: Pick<Sealing, 'seal'>,
  context: Around,
): Learner => {
  const [learner] = learnersOf([input], before, sealing, context)
  if (!learner) throw new Error('a learner has an id or a name')
  return learner
}
