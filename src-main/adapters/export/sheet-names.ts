/** Makes names of sheets that spreadsheets accept. */

const LONGEST = 31
const FORBIDDEN = /[[\]:*?/\\]/g

/** Cuts between characters, never within a character. */
function cut(name: string, length: number): string {
  let short = ''
  for (const sign of name) {
    if (short.length + sign.length > length) break
    short += sign
  }
  return short.trim()
}

/**
 * For each title a name of at most 31 characters, without forbidden characters, unique regardless
 * of case, and not reserved by spreadsheets.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const used = new Set(['history'])
  return titles.map((title) => {
    const base =
      cut(
        title
          .replace(FORBIDDEN, ' ')
          .replace(/\s+/g, ' ')
          .replace(/^[\s']+|[\s']+$/g, ''),
        LONGEST,
      ) || 'Sheet'
    let name = base
    for (let n = 2; used.has(name.toLowerCase()); n++)
      name = `${cut(base, LONGEST - ` (${n})`.length)} (${n})`
    used.add(name.toLowerCase())
    return name
  })
}
