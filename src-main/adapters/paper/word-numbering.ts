/**
 * Turns the automatic numbers of Word into the numbers that the page shows: definitions of lists
 * (word/numbering.xml), and one count for each list as its paragraphs come.
 */
import { walkXml } from './xml.ts'
import { shown } from './word-counters.ts'

export type ListLevel = {
  start: number
  format: string
  text: string
  blank: boolean
  legal: boolean
}
type ListNumber = { list: string; starts: ReadonlyMap<number, number> }
export type Numbering = {
  lists: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>
  numbers: ReadonlyMap<string, ListNumber>
}

const LEVELS = 9
const MOST_START = 9_999

const count = (written: string | null, otherwise: number): number => {
  const value = Number(written ?? otherwise)
  return Number.isInteger(value) && value >= 0 && value <= MOST_START ? value : otherwise
}

/** The definitions of lists of a document. */
export function readNumbering(xml: string): Numbering {
  const definitions = new Map<string, Map<number, ListLevel>>()
  const numbers = new Map<string, { list: string; starts: Map<number, number> }>()
  let list: Map<number, ListLevel> | null = null
  let level: ListLevel | null = null
  let number: { list: string; starts: Map<number, number> } | null = null
  let changed = 0
  walkXml(xml, {
    open(name, attribute) {
      const value = attribute('w:val')
      if (name === 'w:abstractNum') {
        list = new Map()
        definitions.set(attribute('w:abstractNumId') ?? '', list)
      } else if (name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '', blank: true, legal: false }
        if (!number) list?.set(count(attribute('w:ilvl'), 0), level)
      } else if (name === 'w:start' && level) level.start = count(value, 1)
      else if (name === 'w:numFmt' && level) level.format = value ?? 'decimal'
      else if (name === 'w:lvlText' && level) level.text = (value ?? '').slice(0, 60)
      else if (name === 'w:suff' && level) level.blank = value !== 'nothing'
      else if (name === 'w:isLgl' && level) level.legal = value !== '0' && value !== 'false'
      else if (name === 'w:num') {
        number = { list: '', starts: new Map() }
        numbers.set(attribute('w:numId') ?? '', number)
      } else if (name === 'w:abstractNumId' && number) number.list = value ?? ''
      else if (name === 'w:lvlOverride') changed = count(attribute('w:ilvl'), 0)
      else if (name === 'w:startOverride' && number) number.starts.set(changed, count(value, 1))
    },
    close(name) {
      if (name === 'w:abstractNum') list = null
      else if (name === 'w:lvl') level = null
      else if (name === 'w:num') number = null
    },
    text: () => undefined,
  })
  return { lists: definitions, numbers }
}

/** Counts along a document: the number before each paragraph of a list, as the page shows it. */
export function listCounter({ lists, numbers }: Numbering) {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (numberId: string, level: number): string => {
    const number = numbers.get(numberId)
    const list = number && lists.get(number.list)
    const definition = list?.get(level)
    if (!number || !list || !definition || level >= LEVELS) return ''
    const values = counts.get(number.list) ?? []
    counts.set(number.list, values)
    const begins = number.starts.get(level)
    const first = `${numberId}/${level}`
    const before = begins !== undefined && !begun.has(first) ? begins - 1 : values[level]
    begun.add(first)
    values[level] = (before ?? definition.start - 1) + 1
    values.length = level + 1
    const written = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = list.get(at)
      const value = values[at] ?? other?.start ?? 1
      return shown(value, definition.legal ? 'decimal' : (other?.format ?? 'decimal'))
    })
    if (definition.format === 'bullet') return '• '
    return written === '' ? '' : `${written}${definition.blank ? ' ' : ''}`
  }
}
