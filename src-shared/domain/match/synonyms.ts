/**
 * Ways to say a thing without its usual word: 火苗窜上来 is 着火, 脸色煞白 is 发病. A plan names the usual word,
 * in a trigger or as another name of its type, and then hears all of these. It lists ways of saying
 * and knows no plan.
 */
import { HARM } from './synonyms-harm.ts'
import { PEOPLE } from './synonyms-people.ts'
import { THINGS } from './synonyms-things.ts'

/**
 * Each of `words`, the usual ones, is heard if one of `ways` matches within a clause. The first of
 * `words` names the meaning.
 */
export type Meaning = { words: readonly string[]; ways: readonly RegExp[] }

export const MEANINGS: readonly Meaning[] = [...PEOPLE, ...HARM, ...THINGS]

/** 热线没断 holds the line and the break. */
const DENIED_INSIDE = /(没有?|并?未|不会)(?=[断停坏着漏摔伤死打吵晕倒跳])/

/** 没有打架: then no other way of saying it is sought in the same clause. */
function isDenied({ words }: Meaning, clause: string, denied: RegExp): boolean {
  const named = words.filter((word) => clause.includes(word))
  return named.some((word) => denied.test(clause.slice(0, clause.indexOf(word))))
}

const isSaid = (meaning: Meaning, clause: string, denied: RegExp): boolean =>
  !isDenied(meaning, clause, denied) &&
  meaning.ways.some((way) => {
    const found = way.exec(clause)
    return (
      found !== null && !denied.test(clause.slice(0, found.index)) && !DENIED_INSIDE.test(found[0])
    )
  })

/**
 * The usual words that were meant, each with the name of its meaning. Clauses are parted by commas;
 * `denied` tells what stands before something that is not so.
 */
export function meant(text: string, denied: RegExp): ReadonlyMap<string, string> {
  const clauses = text.split(',')
  return new Map(
    MEANINGS.filter((meaning) => clauses.some((clause) => isSaid(meaning, clause, denied))).flatMap(
      ({ words }) => words.map((word) => [word, words[0] ?? word] as const),
    ),
  )
}
