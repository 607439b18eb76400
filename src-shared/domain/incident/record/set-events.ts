/** What an answer sets of the incident beside itself, where no other event says it. */
import type { PeopleKind } from './scales.ts'

/**
 * Somebody says whether there are people of this kind: at least one, or none that is known. It
 * counts nobody. `source`: the report itself says so.
 */
export type CasualtiesAnswered = {
  type: 'CasualtiesAnswered'
  kind: PeopleKind
  some: boolean
  source?: 'report'
}
