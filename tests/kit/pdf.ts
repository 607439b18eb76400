/** Reads a PDF as far as tests need it: its streams, and the names of the fonts that it bears. */
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

/** The number itself, or that of the object which it refers to. */
function lengthOf(content: string, number: string, generation: string | undefined): number {
  if (generation === undefined) return Number(number)
  const object = new RegExp(`(?:^|\\s)${number} ${generation} obj\\s+(\\d+)`).exec(content)
  if (!object) throw new Error(`the length ${number} ${generation} R is nowhere in the file`)
  return Number(object[1])
}

/**
 * The streams of a PDF, unpacked, pages and fonts among them. Each is read by its `/Length`: its
 * bytes may end in what looks like the end of a line, or like `endstream`.
 */
export function streamsOf(file: string): string[] {
  const content = readFileSync(file, 'latin1')
  const head = /\/Length (\d+)(?: (\d+) R)?(?:(?!\bendobj\b)[^])*?>>\s*stream\r?\n/g
  const streams: string[] = []
  for (let start = head.exec(content); start; start = head.exec(content)) {
    const end = head.lastIndex + lengthOf(content, start[1] ?? '', start[2])
    const packed = content.slice(head.lastIndex, end)
    head.lastIndex = end
    const bytes = Buffer.from(packed, 'latin1')
    // zlib begins with x
    streams.push(bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : packed)
  }
  return streams
}

/** The names of its fonts, without the six letters that mark a part of one: `NotoSansSC-Thin`. */
export function fontsOf(file: string): string[] {
  const whole = [readFileSync(file, 'latin1'), ...streamsOf(file)].join('\n')
  const names = [...whole.matchAll(/\/(?:FontName|BaseFont) ?\/([^\s/<>[\]()]+)/g)]
  return [...new Set(names.map(([, name = '']) => name.replace(/^[A-Z]{6}\+/, '')))].sort()
}
