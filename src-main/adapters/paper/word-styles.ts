/** The styles of a Word document (word/styles.xml), as far as they make headings and lists. */
import { walkXml } from './xml.ts'

/** `heading`: 1 the highest. `list`: the list that the style counts in, and its level. */
export type WordStyle = {
  heading: number | null
  list: { id: string; level: number } | null
  isContents: boolean
}
type Written = {
  name: string
  basedOn: string | null
  outline: number | null
  numId: string | null
  level: number | null
}

const MOST_BASED = 12 // styles upon styles; a circle ends here

/** A heading's level, 1 the highest, as Word counts it from 0; null: body text. */
export const outlineOf = (value: string | null): number | null => {
  const level = Number(value)
  return value !== null && Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null
}

function byName(name: string): number | null {
  const match = /^(?:heading|标题)\s?([1-9])$/i.exec(name)
  return match ? Number(match[1]) : /^(title|标题)$/i.test(name) ? 1 : null
}

/** By the id of the style. */
export function readStyles(xml: string): (id: string | null) => WordStyle {
  const styles = new Map<string, Written>()
  let style: Written | null = null
  walkXml(xml, {
    open(name, attribute) {
      const value = attribute('w:val')
      if (name === 'w:style') {
        style = { name: '', basedOn: null, outline: null, numId: null, level: null }
        styles.set(attribute('w:styleId') ?? '', style)
      } else if (!style) return
      else if (name === 'w:name') style.name = value ?? ''
      else if (name === 'w:basedOn') style.basedOn = value
      else if (name === 'w:outlineLvl') style.outline = outlineOf(value)
      else if (name === 'w:numId') style.numId = value
      else if (name === 'w:ilvl') style.level = Number(value)
    },
    close(name) {
      if (name === 'w:style') style = null
    },
    text: () => undefined,
  })
  const resolved = new Map<string, WordStyle>()
  return (id) => {
    const known = resolved.get(id ?? '')
    if (known) return known
    const chain: Written[] = []
    for (let at = styles.get(id ?? ''); at && chain.length < MOST_BASED;) {
      chain.push(at)
      at = styles.get(at.basedOn ?? '')
    }
    const numId = chain.find((item) => item.numId !== null)?.numId ?? null
    const result: WordStyle = {
      heading:
        chain.find(({ outline }) => outline !== null)?.outline ??
        chain.map(({ name }) => byName(name)).find((level) => level !== null) ??
        null,
      list:
        numId === null || numId === '0'
          ? null
          : { id: numId, level: chain.find(({ level }) => level !== null)?.level ?? 0 },
      isContents: /^(toc|目录)\s?\d?/i.test(chain[0]?.name ?? ''),
    }
    resolved.set(id ?? '', result)
    return result
  }
}
