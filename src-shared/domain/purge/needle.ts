/** How a name or number is looked for: blanks, hyphens and capital letters make no difference. */

/** At least so many characters, or half of the record would be found. */
export const SHORTEST_NEEDLE = 2

export const compact = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '')
