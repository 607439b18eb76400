/** Numbers as they are spoken in Chinese: 十五 is 15, 俩 is 2. */

/** The source of a pattern for one: in digits, or in words up to 99. */
export const NUMBER = '(?:\\d{1,4}|[一二两三四五六七八九十俩仨]{1,3}几?|十几|几十)'
const DIGITS = '一二三四五六七八九'

/** 十五 is 15, 二十 is 20; 十几 is at least 10. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '几十') return 20
  const plain = text
    .replace(/[两俩]/g, '二')
    .replace('仨', '三')
    .replace('几', '')
  const [tens = '', ones = ''] = plain.includes('十') ? plain.split('十') : ['', plain]
  const digit = (character: string): number => DIGITS.indexOf(character) + 1
  return plain.includes('十')
    ? (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
    : digit(ones)
}
