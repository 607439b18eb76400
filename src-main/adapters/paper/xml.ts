/**
 * Walks through XML as far as documents of an office need it: tags, attributes, text. A document
 * type is refused, so that no entity of its making is ever expanded and nothing outside is fetched.
 */
import { paperDamaged } from '#shared/domain/paper/refusals.ts'
import { withoutEntities } from '#shared/domain/xml-entities.ts'
import { PaperRefused } from './paper-refused.ts'

/** `name` with its prefix, as documents of an office write it (w:p). */
export type XmlWalker = {
  open: (name: string, attribute: (name: string) => string | null) => void
  close: (name: string) => void
  text: (words: string) => void
}

const DEEPEST = 2_000 // tags within tags; a document has some forty

/** The end of a tag; marks within quotation marks of an attribute end nothing. */
function tagEnd(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charAt(at)
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
  }
  throw new PaperRefused(paperDamaged())
}

const attributeOf =
  (tag: string) =>
  (name: string): string | null => {
    const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
    return match ? withoutEntities(match[1] ?? match[2] ?? '') : null
  }

/** The position after a part that is neither tag nor text; null: it is none. */
function aside(xml: string, at: number): number | null {
  const skip = (mark: string, end: string): number | null => {
    if (!xml.startsWith(mark, at)) return null
    const close = xml.indexOf(end, at + mark.length)
    if (close < 0) throw new PaperRefused(paperDamaged())
    return close + end.length
  }
  if (/^<!(DOCTYPE|ENTITY)/i.test(xml.slice(at, at + 9))) throw new PaperRefused(paperDamaged())
  return skip('<!--', '-->') ?? skip('<?', '?>')
}

/** Throws {@link PaperRefused} for what is no XML, or has a document type. */
export function walkXml(xml: string, walker: XmlWalker): void {
  let depth = 0
  for (let at = 0; at < xml.length;) {
    const tag = xml.indexOf('<', at)
    const words = xml.slice(at, tag < 0 ? xml.length : tag)
    if (words !== '') walker.text(withoutEntities(words))
    if (tag < 0) break
    if (xml.startsWith('<![CDATA[', tag)) {
      const end = xml.indexOf(']]>', tag)
      if (end < 0) throw new PaperRefused(paperDamaged())
      walker.text(xml.slice(tag + 9, end))
      at = end + 3
      continue
    }
    const after = aside(xml, tag)
    if (after !== null) {
      at = after
      continue
    }
    const end = tagEnd(xml, tag + 1)
    const inner = xml.slice(tag + 1, end)
    const name = /^\/?([\w:.-]+)/.exec(inner)?.[1] ?? ''
    if (inner.startsWith('/')) {
      depth -= 1
      walker.close(name)
    } else {
      walker.open(name, attributeOf(inner))
      if (inner.endsWith('/')) walker.close(name)
      else depth += 1
    }
    if (depth > DEEPEST) throw new PaperRefused(paperDamaged())
    at = end + 1
  }
}
