/**
 * The font that the program brings along, for a page that is printed: as data in the page, so that
 * a PDF bears it on every machine. Only the slices that the text needs; of some hundred they are
 * few.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FAMILY = /font-family:\s*['"]?Noto Sans SC Variable\b/
const FACE = /@font-face\s*\{[^}]*\}/g
const ADDRESS = /url\((['"]?)(?!data:)([^'")]+)\1\)/

/** A part of the font: the rule of a style sheet, and the characters that are in it. */
type Slice = { rule: string; folder: string; ranges: readonly (readonly [number, number])[] }

/** `U+4E00-4FFF`, `U+A5`, `U+4??` */
const rangeOf = (text: string): readonly [number, number] => {
  const [from = '', to = from] = text.replace(/^U\+/i, '').split('-')
  return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'f'), 16)]
}

function slicesIn(sheet: string): readonly Slice[] {
  const rules = readFileSync(sheet, 'utf8').match(FACE) ?? []
  return rules
    .filter((rule) => FAMILY.test(rule))
    .map((rule) => {
      const characters = /unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? 'U+0-10FFFF'
      return {
        rule,
        folder: dirname(sheet),
        ranges: characters.split(',').map((range) => rangeOf(range.trim())),
      }
    })
}

function rootAbove(dir: string): string | null {
  if (existsSync(join(dir, 'package.json'))) return dir
  const parent = dirname(dir)
  return parent === dir ? null : rootAbove(parent)
}

/** The sheets of the built faces, else the package that they are built from. */
function sheetsBelow(root: string): readonly string[] {
  const built = join(root, 'out', 'renderer', 'assets')
  const sheets = existsSync(built)
    ? readdirSync(built)
        .filter((name) => name.endsWith('.css'))
        .map((name) => join(built, name))
    : []
  const source = join(root, 'node_modules', '@fontsource-variable', 'noto-sans-sc', 'wght.css')
  return [...sheets, ...(existsSync(source) ? [source] : [])]
}

/** The slices of the first sheet that has any; empty where the program came without its font. */
function bundledSlices(): readonly Slice[] {
  const root = rootAbove(import.meta.dirname)
  for (const sheet of root === null ? [] : sheetsBelow(root)) {
    const slices = slicesIn(sheet)
    if (slices.length > 0) return slices
  }
  return []
}

const withData = ({ rule, folder }: Slice): string =>
  rule.replace(ADDRESS, (_all, _quote, file: string) => {
    const bytes = readFileSync(join(folder, file))
    return `url(data:font/woff2;base64,${bytes.toString('base64')})`
  })

/** The rules of the font for a text with these characters (code points). */
export function fontFaces(characters: ReadonlySet<number>): string {
  const isNeeded = ({ ranges }: Slice): boolean =>
    [...characters].some((point) => ranges.some(([from, to]) => from <= point && point <= to))
  return bundledSlices().filter(isNeeded).map(withData).join('\n')
}
