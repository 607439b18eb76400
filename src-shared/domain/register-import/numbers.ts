/** Reads telephone numbers as lists have them: several in a cell, with what they are. */

import { phoneKindOf } from '../roster/phone-kind.ts'

export type ListedNumber = {
  number: string
  kind?: 'mobile' | 'desk' | 'short' | 'radio' | 'other'
}
type Kind = NonNullable<ListedNumber['kind']>

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['mobile', /^(?:手机|移动|mobile|cell)\s*:?\s*/i],
  ['desk', /^(?:办公(?:室|电话)?|座机|固话|内线|desk|office)\s*:?\s*/i],
  ['short', /^(?:短号|小号|分机|short)\s*:?\s*/i],
  ['radio', /^(?:对讲机?|电台|radio)\s*:?\s*/i],
  ['other', /^(?:其他|其它|other)\s*:?\s*/i],
]
const LONGEST = 40
/** More are two numbers with a blank between them. */
const MOST_DIGITS = 15
/** A blank stands within a number of a town, not within an inside one: `12 34` is two, or none. */
const FEWEST_PARTED = 7
const NUMBER = /^\+?[\d-]{3,24}(?:(?:转|x|ext)\d{1,6})?$/i

/** A number as lists are compared by: without blanks, brackets and the country's own code. */
export const tidyNumber = (text: string): string =>
  text
    .replace(/[\s()]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
    .replace(/^(1\d\d)-(\d{4})-(\d{4})$/, '$1$2$3')

/** 3频道 needs no word that says what it is. */
const radioIn = (part: string): 'radio' | null => (phoneKindOf(part) === 'radio' ? 'radio' : null)

/**
 * The numbers of a cell, null where one cannot be read (`1.38E+10` is what a spreadsheet has made
 * of it). `kind`: of the column; of a number with its own word before it that one. A call sign of a
 * radio need be no number.
 */
export function numbersIn(cell: string, kind: Kind | null): readonly ListedNumber[] | null {
  const parts = cell
    .normalize('NFKC')
    .split(/[、,;|/\n]|或/)
    .flatMap((part) => (part.replace(/\D/g, '').length > MOST_DIGITS ? part.split(/\s+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => !/^(?:|[-—–]+|无)$/.test(part))
  const numbers: ListedNumber[] = []
  for (const part of parts) {
    const [of, word] = KINDS.find(([, words]) => words.test(part)) ?? [kind ?? radioIn(part), null]
    const rest = word ? part.replace(word, '') : part
    const isParted = /\d\s+\d/.test(rest) && rest.replace(/\D/g, '').length < FEWEST_PARTED
    const number = of === 'radio' ? rest.trim() : tidyNumber(rest)
    if (
      number === '' ||
      number.length > LONGEST ||
      (of !== 'radio' && isParted) ||
      (of !== 'radio' && !(NUMBER.test(number) && number.replace(/\D/g, '').length <= MOST_DIGITS))
    )
      return null
    numbers.push(of === null ? { number } : { number, kind: of })
  }
  return numbers
}
