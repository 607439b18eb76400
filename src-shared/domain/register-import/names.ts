/** Reads who stands in a cell: several names, with telephones, remarks and posts between them. */

/** `label`: what stands before a colon (`带班：张三`), the name of a post or shift; null without. */
export type CellPeople = { label: string | null; names: readonly string[] }

const HAN = /^\p{Script=Han}$/u
/** Surnames of two letters, whose given name may be one. */
const TWO_LETTER_SURNAME =
  /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|司空|端木|百里|东郭|南宫)$/
const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u
const NUMBER = /\+?\d[\d -]{5,}\d/g
const REMARK = /\(.*?\)|\[.*?\]/g
const SIGNS = /^[\s*★☆△▲●○※#·]+|[\s*★☆△▲●○※#·]+$/g
const NOBODY = /^(?:[-—–/\\×x]+|无|空|暂无|待定|none|n\/a|tbd)$/i

/**
 * `王 伟` is one name that was spread out to be as wide as the others, `张三 李四` are two. A single
 * letter of Han is never a name.
 */
function joinSpread(pieces: readonly string[]): string[] {
  const names: string[] = []
  let open = false // the last name still lacks a letter
  for (const piece of pieces) {
    const last = names.at(-1)
    if (HAN.test(piece) && last !== undefined && open) {
      names[names.length - 1] = last + piece
      open = false
    } else {
      names.push(piece)
      open = HAN.test(piece) || TWO_LETTER_SURNAME.test(piece)
    }
  }
  return names
}

const namesIn = (text: string): string[] =>
  NOBODY.test(text.trim()) // N/A is not two
    ? []
    : text
        .replace(NUMBER, ' ')
        .replace(REMARK, ' ')
        .split(/[、,/|&+]/)
        .flatMap((part) => joinSpread(part.trim().split(BETWEEN_HAN)))
        .map((name) => name.replace(SIGNS, '').replace(/\s+/g, ' '))
        .filter((name) => name !== '' && !NOBODY.test(name))

/** A name without the blanks that spread it out. */
export const tidyName = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')

/** A name by which two ways of writing it are the same. */
export const nameKey = (name: string): string => tidyName(name).toLowerCase()

/** Who stands in a cell, by post where the cell says so; nobody for `-` or `无`. */
export function peopleIn(cell: string): readonly CellPeople[] {
  const parts = cell
    .normalize('NFKC')
    .split(/[\n\r;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const people: { label: string | null; names: string[] }[] = []
  for (const part of parts) {
    const [, label = '', rest = ''] = /^([^:\d]{1,12}):(.*)$/.exec(part) ?? []
    const read = {
      label: label === '' ? null : label.trim(),
      names: namesIn(label === '' ? part : rest),
    }
    const last = people.at(-1)
    // a line without a label goes on with the one before it
    if (last && read.label === null) last.names.push(...read.names)
    else people.push(read)
  }
  return people.filter(({ names }) => names.length > 0)
}
