/**
 * The paragraphs of a Word document (word/document.xml): with the numbers that the page shows,
 * cells of tables and text boxes; without what a revision deleted, hidden text and the list of
 * contents.
 */
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'
import { paperTooBig } from '#shared/domain/paper/refusals.ts'
import { PaperRefused } from './paper-refused.ts'
import { outlineOf, type WordStyle } from './word-styles.ts'
import { walkXml } from './xml.ts'

const MOST_PARAGRAPHS = 20_000
/** What a revision took away, what an older program would show in its place, codes of fields. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText'])

type Open = {
  text: string
  style: string | null
  list: { id: string | null; level: number | null }
  outline: number | null
  column: number | null
  inner: PaperParagraph[]
}

export type WordParts = {
  document: string
  styleOf: (id: string | null) => WordStyle
  numberOf: (listId: string, level: number) => string
}

/** Throws {@link PaperRefused} for what is no XML, or has too many paragraphs. */
export function wordParagraphs({ document, styleOf, numberOf }: WordParts): PaperParagraph[] {
  const paragraphs: PaperParagraph[] = []
  const open: Open[] = []
  let left = 0 // parts that are left out, within each other
  let cells = 0
  const columns: number[] = [] // of the rows that are open
  let isText = false
  let isHidden = false
  let total = 0

  const paragraphsOf = (paragraph: Open): PaperParagraph[] => {
    const style = styleOf(paragraph.style)
    if (style.isContents) return paragraph.inner
    const id = paragraph.list.id ?? style.list?.id ?? null
    const level = paragraph.list.level ?? style.list?.level ?? 0
    const isEmpty = paragraph.text.trim() === ''
    const number = id !== null && id !== '0' && !isEmpty ? numberOf(id, level) : ''
    const heading = paragraph.outline ?? style.heading
    const [first = '', ...others] = paragraph.text.split('\n')
    const form: Omit<PaperParagraph, 'text'> =
      paragraph.column !== null
        ? { style: 'cell', column: paragraph.column }
        : heading !== null
          ? { style: 'heading', level: heading }
          : {}
    const lines = [{ text: `${number}${first}`, ...form }, ...others.map((text) => ({ text }))]
    return [...lines.filter(({ text }) => text.trim() !== ''), ...paragraph.inner]
  }

  const add = (word: string): void => {
    const paragraph = open.at(-1)
    if (paragraph && left === 0 && !isHidden) paragraph.text += word
  }

  walkXml(document, {
    open(name, attribute) {
      const paragraph = open.at(-1)
      if (LEFT_OUT.has(name)) left += 1
      else if (left > 0) return
      else if (name === 'w:p') {
        const list = { id: null, level: null }
        open.push({
          text: '',
          style: null,
          list,
          outline: null,
          column: cells > 0 ? (columns.at(-1) ?? 0) : null,
          inner: [],
        })
      } else if (name === 'w:tc') {
        cells += 1
        columns.push((columns.pop() ?? -1) + 1)
      } else if (name === 'w:tr') columns.push(-1)
      else if (name === 'w:r') isHidden = false
      else if (name === 'w:t') isText = true
      else if (name === 'w:tab') add(' ')
      else if (name === 'w:br' || name === 'w:cr') add('\n')
      else if (name === 'w:noBreakHyphen') add('-')
      else if (name === 'w:vanish') isHidden = attribute('w:val') !== '0'
      else if (!paragraph) return
      else if (name === 'w:pStyle') paragraph.style = attribute('w:val')
      else if (name === 'w:outlineLvl') paragraph.outline = outlineOf(attribute('w:val'))
      else if (name === 'w:numId') paragraph.list.id = attribute('w:val')
      else if (name === 'w:ilvl') paragraph.list.level = Number(attribute('w:val')) || 0
    },
    close(name) {
      if (LEFT_OUT.has(name)) left = Math.max(0, left - 1)
      else if (left > 0) return
      else if (name === 'w:t') isText = false
      else if (name === 'w:tc') cells = Math.max(0, cells - 1)
      else if (name === 'w:tr') columns.pop()
      else if (name === 'w:p') {
        const paragraph = open.pop()
        if (!paragraph) return
        const done = paragraphsOf(paragraph)
        total += done.length
        if (total > MOST_PARAGRAPHS) throw new PaperRefused(paperTooBig())
        const outer = open.at(-1)
        if (outer) outer.inner.push(...done)
        else paragraphs.push(...done)
      }
    },
    text(words) {
      if (isText) add(words)
    },
  })
  return paragraphs
}
