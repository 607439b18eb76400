/**
 * Splits the caller's words into the parts that decided a proposal, underlined in the field, and
 * the rest.
 */
export type Mark = { text: string; marked: boolean }

/**
 * Cuts `narrative` into parts; a part is marked where one of `words` stands (case of Latin letters
 * does not matter).
 */
export function marks(narrative: string, words: readonly string[]): Mark[] {
  const hay = narrative.toLowerCase()
  const marked = new Array<boolean>(narrative.length).fill(false)
  for (const word of words) {
    const needle = word.toLowerCase()
    if (needle === '' || hay.length !== narrative.length) continue
    for (
      let index = hay.indexOf(needle);
      index >= 0;
      index = hay.indexOf(needle, index + needle.length)
    )
      marked.fill(true, index, index + needle.length)
  }
  const parts: Mark[] = []
  for (let at = 0; at < narrative.length; at++) {
    const last = parts.at(-1)
    if (last && last.marked === marked[at]) last.text += narrative[at]
    else parts.push({ text: narrative[at] ?? '', marked: marked[at] ?? false })
  }
  return parts
}
