/**
 * Defines what the matching of a narrative to plans works on, and the proposals that it answers
 * with.
 */
import type { IncidentType, Plan } from '../plan/plan.ts'
import type { RegisteredPlace } from '../places/place.ts'
import type { LocalizedText } from '../text.ts'
import type { Learned } from './learned.ts'
import type { SynonymSet } from './synonyms.ts'

/**
 * A plan proposed for what a caller said, with the reason and the words that decided it (as the
 * plans write them). A person decides. `preselected`: Enter starts it; none is where two
 * inconveniences lie near each other, and where nothing was recognised (`words` is empty then).
 */
export type Proposal = {
  planId: string
  type: string | null
  place?: string
  title: LocalizedText
  reason: LocalizedText
  words: readonly string[]
  preselected: boolean
}

/** Reads Chinese in Latin letters: `大厅` → [`da`, `ting`]; what is not Chinese is left out. */
export type Syllables = (text: string) => readonly string[]

export type Sources = {
  plans: readonly Plan[]
  types: readonly IncidentType[]
  synonyms: readonly SynonymSet[]
  syllables: Syllables
  sayings?: Learned // without them the rules hear alone
  drill?: boolean // what is told of a drill is then the report
  type?: string | null // what a person knows it to be
  places?: readonly RegisteredPlace[] // the site's register
  isOwn?: (plan: Plan) => boolean // it is the site's own, none that came with the program
}
