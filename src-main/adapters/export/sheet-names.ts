/** Names of sheets as spreadsheets take them. */

const LONGEST = 31
const FORBIDDEN = /[[\]:*?/\\]/g

/** Cuts between characters, never within one. */
function cut(name: string, length: number): string {
  let short = ''
  for (const sign of name) {
    if (short.length + sign.length > length) break
    short += sign
  }
  return short.trim()
}

/**
 * For each title a name of at most 31 characters, without those that are forbidden, none twice
 * (whatever the case), none that a spreadsheet keeps for itself.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set(['history'])
  return titles.map((title) => {
    const plain =
      cut(
        title
          .replace(FORBIDDEN, ' ')
          .replace(/\s+/g, ' ')
          .replace(/^[\s']+|[\s']+$/g, ''),
        LONGEST,
      ) || 'Sheet'
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n++)
      name = `${cut(plain, LONGEST - ` (${n})`.length)} (${n})`
    taken.add(name.toLowerCase())
    return name
  })
}
