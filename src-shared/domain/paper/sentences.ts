/**
 * Cuts the text of a part into sentences: at 。！？； and line ends, never within quotation marks
 * that close again. Nothing is lost: joined, they are the text.
 */
const ENDS = new Set(['。', '！', '？', '；'])
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '《': '》',
  '「': '」',
  '『': '』',
  '‘': '’',
}
/** What may still belong to the sentence after its end. */
const AFTER = new Set(['”', '’', '」', '』', '）', '。', '！', '？', '；'])
const LONGEST_QUOTE = 400 // signs; a mark that never closes swallows no page

/**
 * Tells where a quotation that begins at a position ends; the position itself: it never does.
 */
function quotations(plain: string): (at: number) => number {
  const next = new Map<string, number>() // the mark that closes, looked for once
  return (at) => {
    const closer = CLOSERS[plain.charAt(at)]
    if (closer === undefined) return at
    const known = next.get(closer) ?? -1
    const end = known > at || known === plain.length ? known : plain.indexOf(closer, at + 1)
    next.set(closer, end < 0 ? plain.length : end)
    return end < 0 || end >= plain.length || end - at > LONGEST_QUOTE ? at : end
  }
}

/** Where sentences begin and end, as positions in a text with plain signs. */
export function sentenceSpans(plain: string): readonly (readonly [number, number])[] {
  const spans: [number, number][] = []
  const quoteEndOf = quotations(plain)
  let start = 0
  for (let at = 0; at < plain.length; at += 1) {
    const quoteEnd = quoteEndOf(at)
    const endsInQuote = quoteEnd > at && ENDS.has(plain.charAt(quoteEnd - 1))
    at = quoteEnd
    if (!ENDS.has(plain.charAt(at)) && !(endsInQuote && beginsAnew(plain, at + 1))) continue
    while (at + 1 < plain.length && AFTER.has(plain.charAt(at + 1))) at += 1
    spans.push([start, at + 1])
    start = at + 1
  }
  if (start < plain.length) spans.push([start, plain.length])
  return spans
}

/** Whether a quotation that ends a sentence ends the one around it, too: no mark goes on. */
const beginsAnew = (plain: string, at: number): boolean =>
  at >= plain.length || !/[，、。；：！？”’」』）并且然后的等]/.test(plain.charAt(at))
