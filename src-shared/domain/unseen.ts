/** Takes characters out of a text that show nothing, or turn the direction of what follows. */

/**
 * Control characters, and those that show nothing or turn the direction of what follows: a name
 * that looks empty, or one that writes our own labels backwards. A tab and a new line are words of
 * a person. Fillers of Hangul and the empty Braille cell are letters that show nothing. (Unicode
 * TR36, TR55) Half of a character that is written in two is none.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u1160\u2800\u3164\uffa0]/gu

export const withoutUnseen = (words: string): string => words.replace(UNSEEN, '')
