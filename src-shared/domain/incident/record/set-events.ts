/** What an answer sets of the incident beside itself, where no other event says it. */
import type { Casualty } from '../../plan/plan.ts'

/**
 * Somebody says whether there are people of this kind: at least one, or none that is known. It
 * counts nobody. `source`: the report itself says so.
 */
export type CasualtiesAnswered = {
  type: 'CasualtiesAnswered'
  kind: Casualty
  some: boolean
  source?: 'report'
}
