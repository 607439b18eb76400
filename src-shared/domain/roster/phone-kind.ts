/** Tells the kind of a telephone number by its form, where nobody has said it. */
import type { PhoneKind } from './register.ts'

const RADIO = /对讲|频道|信道|电台|radio|channel|\bch\s*\d/i
/** A number inside the house, with the word for it. */
const INSIDE = /^(?:内线|分机|短号|小号|short|ext\.?)\s*:?\s*/i
/** `转8001`, `ext. 12`, `#3`, and `-8001` behind a whole number. */
const EXTENSION = /(?:转|分机|ext\.?|x|#)\s*\d{1,6}$|(?<=\d{7})-\d{1,6}$/i
const COUNTRY = /^(?:\+|00)86/
const PARTS = /[\s().\p{Pd}]/gu

const MOBILE = /^1\d{10}$/
/** Extensions of the house, and numbers of services: 119, 12345, 95598. */
const SHORT = /^\d{1,6}$/
/** With its area or without, 400 and 800 as well; also one that is made up of noughts. */
const DESK = /^(?:0[1-9]\d{8,10}|00?\d{7,8}|\d{7,8}|[48]00\d{7})$/
/** Behind 86 the area has lost its 0. */
const DESK_ABROAD = /^[1-9]\d{8,10}$/

/**
 * What kind of number it is, as far as its form tells; brackets, blanks, an extension and the code
 * of the country make none. Of several in one text the first counts. A number of another country is
 * `other`: nobody can see what it is.
 */
export function phoneKindOf(number: string): PhoneKind {
  const text = (number.normalize('NFKC').split(/[、,;/|\n]/)[0] ?? '').trim()
  if (RADIO.test(text)) return 'radio'
  const isHome = (written: string): boolean => COUNTRY.test(written.replace(PARTS, ''))
  const digitsOf = (written: string): string => written.replace(PARTS, '').replace(COUNTRY, '')
  const whole = text.replace(INSIDE, '')
  const main = whole.replace(EXTENSION, '')
  if ([whole, main].some((part) => MOBILE.test(digitsOf(part).replace(/^86(?=1\d{10}$)/, ''))))
    return 'mobile'
  const digits = digitsOf(main)
  if (SHORT.test(digits)) return 'short'
  return (isHome(main) ? DESK_ABROAD : DESK).test(digits) ? 'desk' : 'other'
}
