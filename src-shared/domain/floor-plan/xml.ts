/**
 * Reads the elements of an XML text, strictly and without doing anything that it says: entities are
 * not resolved, nothing is fetched, what is not well formed is refused.
 */
import { withoutEntities } from '../xml-entities.ts'

/** `name` as it is written, with its prefix. `words`: the text that stands in it directly. */
export type XmlElement = {
  name: string
  attributes: ReadonlyMap<string, string>
  words: string
  children: readonly XmlElement[]
}
type Open = {
  name: string
  attributes: ReadonlyMap<string, string>
  words: string
  children: XmlElement[]
}

/** More than any drawing of a floor has, and no more than a page can draw. */
const MOST_ELEMENTS = 20_000
const MOST_LEVELS = 60

const NAME = /[A-Za-z_][\w:.-]*/y
const ATTRIBUTE = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const TAG_END = /\s*(\/?)>/y

/** Where what begins at `from` and is none of a drawing ends; -1: it does not. */
function endOfAside(text: string, from: number): number {
  const ends = (mark: string): number => {
    const at = text.indexOf(mark, from)
    return at < 0 ? -1 : at + mark.length
  }
  if (text.startsWith('<!--', from)) return ends('-->')
  if (text.startsWith('<![CDATA[', from)) return ends(']]>')
  if (text.startsWith('<?', from)) return ends('?>')
  const end = ends('>')
  const subset = text.indexOf('[', from)
  if (subset < 0 || subset > end) return end
  const closed = text.indexOf(']', subset)
  return closed < 0 ? -1 : text.indexOf('>', closed) + 1 || -1
}

/** The root element; null where the text is no whole XML, or has too much in it. */
export function readXml(text: string): XmlElement | null {
  const open: Open[] = []
  let root: XmlElement | null = null
  let count = 0
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const part = pattern.exec(text)
    if (part) at = pattern.lastIndex
    return part
  }
  function close(element: Open): boolean {
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else if (root) return false
    else root = element
    return true
  }

  while (at < text.length) {
    const next = text.indexOf('<', at)
    const words = text.slice(at, next < 0 ? text.length : next)
    const around = open.at(-1)
    if (around) around.words += withoutEntities(words)
    else if (words.trim() !== '') return null
    if (next < 0) break
    at = next + 1
    if (text[at] === '!' || text[at] === '?') {
      at = endOfAside(text, next)
      if (at < 0) return null
    } else if (text[at] === '/') {
      at += 1
      const name = match(NAME)?.[0]
      const element = open.pop()
      const tail = match(TAG_END)
      if (!element || element.name !== name || !tail || tail[1] === '/') return null
      if (!close(element)) return null
    } else {
      const name = match(NAME)?.[0]
      count += 1
      if (name === undefined || count > MOST_ELEMENTS || open.length >= MOST_LEVELS) return null
      const attributes = new Map<string, string>()
      for (let part = match(ATTRIBUTE); part; part = match(ATTRIBUTE)) {
        const [, key = '', double, single] = part
        if (attributes.has(key)) return null
        attributes.set(key, withoutEntities(double ?? single ?? ''))
      }
      const tail = match(TAG_END)
      if (!tail) return null
      const element: Open = { name, attributes, words: '', children: [] }
      if (tail[1] !== '/') open.push(element)
      else if (!close(element)) return null
    }
  }
  return open.length === 0 ? root : null
}
