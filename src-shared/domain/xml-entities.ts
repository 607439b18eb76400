/** The entities that every XML has, and the numbers of signs; nothing that a file defines. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
const BLANKS: ReadonlySet<number> = new Set([9, 10, 13])

/** The sign of a code point; none for a control sign, half a pair, or what is past the last. */
function signOf(code: number): string {
  const isSign = code > 31 || BLANKS.has(code)
  const isHalf = code >= 0xd800 && code <= 0xdfff
  return isSign && !isHalf && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The text with its entities resolved; another one stays as it is written. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[\da-f]{1,7}|[a-z]+);/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return ENTITIES[name] ?? whole
        return signOf(
          /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
        )
      })
    : text
