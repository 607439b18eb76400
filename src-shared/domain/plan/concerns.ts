/** Tells whether a plan or document concerns a site, by its kinds. */

/**
 * Every document concerns a site of kind `all`. `kinds` are those of a plan or document, `site`
 * those of the site (`--site`).
 */
export const concerns = (kinds: readonly string[], site: readonly string[]): boolean =>
  site.includes('all') || kinds.some((kind) => site.includes(kind))
