/** Reads a sentence of a paper as steps for the drafts that are made of it. */
import { stepsOfSentence } from '../paper/sentence-steps.ts'
import type { PaperPost } from '../paper/paper.ts'
import { LONGEST_QUOTE } from '../plan/clause.ts'
import { mapOf, wordIn } from './json.ts'
import type { StepsOf } from './use-sentence.ts'

/**
 * What the rules of reading make of it for the posts of the document; null: no act that they know,
 * or longer than any quotation, for the rules run within the station here.
 */
export const readSentence: StepsOf = ({ text }, document) => {
  if (text.length > LONGEST_QUOTE) return null
  const posts = Object.entries(mapOf(document['roles'])).map(([id, role]): PaperPost => {
    const aliases = mapOf(role)['aliases']
    return {
      ...{ id, name: wordIn(mapOf(role)['name']) ?? id },
      ...(Array.isArray(aliases) && { aliases: aliases.map(String) }),
    }
  })
  return stepsOfSentence(text, posts)
}
