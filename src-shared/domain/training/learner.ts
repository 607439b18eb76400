/** Somebody who is trained, or who trains: a person of the register, or anybody by name. */
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'

/**
 * `personId`: of the register; null: known by name alone. The name is sealed with the record that
 * it stands in, so that it goes with it; the id stays and is what figures count.
 */
export type Learner = { personId: string | null; person: Sealed }

export const isLearner: is.Form = is.fields<Learner>({
  personId: is.orNull(is.words),
  person: is.sealed,
})

/** By what a learner is counted once: the id, or the seal of a name alone. */
export const learnerKey = ({ personId, person }: Learner): string => personId ?? person.sealed
