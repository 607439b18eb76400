/**
 * Hears a thing said without its usual word: 火苗窜上来 is 着火, 脸色煞白 is 发病. A plan names the usual
 * word, in a trigger or as another name of its type, and then hears all other ways of saying it.
 */

/**
 * The vocabulary as it is written (resources/matching/synonyms.yaml). `classes`: by name, words or
 * characters for which `{name}` stands; a class may use those before it. The lines of a pattern are
 * alternatives of one regular expression.
 */
export type SynonymData = {
  classes: Readonly<Record<string, string | readonly string[]>>
  synonyms: readonly {
    words: readonly string[]
    patterns: readonly (readonly string[])[]
  }[]
}

/**
 * Each of `words`, the usual ones, is heard if one of `patterns` matches within a clause. The first
 * of `words` names the meaning.
 */
export type SynonymSet = { words: readonly string[]; patterns: readonly RegExp[] }

/** Throws for a class that is not defined, and for a pattern that is no regular expression. */
export function compileSynonyms({ classes, synonyms }: SynonymData): readonly SynonymSet[] {
  const compiled = new Map<string, string>()
  const fill = (alternatives: readonly string[]): string =>
    alternatives.join('|').replace(/\{([a-z]+)\}/g, (_, name: string) => {
      const source = compiled.get(name)
      if (source === undefined) throw new Error(`synonyms: no class {${name}}`)
      return source
    })
  for (const [name, content] of Object.entries(classes))
    compiled.set(name, typeof content === 'string' ? content : `(?:${fill(content)})`)
  return synonyms.map(({ words, patterns }) => ({
    words,
    patterns: patterns.map((alternatives) => new RegExp(fill(alternatives))),
  }))
}

/** A denial inside of what a pattern matches: 热线没断 has 热线 and 断, and says that it did not break. */
const DENIED_INSIDE = /(没有?|并?未|不会)(?=[断停坏着漏摔伤死打吵晕倒跳])/

/** Whether a clause denies a usual word, as 没有打架 does: then no pattern may imply it there. */
function isDenied({ words }: SynonymSet, clause: string, denied: RegExp): boolean {
  const usual = words.filter((word) => clause.includes(word))
  return usual.some((word) => denied.test(clause.slice(0, clause.indexOf(word))))
}

const isImplied = (set: SynonymSet, clause: string, denied: RegExp): boolean =>
  !isDenied(set, clause, denied) &&
  set.patterns.some((pattern) => {
    const match = pattern.exec(clause)
    return (
      match !== null && !denied.test(clause.slice(0, match.index)) && !DENIED_INSIDE.test(match[0])
    )
  })

/**
 * The usual words that are implied, each with the name of its meaning. Clauses are parted by
 * commas; `denied` matches the end of what stands before something that is not so.
 */
export function impliedWords(
  text: string,
  denied: RegExp,
  synonyms: readonly SynonymSet[],
): ReadonlyMap<string, string> {
  const clauses = text.split(',')
  return new Map(
    synonyms
      .filter((set) => clauses.some((clause) => isImplied(set, clause, denied)))
      .flatMap(({ words }) => words.map((word) => [word, words[0] ?? word] as const)),
  )
}
