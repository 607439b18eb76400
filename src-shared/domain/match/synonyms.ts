/**
 * Hears a thing said without its usual word: 火苗窜上来 is 着火, 脸色煞白 is 发病. A plan names the usual
 * word, in a trigger or as another name of its type, and then hears all other ways of saying it.
 */

/**
 * The vocabulary as it is written (resources/matching/synonyms.yaml). `classes`: by name, words or
 * characters for which `{name}` stands; a class may use those before it. The lines of a pattern are
 * alternatives of one regular expression. `across`: what is told in several clauses, all of one
 * list must be heard, each wherever it stands. `unless`: where one of these stands, it means
 * another thing. `scene`: it says who it was or where, and not what happened. `guess`: heard only
 * where nothing else was.
 */
export type SynonymData = {
  classes: Readonly<Record<string, string | readonly string[]>>
  synonyms: readonly {
    words: readonly string[]
    patterns: readonly (readonly string[])[]
    across?: readonly (readonly string[])[] | undefined
    unless?: readonly string[] | undefined
    scene?: Scene | undefined
    guess?: boolean | undefined
  }[]
}

export type Scene = 'who' | 'where'

/**
 * Each of `words`, the usual ones, is heard if one of `patterns` matches within a clause, or all of
 * a list of `across` do, and nothing of `unless`. The first of `words` names the meaning.
 */
export type SynonymSet = {
  words: readonly string[]
  patterns: readonly RegExp[]
  across: readonly (readonly RegExp[])[]
  unless: RegExp | null
  scene: Scene | null
  guess: boolean
}

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
  const expression = (alternatives: readonly string[]): RegExp => new RegExp(fill(alternatives))
  return synonyms.map(({ words, patterns, across = [], unless, scene = null, guess = false }) => ({
    words,
    patterns: patterns.map(expression),
    across: across.map((parts) => parts.map((part) => expression([part]))),
    unless: unless ? expression(unless) : null,
    scene,
    guess,
  }))
}

/** The usual words that tell what happened, and not who it was or where. */
export const wordsOfEvents = (synonyms: readonly SynonymSet[]): readonly string[] =>
  synonyms.filter(({ scene }) => scene === null).flatMap(({ words }) => words)

/** A denial inside of what a pattern matches: 热线没断 has 热线 and 断, and says that it did not break. */
const DENIED_INSIDE = /(没有?|并?未|不会)(?=[断停坏着漏摔伤死打吵晕倒跳])/

/** Whether a clause denies a usual word, as 没有打架 does: then no pattern may imply it there. */
function isDenied({ words }: SynonymSet, clause: string, denied: RegExp): boolean {
  const usual = words.filter((word) => clause.includes(word))
  return usual.some((word) => denied.test(clause.slice(0, clause.indexOf(word))))
}

function isHeard(pattern: RegExp, clause: string, denied: RegExp): boolean {
  const match = pattern.exec(clause)
  return (
    match !== null && !denied.test(clause.slice(0, match.index)) && !DENIED_INSIDE.test(match[0])
  )
}

function isImplied(set: SynonymSet, clauses: readonly string[], denied: RegExp): boolean {
  const open = clauses.filter((clause) => !isDenied(set, clause, denied))
  const heard = (pattern: RegExp): boolean =>
    open.some((clause) => isHeard(pattern, clause, denied))
  return (
    (set.patterns.some(heard) || set.across.some((parts) => parts.every(heard))) &&
    !clauses.some((clause) => set.unless?.test(clause))
  )
}

/** The sets that guess, to be heard as the others are. */
export const guessesOf = (synonyms: readonly SynonymSet[]): readonly SynonymSet[] =>
  synonyms.filter(({ guess }) => guess).map((set) => ({ ...set, guess: false }))

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
      .filter((set) => !set.guess && isImplied(set, clauses, denied))
      .flatMap(({ words }) => words.map((word) => [word, words[0] ?? word] as const)),
  )
}
