/** What is recorded of the headquarters of an incident: who forms it, named for this one alone. */
import type { Guarded } from '../../sealed.ts'
import type { LocalizedText } from '../../text.ts'

/**
 * `personId`: of the register; null: somebody who is not in it. `post`: as which they are there,
 * with its name, so that the record reads by itself. `duty`: what they see to, null where nobody
 * said.
 */
export type Member = {
  person: Guarded
  personId: string | null
  post: { id: string; name: LocalizedText } | null
  duty: Guarded | null
}
/** All of them at once; none: it is dissolved. */
export type HeadquartersSet = { type: 'HeadquartersSet'; headquarters: readonly Member[] }
export type SetHeadquarters = { type: 'SetHeadquarters'; headquarters: readonly Member[] }
